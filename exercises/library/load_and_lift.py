"""A3. Load and lift: see what weighs on a person, and what could take some of it off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Found,
    Pick,
    Picture,
    Scale,
    Section,
    Sentence,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import BlankBar, LoadBars

LOADS = (
    ("money", "Money", 7),
    ("health", "Health", 5),
    ("work", "Work", 8),
    ("family", "Family", 6),
    ("news", "News", 5),
)
"""What Sam carries: the id of the slider, its name, where it starts."""
SMALL_LIFTS = (
    ("talk", "Talk to someone", 1),
    ("rest", "Rest", 1),
    ("hands", "Practical help", 2),
    ("move", "Walk or move", 1),
    ("limit", "Set a limit", 2),
)
CHANGES = (
    ("benefits", "Ask a benefits office", 2),
    ("legal", "Ask for legal aid", 2),
    ("call", "Call {line:local_help}", 2),
)
"""Lifts: the id of the menu, its name, by how many points it makes one thing lighter."""
NAMES = tuple(name for _, name, _ in LOADS)
START = tuple(points for *_, points in LOADS)
BARS = LoadBars(
    alt="Two stacked bars: what {person:sam} carries now, and what is left with the lifts.",
    names=NAMES,
    before=START,
    after=START,
    titles=("Now", "With lifts"),
    comfort=25,  # half of the most there can be; made up, like Sam
    comfort_name="Feels all right",
    heads=("Load", "Now", "With lifts"),
    total_name="All",
)
SUMS = {
    "same": "Load {before}. No lift yet. Up to {comfort} feels all right.",
    "above": "Load {before} → {after}. Lighter, and still above {comfort}.",
    "below": "Load {before} → {after}. That feels all right for {person:sam}.",
}


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Stack Sam's load, take off what each lift lowers, and say both sums."""
    before = tuple(number(answers, exercise.part(Scale, name)) for name, *_ in LOADS)
    after = list(before)
    for lift, _, points in SMALL_LIFTS + CHANGES:
        lowered = number(answers, exercise.part(Choice, lift))
        if lowered >= 0:
            after[lowered] = max(0, after[lowered] - points)
    bars = replace(exercise.blank(LoadBars, "bars"), before=before, after=tuple(after))
    lighter = sum(after) < sum(before)
    kind = "below" if sum(after) <= bars.comfort else "above" if lighter else "same"
    sums = {"before": sum(before), "after": sum(after), "comfort": bars.comfort}
    return {"bars": bars, "sums": Pick(kind, {name: str(points) for name, points in sums.items()})}


def _lift(lift: tuple[str, str, int]) -> Choice:
    """A menu: which part of the load does this lift make lighter?"""
    return Choice(lift[0], lift[1], NAMES, menu=True)


EXERCISE = Exercise(
    id="load_and_lift",
    code="A3",
    section="Why good relationships matter",
    source_point=3,
    title="Load and lift",
    goal="This sheet helps you see your load and find a lift.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="demo",
            name="{person:sam}'s load",
            kind="show",
            fixed_min=3,
            say=(
                "This is {person:sam}. {person:sam} is made up.",
                "The bar is what {person:sam} carries. The line is what feels all right for {person:sam}.",
                "Some lifts are small. Some change the load, like help with rent.",
                "Hard times are not your fault. This is a picture, not a test.",
            ),
            do=(
                "Move one slider up and down.",
                "Give {person:sam} two lifts. Watch the second bar.",
                "Read the sum line aloud.",
            ),
            watch_for=("“Just relax” talk. Say: “Rest does not pay rent. Some loads need other help.”",),
            if_short="Show two lifts and go on.",
            screen=(
                Text("{person:sam} is made up. This is a picture, **not a test**."),
                Beside(
                    left=(Picture("bars", BARS), Sentence("sums", SUMS)),
                    right=(
                        Section(
                            "What {person:sam} carries",
                            tuple(Scale(key, name, start=at) for key, name, at in LOADS),
                        ),
                        Section("Small lifts: what do they make lighter?", tuple(map(_lift, SMALL_LIFTS))),
                        Section("Lifts that change the load", tuple(map(_lift, CHANGES))),
                    ),
                ),
            ),
        ),
        Step(
            id="alone",
            name="Your own load, on paper",
            kind="alone",
            fixed_min=5,
            say=(
                "Now you, on paper. It is only for you.",
                "Shade the bar: how full is it today? Then tick the lifts you could use.",
                "You can skip any part. You do not have to share it.",
            ),
            do=("Hand out the sheets and start the timer.", "Fill in a sheet for {person:sam} yourself."),
            watch_for=("Someone who shades every box. Go over and ask softly if they want company.",),
            if_short="Take three minutes. Only tick lifts.",
            screen=(
                Steps(
                    (
                        "Shade the bar. How full is it today?",
                        "Tick the lifts you could use.",
                        "Write who could help.",
                    )
                ),
                Timer("alone_time", "Quiet time on paper", (Turn("Your load, on paper", 300),)),
            ),
        ),
        Step(
            id="lifts",
            name="Lifts we know",
            kind="group",
            fixed_min=3,
            per_person_sec=15,
            say=(
                "What lifts do people use around here? Say the lift, not your story.",
                "You may pass.",
            ),
            do=("Write each lift on the screen.", "Ask: which ones change the load itself?"),
            watch_for=("Tips that blame. Say: “That may help some. Others need the load to change.”",),
            if_short="Take five lifts and stop.",
            screen=(Write("our_lifts", "Lifts we know", lines=5),),
        ),
        Step(
            id="pick",
            name="Pick one lift",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=("Which one lift will you try? You may pass.",),
            do=("Go round once.", "Point to the last line of the sheet: one small thing."),
            watch_for=("A plan that is too big. Ask: “What is the first five minutes of it?”",),
            if_short="Let people write it. Do not go round.",
            screen=(Text("Pick **one lift** for this week. Write it on your sheet. You may pass."),),
        ),
    ),
    sheet=(
        Section(
            "Shade your load",
            (
                Text("Color the boxes: how full is it today? **This is not a test.**"),
                Picture(
                    "my_bar",
                    BlankBar(
                        alt="An empty bar with ten boxes, from light to very heavy, to shade by hand.",
                        low_word="light",
                        high_word="very heavy",
                        in_words="Or write a number, from 1 to 10.",
                    ),
                    width=92,
                    typed=(
                        Scale(
                            "my_load",
                            "**Or pick a number**, from 1 (light) to 10 (very heavy).",
                            low=1,
                            high=10,
                        ),
                    ),
                ),
            ),
        ),
        Section(
            "Tick your lifts",
            (
                Ticks(
                    "my_small_lifts",
                    "Small lifts",
                    (
                        "Talk to someone",
                        "Rest",
                        "Go for a walk",
                        "Music or prayer",
                        "Say no once",
                        "Ask for a hand",
                    ),
                    columns=2,
                ),
                Ticks(
                    "my_changes",
                    "Lifts that change the load",
                    (
                        "Call {line:local_help} for local help",
                        "Ask a benefits office",
                        "Ask for legal aid",
                        "Talk to my boss or school",
                        "See a clinic",
                        "Share a task at home",
                    ),
                    columns=2,
                ),
            ),
        ),
        Section("Find your helper", (Write("helper", "Who could help me lift it?", lines=2),)),
    ),
    remember="A heavy load is not a weak person. Help can make it lighter.",
    bring=(
        "One sheet and one pen for each person",
        "Colored pencils, if you have them",
        "Leaflets from local help, if you have them",
    ),
    cautions=(
        "This is a picture, not a test. Do not add up anyone's score.",
        "Tips do not fix poverty, racism, disability or abuse. Always name lifts that change the load.",
        "Let nobody be told to cope better.",
    ),
    quiet="Only tick lifts. Leave the bar empty.",
    online="Send the sheet before. Ask for lifts in the chat and type them in.",
    low_literacy="Read each lift aloud. People shade the bar and make a mark. No words are needed.",
    no_pens="Show the load with your hands. Say one lift aloud.",
    small_group="Give each person two turns to name a lift.",
    large_group="Talk in pairs first. Then take three voices.",
    safer=Safer(
        notes=(
            "Loads stay on paper. Do not ask what weighs on anyone.",
            "Use {person:sam} for every talk in the group.",
        )
    ),
    safety="Nobody says what their load is. Only lifts are said aloud.",
    choice="People pick which lifts fit. No lift is better than another.",
    evidence="Many studies link support with less stress. How much one worksheet helps is not known.",
    strength=2,
)

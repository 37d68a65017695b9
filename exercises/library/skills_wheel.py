"""C6. Skills wheel: see how six skills move over three meetings, then make one small if-then plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from exercises.answers import grid_values, number, text
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Deck,
    Flags,
    Found,
    Grid,
    Hints,
    Leaf,
    Pick,
    Picture,
    Rows,
    Scale,
    Sentence,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import Trend, Wheel

SKILLS = (
    ("Listen", (6, 7, 8)),
    ("Ask clearly", (3, 5, 6)),
    ("Set a limit", (6, 3, 5)),
    ("Make time", (4, 4, 5)),
    ("Say thanks", (7, 8, 8)),
    ("Work it out", (2, 2, 3)),
)
"""Hana's six skills, each rated at three meetings. One goes down after Hana learns more about it."""
NAMES = tuple(name for name, _ in SKILLS)
MEETINGS = ("Meeting 1", "Meeting 2", "Meeting 3")
WHEEL = Wheel(
    alt="{person:hana}'s wheel: six skills from 0 in the middle to 10 at the rim, one closed line for each meeting.",
    spokes=NAMES,
    meetings=MEETINGS,
    corner="Skill",
)
TREND = Trend(
    alt="One line for each skill over three meetings, from 0 to 10.",
    meetings=MEETINGS,
    names=NAMES,
    values=(),
    corner="Skill",
)
WENT_DOWN = {
    "none": "No number went down. That is fine. They can rise, rest or fall.",
    "one": "{skills}: down from {high} to {low}. That is normal. {person:hana} learned more, and now sees more.",
    "more": "These went down: {skills}. That is normal. {person:hana} learned more, and now sees more.",
}
BLANK = "____"
"""What stands in a plan where nothing is written yet."""
LONG = 10
"""A first step takes fewer minutes than this."""


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Draw the numbers as a wheel and as lines, name what went down, and look at the if-then plan."""
    grid = exercise.part(Grid, "numbers")
    marks = tuple(tuple(max(0, mark) for mark in row) for row in grid_values(answers, grid))
    fell = {
        name: fall
        for name, row in zip(grid.rows, marks, strict=True)
        for fall in pairwise(row)
        if fall[1] < fall[0]
    }
    when, what = (text(answers, exercise.part(Write, name)).rstrip(" .") for name in ("when", "what"))
    high, low = next(iter(fell.values()), (0, 0))
    return {
        "wheel": replace(
            exercise.blank(Wheel, "wheel"),
            spokes=grid.rows,
            meetings=grid.columns,
            values=tuple(zip(*marks, strict=True)),
        ),
        "trend": replace(
            exercise.blank(Trend, "trend"), names=grid.rows, meetings=grid.columns, values=marks
        ),
        "fell": Pick(
            "none" if not fell else "one" if len(fell) == 1 else "more",
            {"skills": ", ".join(fell), "high": str(high), "low": str(low)},
        ),
        "plan": Pick("plan", {"when": when or BLANK, "what": what or BLANK}),
        "look": Flags(
            _look(
                exercise.part(Deck, "moments"), when, what, number(answers, exercise.part(Scale, "minutes"))
            )
        ),
    }


def _look(moments: Deck, when: str, what: str, minutes: int) -> tuple[str, ...]:
    """What to say about a plan: whether its "if" has a time or a place, and whether its step is small."""
    if not (when and what):
        return ()
    cues = [
        cue.strip().casefold() for leaf in moments.leaves for item in leaf.items for cue in item.split(",")
    ]
    known = any(cue and cue in when.casefold() for cue in cues) or any(sign.isdigit() for sign in when)
    found = ("moment",) * (not known) + ("smaller",) * (minutes >= LONG)
    return found or ("ready",)


EXERCISE = Exercise(
    id="skills_wheel",
    code="C6",
    section="Keeping relationships strong",
    source_point=17,
    title="Skills wheel and next step",
    goal="This sheet helps you see your skills and plan one step.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="wheel",
            name="{person:hana}'s wheel",
            kind="show",
            fixed_min=2,
            say=(
                "This is {person:hana}. {person:hana} is made up, and came to three meetings.",
                "Each time, {person:hana} rated six skills. 0 is in the middle, 10 is at the rim.",
                "{person:hana} keeps the numbers as a list. The picture shows the same list.",
                "The numbers are not a test. No shape is the right one.",
            ),
            do=(
                "Say what the picture shows, so that all can follow: six spokes, one line for each meeting.",
                "Change one number. Watch the wheel move.",
            ),
            watch_for=(
                "“{person:hana} should try harder.” Say: “Some things are hard because life is hard. A number is not a grade.”",
            ),
            if_short="Show the wheel as it is. Change nothing.",
            screen=(
                Text("{about:hana} {person:hana} is made up. The numbers are **not a test**."),
                Beside(
                    left_share=54,
                    left=(
                        Picture("wheel", WHEEL),
                        Text("**Thick line:** meeting 3. **Dashes:** 2. **Dots:** 1."),
                    ),
                    right=(
                        Grid(
                            "numbers",
                            "Change {person:hana}'s numbers",
                            rows=NAMES,
                            columns=MEETINGS,
                            options=tuple(str(mark) for mark in range(11)),
                            start=tuple(marks for _, marks in SKILLS),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            id="down",
            name="Why a number can go down",
            kind="show",
            fixed_min=1,
            say=(
                "Here are the same numbers as lines, from meeting to meeting.",
                "“Set a limit” went down after a meeting about limits. Is that bad?",
                "No. {person:hana} learned more, and now sees more. A lower number can be a sign of learning.",
            ),
            do=(
                "Ask the question on the screen. Take one or two answers.",
                "Read the sentence aloud.",
            ),
            watch_for=(
                "Someone who says “I only go down.” Say: “You stay with it. That counts.” Find the person after.",
            ),
            if_short="Say the last line only.",
            screen=(
                Text("**Can a number go down because you learn more?**"),
                Picture("trend", TREND),
                Sentence("fell", WENT_DOWN),
            ),
        ),
        Step(
            id="rate",
            name="Your own wheel, on paper",
            kind="alone",
            fixed_min=5,
            say=(
                "Now you, on paper. It is only for you.",
                "Put a dot on each spoke: where is this skill today? Join the dots.",
                "There is no good shape. Low may mean that life is hard right now.",
                "You can skip any part. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "After three minutes say: “Pick one spoke. What would one notch up look like?”",
            ),
            watch_for=(
                "Someone who marks only zeros. Sit down with them. Ask: “What got you here today?” That took a skill.",
                "Someone who looks at the sheet of another person. Say to all: “Wheels are private.”",
            ),
            if_short="Take three minutes. Rate three spokes only.",
            screen=(
                Steps(
                    (
                        "Put a dot on each spoke: 0 is in the middle, 10 is at the rim.",
                        "Join the dots.",
                        "Pick **one** spoke. What would one notch up look like?",
                    )
                ),
                Timer("rate_time", "Quiet time on paper", (Turn("Your wheel, on paper", 300),)),
            ),
        ),
        Step(
            id="plan",
            name="If this, then that",
            kind="group",
            fixed_min=4,
            say=(
                "A wish is easy to forget. A plan that names a moment is easier to keep.",
                "{person:hana} wants “Set a limit” to go one notch up. Let us write a plan for {person:hana}.",
                "The “if” is a time or a place. The “then” is small: under 10 minutes.",
                "Now write your own on the sheet.",
            ),
            do=(
                "Type an “if” and a “then” that the group gives you.",
                "Read the remark under it. Mend the plan once.",
                "Leave one minute for the sheets.",
            ),
            watch_for=(
                "A plan that asks another person to change. Say: “What is the part that you can do?”",
                "A plan to face someone who is not safe. Say: “That one may need help first.” Talk after, alone.",
            ),
            if_short="Show the example: “If I lock the piano on Monday, then I will say no to one extra lesson.”",
            screen=(
                Text("{person:hana} wants **“Set a limit”** to go one notch up. What is one small step?"),
                Write(
                    "when", "If ...", lines=1, help="A time or a place, like: I sit down to lunch on Friday."
                ),
                Write(
                    "what",
                    "then I will ...",
                    lines=1,
                    help="A small thing, like: thank the person next to me.",
                ),
                Scale("minutes", "How many minutes will it take?", low=1, high=30, start=5),
                Sentence("plan", {"plan": "If {when}, then I will {what}."}),
                Hints(
                    "look",
                    "Look at the plan",
                    {
                        "moment": "Does the “if” name a time or a place? Then you know when to start.",
                        "smaller": "Can it be smaller? Under 10 minutes is easier to keep.",
                        "ready": "It has a moment, and it is small. Read it aloud.",
                    },
                ),
                Deck(
                    "moments",
                    "Ideas for the “if”",
                    (
                        Leaf(
                            "Times",
                            (
                                "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, weekend",
                                "morning, noon, evening, night",
                                "breakfast, lunch, dinner, coffee, prayer",
                            ),
                        ),
                        Leaf(
                            "Places",
                            (
                                "home, kitchen, the door, in bed, shower",
                                "at work, school, the bus, the train, the shop",
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            id="close",
            name="What we can leave alone",
            kind="round",
            fixed_min=1,
            per_person_sec=15,
            say=(
                "Growing also means putting things down. What can {person:hana} leave alone for now?",
                "Then one word each: which skill is your next notch? You may pass.",
                "Nobody has to grow on every spoke.",
            ),
            do=(
                "Take two or three answers for {person:hana}. Type them in.",
                "Go round once. One skill, no story.",
                "Point to the boxes for four weeks, and to the last line of the sheet.",
            ),
            watch_for=(
                "Someone who blames themselves for all of it. Say: “Not all of this is yours to fix.”",
            ),
            if_short="Take three voices. Keep the line about leaving things alone.",
            screen=(
                Text("What can {person:hana} **leave alone** for now?"),
                Write("leave", "What {person:hana} can leave alone", lines=3),
                Text("Then one word: **which skill** is your next notch? You may pass."),
            ),
        ),
    ),
    sheet=(
        Text("Put a dot on each spoke, from **0** to **10**. Then pick one spoke."),
        Picture(
            "my_wheel",
            Wheel(
                alt="An empty wheel with six spokes, from 0 in the middle to 10 at the rim, to mark by hand.",
                spokes=NAMES,
                in_words="Or write a number for each skill.",
            ),
            width=66,
            typed=(
                Rows(
                    "my_marks",
                    "**Or type it.** Your number for each spoke, from 0 to 10:",
                    "",
                    columns=tuple(Write(name, name, lines=1) for name in NAMES),
                    most=1,
                ),
            ),
        ),
        Sentence("my_notch", {"start": "One notch up would look like {what}."}),
        Sentence("my_if", {"start": "If I {when},"}),
        Sentence("my_then", {"start": "then I will {what}."}),
        Ticks("weeks", "I did it in", ("Week 1", "Week 2", "Week 3", "Week 4"), columns=4),
        Beside(
            left=(Write("asks", "Who will ask me how it went?", lines=1),),
            right=(Write("let_go", "What I can leave alone:", lines=1),),
        ),
    ),
    remember="A lower number can mean that you see more.",
    bring=(
        "One sheet and one pen for each person",
        "A large-print sheet, or someone to read the spokes aloud, if needed",
    ),
    cautions=(
        "A low number is not a fault. Illness, money, grief and other people pull numbers down too.",
        "Say it aloud: a number that goes down after learning is normal.",
        "Wheels stay on paper. Never compare them, never add them up, never ask for a number.",
        "“Work it out” is for people who are safe with each other. Nobody has to work on a tie that hurts them.",
        "Always make room for what people can leave alone.",
    ),
    quiet="Mark one spoke only. Or use {person:hana}'s wheel.",
    online="Send the sheet before. Type the plan from the chat. People can put a thumb up in place of a word.",
    low_literacy="Read each spoke aloud. People put a dot on it. They can say their plan to someone they choose.",
    no_pens="Hold up fingers, under the table, for each spoke. Say the plan in your mind three times.",
    small_group="Write one plan for {person:hana} each, and pick one.",
    large_group="Let pairs tell each other one skill. Then take three voices.",
    safer=Safer(
        notes=(
            "Wheels and plans stay on paper. Ask for one skill, never for a plan.",
            "Nobody rates anyone else. Say it before the sheets go out.",
            "Under “Who will ask me?” people can put a sign in place of a name.",
        )
    ),
    safety="The wheel on the screen belongs to a made-up person. Real wheels stay on paper.",
    choice="People choose the spoke, the step, and what to leave alone.",
    evidence="Many studies found that if-then plans help people do what they mean to do. The wheel itself is only a way to look.",
    strength=2,
)

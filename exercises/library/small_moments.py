"""C3. Small-moments week: pick small things that fit, and give each a place in the week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exercises.answers import grid_values, number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Flags,
    Found,
    Grid,
    Hints,
    Legend,
    Part,
    Pick,
    Section,
    Sentence,
    Steps,
    Text,
    Timer,
    Turn,
    Write,
)

TIMES = (2, 10, 30, 60)
"""How many minutes an idea may take."""
ENOUGH = 120
"""More minutes than this in a week, and we say: make it smaller (field guide, C3)."""
ALONE, ONE, NEIGHBOR, GROUP, PET = range(5)
"""Whom an idea is with: nobody is left out, and no way is better."""


@dataclass(frozen=True)
class Idea:
    """One small thing to do: its name, its minutes, whom it can be with, and what it takes."""

    key: str
    name: str
    minutes: int
    whom: tuple[int, ...]
    free: bool = True
    """Whether it costs nothing, where people have what most homes have."""
    easy: bool = True
    """Whether it can be done with little energy, sitting or lying down."""


IDEAS = (
    Idea("hum", "Hum a song", 2, (ALONE,)),
    Idea("look", "Look outside", 2, (ALONE,)),
    Idea("stretch", "Stretch slowly", 2, (ALONE,), easy=False),
    Idea("plant", "Water a plant", 2, (ALONE,)),
    Idea("sip", "Sip warm tea", 2, (ALONE,)),
    Idea("greet", "Greet a neighbor", 2, (NEIGHBOR,)),
    Idea("hello", "Send a hello", 2, (ONE, GROUP)),
    Idea("joke", "Share a joke", 2, (ONE, NEIGHBOR, GROUP)),
    Idea("stroke", "Stroke a pet", 2, (PET,)),
    Idea("thanks", "Say thank you", 2, (ONE, NEIGHBOR, GROUP)),
    Idea("still", "Pray or rest", 10, (ALONE, GROUP)),
    Idea("draw", "Draw or doodle", 10, (ALONE,)),
    Idea("read", "Read two pages", 10, (ALONE,)),
    Idea("step", "Step outside", 10, (ALONE, PET), easy=False),
    Idea("write", "Write a card", 10, (ALONE, ONE)),
    Idea("call", "Make a phone call", 10, (ONE,)),
    Idea("cards", "Play a game", 10, (ONE, GROUP)),
    Idea("chat", "Chat next door", 10, (NEIGHBOR,)),
    Idea("brush", "Brush a pet", 10, (PET,)),
    Idea("sing", "Sing together", 10, (ONE, GROUP)),
    Idea("walk", "Take a walk", 30, (ALONE, ONE), easy=False),
    Idea("cook", "Cook a favorite", 30, (ALONE, ONE), free=False, easy=False),
    Idea("library", "Visit a library", 30, (ALONE,), easy=False),
    Idea("recipes", "Swap recipes", 30, (ONE, NEIGHBOR)),
    Idea("dog", "Walk a dog", 30, (PET, NEIGHBOR), easy=False),
    Idea("online", "Online group", 30, (GROUP,)),
    Idea("movie", "Watch a movie", 60, (ALONE, ONE, GROUP)),
    Idea("meal", "Share a meal", 60, (ONE, NEIGHBOR), free=False),
    Idea("garden", "Garden together", 60, (NEIGHBOR, GROUP), easy=False),
    Idea("park", "Sit in a park", 60, (ALONE, ONE, PET)),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIMES_OF_DAY = ("Morning", "Afternoon", "Evening")
RUTHS_WEEK = (
    (3, -1, -1),
    (-1, -1, -1),
    (-1, 16, -1),
    (-1, -1, -1),
    (-1, 17, -1),
    (-1, -1, -1),
    (20, -1, -1),
)
"""Four moments: a plant on Monday, a game on Wednesday, next door on Friday, a walk on Sunday."""


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Find the ideas that fit, add up the minutes of the week, and say when a smaller week is kinder."""
    week = grid_values(answers, exercise.part(Grid, "week"))
    picked = [IDEAS[cell] for day in week for cell in day if cell >= 0]
    minutes = sum(idea.minutes for idea in picked)
    hints = {
        "smaller": minutes > ENOUGH,
        "rest": any(-1 not in day for day in week),
        "chore": minutes <= ENOUGH and len(picked) > len(week),
    }
    kind = "none" if not picked else "one" if len(picked) == 1 else "many"
    return {
        "ideas": Flags(_fitting(exercise, answers)),
        "total": Pick(kind, {"moments": str(len(picked)), "minutes": str(minutes)}),
        "kinder": Flags(tuple(name for name, holds in hints.items() if holds)),
    }


def _fitting(exercise: Exercise, answers: Answers) -> tuple[str, ...]:
    """The keys of the ideas that fit what was chosen, free ones first; a word of its own where none does."""
    time, money, energy, whom = (
        max(0, number(answers, exercise.part(Choice, name))) for name in ("time", "money", "energy", "whom")
    )
    fitting = [
        idea
        for idea in IDEAS
        if idea.minutes == TIMES[time]
        and (idea.free or money)
        and (idea.easy or energy)
        and (whom == 0 or whom - 1 in idea.whom)
    ]
    return tuple(idea.key for idea in sorted(fitting, key=lambda idea: not idea.free)) or ("nothing",)


def _listed(title: str, first: int, last: int) -> tuple[Part, ...]:
    """The ideas from one number to another under their title, as they stand on paper."""
    ideas = IDEAS[first - 1 : last]
    return (
        Text(f"**{title}**"),
        Legend(tuple((str(first + place), idea.name) for place, idea in enumerate(ideas))),
    )


EXERCISE = Exercise(
    id="small_moments",
    code="C3",
    section="Keeping relationships strong",
    source_point=14,
    title="Small-moments week",
    goal="This sheet helps you plan a few small moments for your week.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="pick",
            name="Find a small moment for {person:ruth}",
            kind="show",
            fixed_min=1.5,
            say=(
                "Good company does not need a whole day. Two minutes count.",
                "This is {person:ruth}. {about:ruth} {person:ruth} is made up.",
                "“Someone” can be a group, a neighbor, a pet or yourself.",
            ),
            do=(
                "Press one choice after another. Watch the list.",
                "Ask: “Which one would you pick for {person:ruth}?”",
            ),
            watch_for=(
                "“I have nobody.” Say: “Then we start with moments on your own. They count just as much.”",
            ),
            if_short="Read the list for two minutes. Change nothing.",
            screen=(
                Text("{about:ruth} **Which small moment would be good for {person:ruth}?**"),
                Beside(
                    left=(
                        Hints(
                            "ideas",
                            "Ideas that fit",
                            {
                                **{idea.key: idea.name for idea in IDEAS},
                                "nothing": "Nothing here fits all of that. Let one wish go, or think of your own.",
                            },
                        ),
                    ),
                    right=(
                        Choice(
                            "time",
                            "How much time?",
                            ("2 minutes", "10 minutes", "30 minutes", "60 minutes"),
                            start=0,
                        ),
                        Choice("money", "What may it cost?", ("Nothing", "A little money"), start=0),
                        Choice("energy", "How much energy?", ("Little", "Some"), start=0),
                        Choice(
                            "whom",
                            "With whom?",
                            ("Anyone", "On my own", "One person", "A neighbor", "A group", "A pet"),
                            start=0,
                        ),
                    ),
                    left_share=42,
                ),
            ),
        ),
        Step(
            id="week",
            name="{person:ruth}'s week",
            kind="show",
            fixed_min=1.5,
            say=(
                "{person:ruth} put four moments into the week.",
                "Most boxes stay empty. That is good. Rest needs room too.",
                "Morning is the time after you wake up, also when you work nights.",
            ),
            do=(
                "Add one moment that the group likes. Read the line with the minutes.",
                "Add a few long ones, until the board says: make it smaller.",
                "Take them out again.",
            ),
            watch_for=("Sighs about no time at all. Say: “One box is a whole plan. So is none, this week.”",),
            if_short="Show the week as it is. Read the minutes.",
            screen=(
                Beside(
                    left=(
                        Sentence(
                            "total",
                            {
                                "none": "No moments yet. That is a fine place to start.",
                                "one": "1 moment. {minutes} minutes in the whole week.",
                                "many": "{moments} moments. {minutes} minutes in the whole week.",
                            },
                        ),
                        Hints(
                            "kinder",
                            "Make it kinder",
                            {
                                "smaller": "This is more than 120 minutes. **Make it smaller.** Which one could take 2 minutes?",
                                "rest": "One day is full. **Leave a box empty.**",
                                "chore": "Many small things can turn into work. **Which three would be enough?**",
                            },
                        ),
                    ),
                    right=(
                        Grid(
                            "week",
                            "Pick a moment (minutes come first), or leave the box empty",
                            DAYS,
                            TIMES_OF_DAY,
                            tuple(f"{idea.minutes} · {idea.name}" for idea in IDEAS),
                            start=RUTHS_WEEK,
                        ),
                    ),
                    left_share=20,
                ),
            ),
        ),
        Step(
            id="alone",
            name="Your own week, on paper",
            kind="alone",
            fixed_min=7,
            say=(
                "Now your week, on paper. It is only for you.",
                "Pick one to three moments. Write the number of the idea in a box, or your own words.",
                "Then write a backup, in case it does not work out.",
                "You can skip any part. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Read the ideas aloud for those who like to hear them.",
                "Tell people who work shifts: fill in only the days you know.",
            ),
            watch_for=(
                "A very full week. Say softly: “Which two would be enough?”",
                "An empty sheet. Say: “Two minutes on your own is a good plan.” Then leave it be.",
                "Grief about someone who is not there, or whom they may not see. Sit down with them for a moment.",
            ),
            if_short="Take four minutes. Pick one moment.",
            screen=(
                Steps(
                    (
                        "Pick one to three ideas, or think of your own.",
                        "Write each one into a box of your week.",
                        "Write a backup.",
                    )
                ),
                Timer("alone_time", "Quiet time on paper", (Turn("Your week, on paper", 420),)),
            ),
        ),
        Step(
            id="pairs",
            name="What could get in the way?",
            kind="pairs",
            fixed_min=3,
            say=(
                "Turn to one person. Tell one moment from your week. Only one.",
                "The other one asks: “What could get in the way? What is your backup?”",
                "You may pass, or only listen.",
            ),
            do=("Make pairs. One group of three is fine.", "Call the change after 90 seconds."),
            watch_for=(
                "Advice about how to live. Say: “Ask about the backup, and stop there.”",
                "Talk of how much others do. Say: “Weeks differ. Nobody counts.”",
            ),
            if_short="Leave this step out.",
            screen=(
                Text("Tell one moment. The other one asks: **what is your backup?**"),
                Timer("pair_time", "Time in pairs", (Turn("First person", 90), Turn("Second person", 90))),
            ),
        ),
        Step(
            id="round",
            name="One small moment",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=("Name one small moment you look forward to, or like to hear about. You may pass.",),
            do=(
                "Go round once. Type in the moments, with no names.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=("“I will do all of it.” Say: “Start with one. The rest can wait.”",),
            if_short="Ask for three voices only.",
            screen=(
                Text("Name **one small moment**. You may pass."),
                Write("our_moments", "Moments we like", lines=4),
            ),
        ),
    ),
    sheet=(
        Section(
            "Pick one to three, and give each a box",
            (
                Beside(
                    left=(
                        *_listed("2 min, just you", 1, 5),
                        *_listed("2 min, with others", 6, 10),
                    ),
                    right=(
                        Beside(
                            left=(
                                *_listed("10 min, just you", 11, 15),
                                *_listed("10 min, with others", 16, 20),
                            ),
                            right=(*_listed("30 min", 21, 26), *_listed("60 min", 27, 30)),
                            left_share=54,
                        ),
                    ),
                    left_share=35,
                ),
                Grid(
                    "my_week",
                    "Write its number, or your own words. Empty boxes are fine.",
                    TIMES_OF_DAY,
                    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
                    (),
                ),
                Sentence("backup", {"start": "My backup, if it does not work out: {backup}"}),
            ),
        ),
    ),
    remember="Two minutes count. On your own counts too.",
    bring=("One sheet and one pen for each person", "A clock that all can see"),
    cautions=(
        "People care for others, work shifts, live alone, or may see a child only on some days. Never ask why a week is empty.",
        "“Someone” can be a group, a neighbor, a pet or yourself. Say it at the start.",
        "No scores and no guilt. Nobody counts who did how much, also not next week.",
        "Do not call a small plan lazy or a big plan brave.",
    ),
    quiet="Tick ideas on the sheet. Leave the week empty.",
    online="Send the sheet before. People type one idea into the chat. You put it into the week on the screen.",
    low_literacy="Read the ideas aloud with their numbers. People write only numbers into the boxes.",
    no_pens="Pick one moment and say when. Hold up fingers for the minutes.",
    small_group="Talk all together in place of pairs.",
    large_group="Stay in pairs for the last round. Then take three voices.",
    safer=Safer(
        notes=(
            "Do not put partners or family members in one pair.",
            "Nobody plans a moment for another person in the room, and nobody asks who will be there.",
            "Weeks stay private. A week on paper shows when somebody is alone. Say: “You can leave it here.”",
        )
    ),
    safety="Only ideas and made-up weeks are on the screen. Nobody says who is missing from their week.",
    choice="People pick the time, the cost, the energy and the company. One box, or none, is a full answer.",
    evidence="Planning small good activities helps many people with low mood. One planned week is a start, and its own effect is not known.",
    strength=2,
)

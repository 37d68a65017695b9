"""B4. Group finder: weigh what matters, score three made-up groups, and see what would change the choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

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
    Pick,
    Picture,
    Section,
    Sentence,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import Bars

GROUPS = ("Kite", "Lamp", "Bridge")
"""Three groups that do not exist: one of members, one with a paid leader, one that is a chat."""
LOOK_AT = (
    (
        "Who leads it",
        "Who leads it? Kite: two trained members. Lamp: a counselor. Bridge: it does not say.",
        (1, 2, 2, 0),
    ),
    (
        "Open or closed",
        "Open or closed? Kite: come any week. Lamp: the same ten people. Bridge: always open.",
        (1, 2, 1, 2),
    ),
    ("Cost", "What does it cost? Kite: nothing. Lamp: 10 dollars a week. Bridge: nothing.", (2, 2, 0, 2)),
    ("Online or not", "Online? Kite: no, in a library. Lamp: by video. Bridge: by text chat.", (1, 0, 2, 2)),
    (
        "Topic",
        "What is it about? Kite: worry and low mood. Lamp: worry and sleep. Bridge: anything.",
        (2, 1, 2, 1),
    ),
    (
        "Access",
        "Can {person:jo} take part? Kite: an interpreter, if asked a week before. Lamp: live captions. Bridge: all in writing.",
        (2, 1, 2, 2),
    ),
    (
        "What stays private",
        "What stays private? Kite: a rule, said each time. Lamp: a rule to sign. Bridge: no rule.",
        (2, 2, 2, 0),
    ),
)
"""The seven things: the short name of each, the facts, then how much it matters and how each group fits."""
NAMES = tuple(name for name, *_ in LOOK_AT)
PRIVATE = len(LOOK_AT) - 1
"""The row about privacy: without a rule, no number of points makes up for it."""
MOST = 2
"""The highest weight and the highest score."""
BARS = Bars(
    alt="One bar for each group, the best fit on top.",
    names=GROUPS,
    values=(0, 0, 0),
    most=1,
    heads=("Group", "Points"),
)
FITS = {
    "none": "Nothing matters yet. Choose what matters to {person:jo}.",
    "one": "{first} fits {person:jo} best: {points} of {most} points.",
    "two": "A tie. {first} and {second} fit {person:jo} equally well: {points} of {most} points each.",
    "all": "A tie. All the groups fit {person:jo} equally well: {points} of {most} points each.",
}
CHANGES = {
    "same": "{thing}: if it counts more, the order stays the same.",
    "below": "{thing}: if it counts more, the best fit stays the same. The places below it change.",
    "one": "{thing}: if it counts more, {first} fits best. This could change {person:jo}'s mind.",
    "two": "{thing}: if it counts more, there is a tie. {first} and {second} fit equally well.",
    "all": "{thing}: if it counts more, there is a tie. All the groups fit equally well.",
}


def points(marks: list[list[int]], more: int = -1) -> list[int]:
    """The points of each group: weight times score, summed over the rows.

    Args:
        marks: for each row its weight, then the score of each group.
        more: the row whose weight counts one more; -1 for none.
    """
    weights = [row[0] + (place == more) for place, row in enumerate(marks)]
    scores = zip(*(row[1:] for row in marks), strict=True)
    return [sum(weight * score for weight, score in zip(weights, column, strict=True)) for column in scores]


def places(sums: list[int]) -> list[int]:
    """The place of each group, from 0; groups with the same points share a place."""
    return [sum(other > one for other in sums) for one in sums]


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Add up the points as they are and with one weight raised, and say what that does to the order."""
    grid = exercise.part(Grid, "scores")
    names = grid.columns[1:]
    more = exercise.part(Choice, "more")
    raised = number(answers, more)
    marks = [[max(0, mark) for mark in row] for row in grid_values(answers, grid)]
    now, then = points(marks), points(marks, raised)
    most = MOST * sum(row[0] for row in marks)
    best = [place for place, rank in enumerate(places(now)) if rank == 0]
    found: dict[str, Found] = {
        "bars": _bars(exercise.blank(Bars, "bars"), names, now, most),
        "bars_then": _bars(exercise.blank(Bars, "bars_then"), names, then, most + MOST * (raised >= 0)),
        "fits": _leaders(names, now, {"points": str(max(now)), "most": str(most)}) if most else Pick("none"),
        "look": Flags(_doubts(marks, best) if most else ()),
    }
    if raised >= 0:
        said = _leaders(names, then, {"thing": more.options[raised]})
        if places(then) == places(now):
            said = replace(said, version="same")
        elif [place for place, rank in enumerate(places(then)) if rank == 0] == best:
            said = replace(said, version="below")
        found["changed"] = said
    return found


def _bars(blank: Bars, names: tuple[str, ...], sums: list[int], most: int) -> Bars:
    """One bar for each group, the most points on top."""
    ranked = sorted(zip(names, sums, strict=True), key=lambda one: -one[1])
    return replace(
        blank,
        names=tuple(name for name, _ in ranked),
        values=tuple(float(one) for _, one in ranked),
        most=most,
    )


def _leaders(names: tuple[str, ...], sums: list[int], said: Mapping[str, str]) -> Pick:
    """Which sentence says who is on top: one group, two, or all of them."""
    first = [name for name, rank in zip(names, places(sums), strict=True) if rank == 0]
    version = "all" if len(first) == len(names) else "one" if len(first) == 1 else "two"
    return Pick(version, {"first": first[0], "second": first[-1], **said})


def _doubts(marks: list[list[int]], best: list[int]) -> tuple[str, ...]:
    """What the points hide about a group on top: a 0 on what matters most, or no rule about privacy."""
    gap = any(
        row[0] == MOST and row[1 + group] == 0
        for place, row in enumerate(marks)
        for group in best
        if place != PRIVATE
    )
    private = any(marks[PRIVATE][1 + group] == 0 for group in best)
    return ("gap",) * gap + ("private",) * private


EXERCISE = Exercise(
    id="group_finder",
    code="B4",
    section="Finding support",
    source_point=9,
    title="Group finder",
    goal="This sheet helps you compare groups and plan a first visit.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="meet",
            name="{person:jo} looks for a group",
            kind="show",
            fixed_min=3,
            say=(
                "This is {person:jo}. {person:jo} is made up, and so are the groups.",
                "{person:jo} wants to meet people who know what worry is like. Which group would fit?",
                "No group is best for everyone. We look for what fits one person.",
                "A group is good company. It is not crisis care.",
            ),
            do=(
                "Read the three groups aloud.",
                "Ask: which one would you tell {person:jo} to try first? Count hands.",
                "Keep the count in mind. You will look at it again.",
            ),
            watch_for=(
                "Someone who names a real group, good or bad. Say: “Thank you. Today we rate made-up groups only. Talk to me after.”",
            ),
            if_short="Read the three groups. Leave out the hands.",
            screen=(
                Text(
                    "{about:jo} Worry keeps {person:jo} awake. **Which group would you tell {person:jo} to try first?**"
                ),
                Section(
                    "Kite",
                    (
                        Text(
                            "It meets in a library on Tuesdays. Two members lead it. They know worry, and they had training. It is free. You can come any week."
                        ),
                    ),
                ),
                Section(
                    "Lamp",
                    (
                        Text(
                            "It runs for eight weeks, by video with live captions. A counselor leads the same ten people. It costs 10 dollars a week."
                        ),
                    ),
                ),
                Section(
                    "Bridge",
                    (
                        Text(
                            "It is a free text chat on any topic, open day and night. It does not say who runs it, or who can read along."
                        ),
                    ),
                ),
                Text("A group is not crisis care. In a crisis, use {line:crisis}."),
            ),
        ),
        Step(
            id="score",
            name="What fits {person:jo}?",
            kind="group",
            fixed_min=5,
            say=(
                "Seven things to look at. First: how much does it matter to {person:jo}? 0, 1 or 2.",
                "Then: how well does each group fit? 0, 1 or 2.",
                "We put in some numbers for a start. Show with your fingers where you see it another way.",
            ),
            do=(
                "Go down the rows, about half a minute for each.",
                "Read the facts of the row aloud. Ask for fingers. Change a number only if most people want to.",
                "Then read the points, the sentence and the remark aloud.",
                "Ask: is this what you said when you showed hands?",
            ),
            watch_for=(
                "A long debate about one number. Say: “Let us try it. We can change it back.”",
                "“Deaf people cannot do groups.” Say: “The group has to change, not {person:jo}.” Go to the row about access.",
            ),
            if_short="Do three rows: cost, access, and what stays private.",
            screen=(
                Beside(
                    left_share=38,
                    left=(
                        Picture("bars", BARS),
                        Sentence("fits", FITS),
                        Hints(
                            "look",
                            "Look behind the points",
                            {
                                "gap": "A group on top has a 0 on something that matters a lot. Could {person:jo} live with that?",
                                "private": "A group on top has no rule about what stays private. **That is a red flag.**",
                            },
                        ),
                    ),
                    right=(
                        Grid(
                            "scores",
                            "0 is no, 1 is some, 2 is a lot",
                            rows=tuple(facts for _, facts, _ in LOOK_AT),
                            columns=("Matters", *GROUPS),
                            options=("0", "1", "2"),
                            start=tuple(numbers for *_, numbers in LOOK_AT),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            id="change",
            name="What would change your mind?",
            kind="group",
            fixed_min=2,
            say=(
                "Say that one thing mattered a bit more to {person:jo}. Would the order change?",
                "Guess first. Then we look.",
                "Points help you think. They do not choose for you. A red flag counts more than points.",
            ),
            do=(
                "Pick one thing in the menu. Ask for a guess, up or down.",
                "Read the sentence aloud. Try two more.",
                "Ask: what would {person:jo} lose if we only looked at the sum?",
            ),
            watch_for=(
                "Trust in the sum. Say: “It is a picture of what we think. It does not know {person:jo}.”",
            ),
            if_short="Leave this step out. Say the line about red flags.",
            screen=(
                Choice("more", "What if one thing mattered more to {person:jo}?", NAMES, menu=True),
                Sentence("changed", CHANGES),
                Picture("bars_then", BARS),
                Text("Points help you think. They do not choose. **A red flag counts more than points.**"),
            ),
        ),
        Step(
            id="alone",
            name="Your own must-haves, on paper",
            kind="alone",
            fixed_min=3,
            say=(
                "Now you, on paper. It is only for you.",
                "Tick what a group must have for you. Then plan a first visit.",
                "You may not want a group. That is fine. Then tick what you would want from any help.",
                "You can skip any part. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Say: you can fill in the groups at home.",
            ),
            watch_for=(
                "Someone who says that no group will take them. Sit down with them. Do not promise a place.",
            ),
            if_short="Take two minutes. Only tick the must-haves.",
            screen=(
                Steps(
                    (
                        "Tick what a group **must have** for you.",
                        "Tick what would help on a **first visit**.",
                        "Read the **red flags** once.",
                    )
                ),
                Timer("alone_time", "Quiet time on paper", (Turn("Your must-haves, on paper", 180),)),
            ),
        ),
        Step(
            id="close",
            name="What helps on a first visit?",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=(
                "What would help a new person on a first visit? One thing. You may pass.",
                "Good groups ask themselves this too.",
            ),
            do=(
                "Go round once. Write the words on the screen.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=("Complaints about a group by name. Say: “What would have helped?”",),
            if_short="Take three voices.",
            screen=(
                Text("What would help a new person on a **first visit**? You may pass."),
                Write("visit_ideas", "What helps on a first visit", lines=4),
            ),
        ),
    ),
    sheet=(
        Section(
            "Compare groups",
            (
                Grid(
                    "my_groups",
                    "Tick your must-haves. Mark each group: **+** fits, **x** does not, **?** ask.",
                    rows=NAMES,
                    columns=("Must have", "Group 1", "Group 2", "Group 3"),
                    options=("+", "x", "?"),
                    corner="Look at",
                ),
            ),
        ),
        Beside(
            left_share=56,
            left=(
                Section(
                    "My first visit",
                    (
                        Ticks(
                            "my_visit",
                            "What would help me?",
                            (
                                "I arrive early",
                                "I sit near the door",
                                "I may pass",
                                "I may leave after 20 minutes",
                            ),
                        ),
                    ),
                ),
            ),
            right=(
                Section(
                    "Red flags",
                    (
                        Ticks(
                            "red_flags",
                            "Leave if the group ...",
                            (
                                "sells things",
                                "says: stop your medicine",
                                "has no rule about privacy",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    remember="A group should fit you. It is not crisis care.",
    bring=(
        "One sheet and one pen for each person",
        "A list of groups near you and online, to hand out with no ranking",
        "Who to ask for an interpreter, captions or a ride",
    ),
    cautions=(
        "Rate only the made-up groups on the screen. Never rank real groups with names.",
        "Say it aloud: a group is not crisis care. It does not take the place of a doctor or a therapist.",
        "Do not tell anyone that they need a group. Some people do better with one person, or later.",
        "A sheet with the name of a group can show where someone goes. Offer to keep sheets here.",
    ),
    quiet="Score the groups on your fingers, and say nothing. Or only tick the sheet.",
    online="Put the three groups in the chat. Ask one row at a time. People type 0, 1 or 2.",
    low_literacy="Read each row aloud. People show 0, 1 or 2 fingers. On paper they only make marks.",
    no_pens="Ask people to choose one must-have and keep it in mind.",
    small_group="Let each person speak for one group.",
    large_group="Make three teams. Each team speaks for one group. Take three voices at the end.",
    safer=Safer(
        notes=(
            "Must-haves and group names stay on paper. Do not ask for them aloud.",
            "Do not let anyone choose a group for someone who came with them.",
            "Some people need a group that nobody at home knows of. Say: “You can ask me after, alone.”",
        )
    ),
    safety="All groups on the screen are made up. Nobody says which help they use.",
    choice="People decide what matters, and whether a group is for them at all.",
    evidence="Reviews found that groups with a clear plan help some people a little, beside other care. Results differ a lot.",
    strength=2,
)

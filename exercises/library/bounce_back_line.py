"""A4. Bounce-back line: ups and downs over time, and who or what helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import filled_rows
from exercises.exercise import Exercise, Step
from exercises.parts import (
    Answers,
    Beside,
    Found,
    Picture,
    Rows,
    Scale,
    Section,
    Steps,
    Tally,
    Text,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import Point, TimeLine

EMPTY = TimeLine(
    alt="A middle line from left to right. Above it is good, below it is hard. Five dots stand on it, to be moved up or down.",
    good="good",
    hard="hard",
    heads=("What happened", "Height", "What helped"),
)
DEVS_LINE = replace(EMPTY, alt="Dev's line through time, up in good times and down in hard times.")
DEV = (
    ("New job", 3, "coworkers"),
    ("Job ends", -3, "neighbor"),
    ("Money is tight", -4, "food bank"),
    ("A walk each week", -1, "walking group"),
    ("Short course", 1, "walking group"),
    ("A few work days", 3, "neighbor"),
)
CHANGES = Rows(
    "points",
    "Change Dev's line",
    "Point {n}",
    columns=(
        Write("name", "What happened", lines=1),
        Scale("height", "Height", low=-5, high=5),
        Write("helper", "What helped", lines=1),
    ),
    start=DEV,
    least=5,
    most=7,
)


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Draw Dev's line, and count who and what helped."""
    points = tuple(
        Point(str(name).strip(), int(height), str(helper).strip())
        for name, height, helper in filled_rows(answers, exercise.part(Rows, "points"))
    )
    helpers = Counter(point.helper.lower() for point in points if point.helper)
    return {
        "line": replace(exercise.blank(TimeLine, "line"), points=points),
        "helpers": tuple(helpers.most_common()),
    }


EXERCISE = Exercise(
    id="bounce_back_line",
    code="A4",
    section="Why good relationships matter",
    source_point=4,
    title="Bounce-back line",
    goal="This sheet helps you find what helped you come back.",
    intensity=3,
    rule=rule,
    steps=(
        Step(
            id="demo",
            name="Dev's line",
            fixed_min=3,
            say=(
                "This is Dev. Dev is made up.",
                "The line goes up in good times and down in hard times.",
                "We look for one thing: who or what helped Dev come back?",
            ),
            do=(
                "Walk along the line with your finger.",
                "Change one height. Add one helper.",
                "Read the list of helpers aloud.",
            ),
            watch_for=("“Everything happens for a reason.” Say: “Some things are just hard.”",),
            if_short="Show the line as it is. Change nothing.",
            screen=(
                Text("Dev is made up. Look for who and what helped Dev come back."),
                Picture("line", DEVS_LINE),
                Tally("helpers", "Who and what helped", ("Helper", "Times")),
                CHANGES,
            ),
        ),
        Step(
            id="alone",
            name="A line of your own, on paper",
            fixed_min=7,
            say=(
                "Now on paper. It is only for you.",
                "Choose a hard time that is a 3 out of 10. Not the worst one.",
                "Or use Dev's line. That is just as good.",
                "You can skip any part. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Say where people can step out for air.",
                "Look up often. See how people breathe and sit.",
            ),
            watch_for=(
                "Shaking, a far-off look, fast breath. Go over and say where you both are. Offer water and air.",
                "Someone who writes about the worst time. Say softly: “You can put that one away for today.”",
            ),
            if_short="Let everyone use Dev's line. Take four minutes.",
            screen=(
                Steps(
                    (
                        "Pick a hard time that is a 3 out of 10. **Not the worst one.**",
                        "Or use Dev's line.",
                        "Move five dots up or down, and join them.",
                        "Write what helped at each low dot.",
                    )
                ),
                Timer("alone_time", "Quiet time on paper", (Turn("Draw a line", 420),)),
            ),
        ),
        Step(
            id="pairs",
            name="Only what helped",
            fixed_min=6,
            say=(
                "Turn to one person. Say only: who or what helped?",
                "You do not need to say what happened.",
                "You may pass, or talk about Dev.",
            ),
            do=("Make pairs and start the timer.", "Walk past each pair once."),
            watch_for=("A pair deep in what happened. Say: “Back to what helped.”",),
            if_short="Leave this step out.",
            screen=(
                Text("Say only: **who or what helped?** You do not need to say what happened."),
                Timer(
                    "pair_time",
                    "Time in pairs",
                    (Turn("First person", 180), Turn("Second person", 180)),
                ),
            ),
        ),
        Step(
            id="helpers",
            name="Our helpers, and a calm minute",
            fixed_min=2,
            per_person_sec=15,
            say=("Name one helper, in one or two words. A person, a place or a thing. You may pass.",),
            do=("Write each word on the screen.", "End with the calm minute. Read it slowly."),
            watch_for=(
                "Anyone who stays far away after the calm minute. Sit with them. Do not let them leave alone.",
            ),
            if_short="Leave out the list. Keep the calm minute.",
            screen=(
                Write("our_helpers", "Helpers we name", lines=4),
                Section(
                    "A calm minute",
                    (
                        Steps(
                            (
                                "Put both feet on the floor.",
                                "Look for three things that are blue.",
                                "Listen for two sounds.",
                                "Breathe out slowly, one time.",
                            )
                        ),
                    ),
                ),
            ),
        ),
    ),
    sheet=(
        Section(
            "Draw your line",
            (
                Text(
                    "Pick a time that was **3 out of 10 hard**. Not the worst one. Or use Dev's line. Move the five dots up or down. Join them."
                ),
                Picture("my_line", EMPTY),
            ),
        ),
        Beside(
            left=(
                Section(
                    "What helped me",
                    (Write("helped", "Who or what helped me come back?", lines=4),),
                ),
            ),
            right=(
                Section(
                    "What I could borrow",
                    (Write("borrow", "What could I use next time?", lines=4),),
                ),
            ),
        ),
    ),
    remember="You came through hard days before. Help was part of it.",
    bring=(
        "One sheet and one pen for each person",
        "Water, tissues, and a way to step outside",
        "The number of the person you can call",
    ),
    cautions=(
        "This topic can stir up old pain. Do not run it alone. Do not run it in a 45-minute meeting.",
        "Say it twice: a 3 out of 10 hard time, not the worst.",
        "Never look for the good side of someone's pain. Never push for details.",
        "End with the calm minute, even when time is short.",
    ),
    quiet="Use Dev's line. Or draw any line and color it in.",
    grounding=(
        "Put both feet on the floor. Feel the chair.",
        "Look for three things that are blue.",
        "Listen for two sounds.",
        "Breathe out slowly, one time. Welcome back.",
    ),
    online="Know where each person is and whom to call before you start. Make rooms of two. Stay in the main room.",
    low_literacy="People draw the line and make signs in place of words. Read each step aloud.",
    small_group="Share helpers all together in place of pairs.",
    large_group="Have two facilitators. Take three voices, after pairs.",
    safer=(
        "Use Dev's line only. Nobody draws their own.",
        "Leave this topic out when partners are in the room and you are unsure.",
    ),
    safety="A small hard time only, a made-up story to use, and a calm minute at the end.",
    choice="Each person picks their own line or Dev's, and shares helpers only, or nothing.",
    evidence="Telling your story by your strengths is used a lot. The proof that it helps is weak.",
)

"""A4. Bounce-back line: ups and downs over time, and who or what helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import filled_rows
from exercises.exercise import Exercise, Safer, Step
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
    in_words="Or write a word for each time, like good or hard.",
)
TYPED = Rows(
    "my_times",
    "**Or type it.** What happened at each dot? Was it good or hard?",
    "",
    columns=tuple(Write(dot, dot, lines=1) for dot in ("1", "2", "3", "4", "5")),
    most=1,
)
DEVS_LINE = replace(EMPTY, alt="{person:dev}'s line through time, up in good times and down in hard times.")
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
    "Change {person:dev}'s line",
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


CALM = (
    "Put both feet on the floor. Feel the chair.",
    "Find three things that you can see or touch.",
    "Listen for two sounds.",
    "Breathe out slowly, one time. Welcome back.",
)
STORY = (
    "{person:dev} liked a new job. Then the job ended, and money got tight. A neighbor and a food bank helped. "
    "Then came a walking group and a short course. Now {person:dev} works a few days a week."
)
DEMO = Step(
    id="demo",
    name="{person:dev}'s line",
    kind="show",
    fixed_min=3,
    say=(
        "This is {person:dev}. {person:dev} is made up.",
        "The line goes up in good times and down in hard times.",
        "We look for one thing: who or what helped {person:dev} come back?",
    ),
    do=(
        "Read the story aloud. Walk along the line with your finger.",
        "Change one height. Add one helper.",
        "Read the list of helpers aloud.",
    ),
    watch_for=("“Everything happens for a reason.” Say: “Some things are just hard.”",),
    if_short="Show the line as it is. Change nothing.",
    screen=(
        Text("{about:dev} {person:dev} is made up."),
        Text(STORY),
        Picture("line", DEVS_LINE),
        Tally("helpers", "Who and what helped", ("Helper", "Times")),
        CHANGES,
    ),
)
ALONE = Step(
    id="alone",
    name="A line of your own, on paper",
    kind="alone",
    fixed_min=7,
    say=(
        "Now on paper. It is only for you.",
        "Choose a hard time that is a 3 out of 10. Not the worst one.",
        "Or use {person:dev}'s line. That is just as good.",
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
    if_short="Let everyone use {person:dev}'s line. Take four minutes.",
    screen=(
        Steps(
            (
                "Pick a hard time that is a 3 out of 10. **Not the worst one.**",
                "Or use {person:dev}'s line.",
                "Move five dots up or down, and join them.",
                "Write what helped at each low dot.",
            )
        ),
        Timer("alone_time", "Quiet time on paper", (Turn("Draw a line", 420),)),
    ),
)
PAIRS = Step(
    id="pairs",
    name="Only what helped",
    kind="pairs",
    fixed_min=6,
    say=(
        "Turn to one person. Say only: who or what helped?",
        "You do not need to say what happened.",
        "You may pass, or talk about {person:dev}.",
    ),
    do=("Make pairs and start the timer.", "Walk past each pair once."),
    watch_for=("A pair deep in what happened. Say: “Back to what helped.”",),
    if_short="Leave this step out.",
    screen=(
        Text("Say only: **who or what helped?** You do not need to say what happened."),
        Timer("pair_time", "Time in pairs", (Turn("First person", 180), Turn("Second person", 180))),
    ),
)
HELPERS = Step(
    id="helpers",
    name="Our helpers, and a calm minute",
    kind="close",
    fixed_min=2,
    per_person_sec=15,
    say=("Name one helper, in one or two words. A person, a place or a thing. You may pass.",),
    do=("Write each word on the screen.", "End with the calm minute. Read it slowly."),
    watch_for=(
        "Anyone who stays far away after the calm minute. Sit with them. Do not let them leave alone.",
    ),
    if_short="Leave out the list. Keep the calm minute.",
    screen=(Write("our_helpers", "Helpers we name", lines=4), Section("A calm minute", (Steps(CALM),))),
)
SAFER = Safer(
    notes=(
        "Everyone works on {person:dev}'s line. Nobody draws their own.",
        "There are no pairs. The whole group talks about {person:dev}.",
        "Leave this topic out when you are not sure who came with whom.",
    ),
    steps=(
        DEMO,
        replace(
            ALONE,
            name="{person:dev}'s line, on paper",
            say=(
                "Now draw {person:dev}'s line on paper, the way you see it.",
                "Keep to {person:dev}. This is not about anyone here.",
                "You can skip any part. You do not have to share it.",
            ),
            watch_for=(
                ALONE.watch_for[0],
                "Someone who draws their own life. Say softly: “Today we stay with the story.”",
            ),
            if_short="Take four minutes.",
            screen=(
                Text(STORY),
                Steps(
                    (
                        "Move five dots up or down, and join them.",
                        "Write what helped {person:dev} at each low dot.",
                    )
                ),
                Timer("alone_time", "Quiet time on paper", (Turn("Draw the line", 420),)),
            ),
        ),
        Step(
            id="group",
            name="What helped {person:dev}",
            kind="group",
            fixed_min=6,
            say=("What helped {person:dev} the most? What else could have helped?", "You may pass."),
            do=("Take answers from the whole group.", "Keep to the story."),
            watch_for=("A look between two people. Go on with the story. Ask nothing.",),
            if_short="Take three answers and go on.",
            screen=(Write("could_help", "What else could have helped", lines=4),),
        ),
        HELPERS,
    ),
    sheet=(
        Section(
            "Draw {person:dev}'s line",
            (Text(STORY), Picture("my_line", EMPTY, width=90, across=5, typed=(TYPED,))),
        ),
        Beside(
            left=(Section("What helped", (Write("helped", "Who or what helped {person:dev}?", lines=3),)),),
            right=(Section("What else", (Write("borrow", "What else could help in a low time?", lines=3),)),),
        ),
    ),
    remember="People come back at their own speed. Help is part of it.",
)

EXERCISE = Exercise(
    id="bounce_back_line",
    code="A4",
    section="Why good relationships matter",
    source_point=4,
    title="Bounce-back line",
    goal="This sheet helps you find what helps people come back.",
    intensity=3,
    rule=rule,
    steps=(DEMO, ALONE, PAIRS, HELPERS),
    sheet=(
        Section(
            "Draw a line",
            (
                Text(
                    "Pick a time that was **3 out of 10 hard**. Not the worst one. Or use {person:dev}'s story."
                ),
                Text(STORY),
                Picture("my_line", EMPTY, width=88, across=5, typed=(TYPED,)),
            ),
        ),
        Beside(
            left=(
                Section("What helped", (Write("helped", "Who or what helped at the low dots?", lines=3),)),
            ),
            right=(
                Section("What I could borrow", (Write("borrow", "What could I use next time?", lines=3),)),
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
    quiet="Use {person:dev}'s line. Or draw any line and color it in.",
    grounding=CALM,
    online="Know where each person is and whom to call before you start. Make rooms of two. Stay in the main room.",
    low_literacy="People draw the line and make signs in place of words. Read each step aloud.",
    no_pens="Lay a string on the table. Lift it and lower it.",
    small_group="Share helpers all together in place of pairs.",
    large_group="Have two facilitators. Take three voices, after pairs.",
    safer=SAFER,
    safety="A small hard time only, a made-up story to use, and a calm minute at the end.",
    choice="Each person picks their own line or {person:dev}'s, and shares helpers only, or nothing.",
    evidence="Telling your story by your strengths is used a lot. The proof that it helps is weak.",
    strength=1,
)

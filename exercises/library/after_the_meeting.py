"""After the meeting: five minutes to look back, and seven skills to check, for the facilitator."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers import number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Case,
    Choice,
    Found,
    Pick,
    Section,
    Sentence,
    Steps,
    Text,
    Timer,
    Turn,
    Vote,
    Write,
)

LEVELS = ("Not yet", "Partly", "Yes")
SKILLS = (
    ("agreements", "We kept the agreements."),
    ("voices", "Everyone could take part, or pass."),
    ("warmth", "People were kind to each other."),
    ("together", "The group found its own answers."),
    ("coming", "I made it easier to come."),
    ("time", "We kept the time, and the closing."),
    ("privacy", "The words stay here. The boards are clear."),
)
"""Seven areas in which group leaders can rate themselves (field guide 1.1), in our own words."""


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Say how many skills were there, and that one is enough to work on."""
    marks = [number(answers, exercise.part(Choice, key)) for key, _ in SKILLS]
    done = sum(mark == len(LEVELS) - 1 for mark in marks)
    if min(marks) < 0:
        return {"sum": Pick("open", {"left": str(sum(mark < 0 for mark in marks))})}
    return {"sum": Pick("all" if done == len(SKILLS) else "some", {"done": str(done)})}


EXERCISE = Exercise(
    id="after_the_meeting",
    code="",
    section="For the facilitator",
    source_point=0,
    title="After the meeting",
    goal="This sheet helps you look back, rest and grow.",
    intensity=1,
    least_people=1,
    opt_out="This is for you. Nobody else needs to see it.",
    rule=rule,
    steps=(
        Step(
            id="debrief",
            name="Five minutes to look back",
            kind="alone",
            fixed_min=5,
            say=(
                "Sit down with your second person, before you pack up.",
                "One minute for each question. Be kind to yourself.",
            ),
            do=(
                "Start the clock.",
                "Write on paper, not on the screen.",
                "Decide who calls whom, if anyone worries you.",
            ),
            watch_for=("A person you cannot stop thinking of. Tell your on-call person today.",),
            if_short="Take the third and the last question.",
            screen=(
                Steps(
                    (
                        "What went well?",
                        "What was hard?",
                        "Is there anyone to check on? How, and when?",
                        "What will I do in another way?",
                        "What do I do for myself tonight?",
                    )
                ),
                Timer(
                    "minutes",
                    "One minute for each question",
                    tuple(Turn(f"Question {n}", 60) for n in range(1, 6)),
                ),
            ),
        ),
        Step(
            id="skills",
            name="Seven skills",
            kind="alone",
            fixed_min=5,
            say=(
                "This is for you alone. Nobody keeps it.",
                "“Not yet” is a good answer. Pick one skill for next time.",
            ),
            do=("Choose what fits today.", "Pick one skill, and one small change."),
            watch_for=("Being hard on yourself. Ask: what would I tell a friend?",),
            if_short="Choose one skill only.",
            screen=(
                Text("How was it today?"),
                *(Choice(key, skill, LEVELS) for key, skill in SKILLS),
                Sentence(
                    "sum",
                    {
                        "open": "Still open: {left} of 7.",
                        "some": "Yes: {done} of 7. Pick one of the others for next time.",
                        "all": "Yes to all 7. Tell your second person what helped.",
                    },
                ),
            ),
        ),
    ),
    sheet=(
        Section(
            "Five minutes to look back",
            (
                Write("well", "What went well? What was hard?", lines=2),
                Write("check", "Is there anyone to check on? Use first letters.", lines=1),
                Write(
                    "other", "What will you do in another way? What do you do for yourself tonight?", lines=1
                ),
            ),
        ),
        Section(
            "Seven skills",
            (
                Vote(
                    "skills",
                    "Tick how it was today.",
                    LEVELS,
                    tuple(Case(skill, ("", "", "")) for _, skill in SKILLS),
                    head="Today",
                ),
            ),
        ),
    ),
    remember="You gave people a place to be. Now rest.",
    bring=("This sheet and a pen", "Water"),
    cautions=(
        "Write no names. Keep no list of who was there.",
        "If something weighs on you, call your on-call person today.",
    ),
    quiet="Only sit for five minutes.",
    online="Stay in the room with your second person after all have left.",
    low_literacy="Talk it through with your second person.",
    no_pens="Talk it through with your second person.",
    small_group="If you led alone, call someone to talk it through.",
    large_group="Let each helper answer the first two questions.",
    safer=Safer(notes=("Destroy the sheets that were left here, without reading them.",)),
    safety="It names the person to check on before everyone goes home.",
    choice="You choose the one skill you work on next.",
    evidence="The seven areas come from a study of what group leaders do. The words are ours, and nobody has tested them.",
    strength=1,
)

"""The opening: agree how to be together, then see how everybody arrives."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers import number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Choice,
    Found,
    Pick,
    Poster,
    Rows,
    Scale,
    Section,
    Sentence,
    Text,
    Ticks,
    Write,
)

AGREEMENTS = (
    "What is said here stays here.",
    "You can pass at any time.",
    "One person talks at a time.",
    "We give advice only when someone asks.",
    "We respect names, faith and ways of life.",
    "You may step out when you need to.",
    "No photos and no recording.",
)
ARRIVE = ("Low", "A bit low", "In between", "Fairly good", "Good")


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Say how many people have shown a number of fingers."""
    shown = sum(number(answers, exercise.part(Scale, f"fingers_{place}")) for place in range(len(ARRIVE)))
    return {"shown": Pick("some", {"people": str(shown)}) if shown else Pick("none")}


EXERCISE = Exercise(
    id="arriving",
    code="",
    section="Opening",
    source_point=0,
    title="Arriving",
    goal="This sheet helps you settle in and feel safe here.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="agree",
            name="How we want to be together",
            kind="group",
            fixed_min=3,
            per_person_sec=15,
            say=(
                "These are the agreements we start with. I will read them.",
                "What is missing? What would you change?",
                "One limit: if someone may be in danger, I may have to get help. I would tell you first if I can.",
                "Can you live with these for today? Show me a thumb.",
            ),
            do=(
                "Read each agreement aloud and tick it.",
                "Type in what the group adds. Use the group's own words.",
                "Print the poster and hang it up, if there is a printer.",
                "Ask for thumbs. If one is down, ask what would help.",
            ),
            watch_for=("A rule about one person. Turn it into a rule for all.",),
            if_short="Read the seven agreements and ask for thumbs.",
            screen=(
                Ticks("agreements", "We agree", AGREEMENTS),
                Rows(
                    "own",
                    "What we add",
                    "Agreement {n}",
                    columns=(Write("words", "Our own agreement", lines=1),),
                    most=5,
                ),
                Poster("agreements_poster", "Print our agreements as a poster", "How we want to be together"),
            ),
        ),
        Step(
            id="check_in",
            name="How we arrive",
            kind="round",
            fixed_min=1,
            per_person_sec=15,
            say=(
                "How do you arrive today? Hold up one to five fingers. One is low. Five is good.",
                "Any number is fine. You may pass.",
                "If you like, say one word.",
            ),
            do=(
                "Hold up your own fingers too.",
                "Count, and move the sliders. Write down no names.",
            ),
            watch_for=("One finger. Do not ask in the group. Go to the person in the break.",),
            if_short="Fingers only. No words.",
            screen=(
                Text("Hold up one to five fingers. You may pass."),
                *(
                    Scale(f"fingers_{place}", f"{place + 1}: {word}", high=12)
                    for place, word in enumerate(ARRIVE)
                ),
                Sentence(
                    "shown",
                    {
                        "none": "Nobody has shown fingers yet.",
                        "some": "Hands counted: {people}. All are welcome.",
                    },
                ),
            ),
        ),
    ),
    sheet=(
        Section(
            "What we agree",
            (
                Ticks("agreements", "Tick what matters most to you.", AGREEMENTS),
                Write("own", "What would you add?", lines=1),
            ),
        ),
        Section(
            "How I arrive",
            (
                Choice("arrive", "Tick one. You can keep it to yourself.", ARRIVE, columns=3),
                Write("need", "What do you need, to be here today?", lines=2),
            ),
        ),
    ),
    remember="You are welcome as you are. You choose what you share.",
    bring=(
        "One sheet and one pen for each person",
        "Name tags, with any name people like",
        "Water and tissues",
    ),
    cautions=(
        "Say the limit of “stays here” before anyone shares.",
        "Show where the doors and the restrooms are. Say that people may step out.",
        "Nobody has to say a name, a reason or a feeling.",
    ),
    quiet="Show fingers, or only tick the sheet.",
    online="Ask each person in private where they are and whom to call. Ask for no recording. Fingers go up on camera or in the chat.",
    low_literacy="Read every agreement aloud. Use thumbs and fingers. No one needs to read or write.",
    no_pens="Use thumbs and fingers for all of it.",
    small_group="Let each person say why one agreement matters.",
    large_group="Take fingers only, and three words.",
    safer=Safer(
        notes=(
            "Say aloud: “This is not a place to settle things between people who came together.”",
            "Seat partners and family members apart.",
        )
    ),
    safety="The limits are said first, and nobody is asked for a story.",
    choice="People change the agreements, and may pass on each step.",
    evidence="Manuals for groups agree on shared ground rules and the right to pass. Little of it was tested alone.",
    strength=1,
)

"""A1. Support rings: a map of who and what holds a person up, and where it is thin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import filled_rows
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Found,
    Legend,
    Pick,
    Picture,
    Rows,
    Section,
    Sentence,
    Steps,
    Text,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import Mark, Rings

RINGS = ("closest", "regular", "places and services")
KINDS = (("L", "listens"), ("P", "practical help"), ("A", "advice"), ("C", "company"))
WHO = (
    "sister",
    "partner",
    "old friend",
    "pet",
    "neighbor",
    "coworker",
    "faith leader",
    "elder",
    "support group",
    "library",
    "clinic",
    "{line:crisis}",
    "{line:local_help}",
)
ROSA = Rings(
    alt="Three rings around {person:rosa}, with who and what holds {person:rosa} up.",
    middle="{person:rosa}",
    names=RINGS,
    heads=("Ring", "Who or what", "Kind of help"),
    kinds=KINDS,
)
GAPS = {
    "gap": "Nobody gives {person:rosa} this kind of help yet: {kinds}.",
    "full": "{person:rosa} has at least one of each kind of help.",
}
CHANGES = Rows(
    "map",
    "Change {person:rosa}'s rings",
    "Row {n}",
    columns=(
        Choice("who", "Who or what", WHO, menu=True),
        Choice("ring", "Ring", RINGS, menu=True),
        Choice("kind", "Kind of help", tuple(kind for _, kind in KINDS), menu=True),
        Choice("both", "Both ways?", ("Yes", "No"), start=1, menu=True),
    ),
    start=((0, 0, 0, 0), (3, 0, 3, 0), (4, 1, 1, 0), (8, 2, 3, 0), (10, 2, 1, 1), (11, 2, 0, 1)),
    most=10,
)
ME = Rings(
    alt="Three rings around the word me. From the middle out: closest, regular, places and services.",
    middle="me",
    names=RINGS,
    printed=("{line:crisis}", "{line:local_help}", "my group"),
    in_words="Or make a list.",
)
TYPED = Rows(
    "my_rings",
    "**Or type it.** Who and what is in each ring?",
    "",
    columns=tuple(Write(ring, ring, lines=1) for ring in RINGS),
    most=1,
)


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Draw Rosa's map, and find the kinds of help that nobody gives yet."""
    rows = exercise.part(Rows, "map")
    blank = exercise.blank(Rings, "rosa")
    who = rows.columns[0]
    names = who.options if isinstance(who, Choice) else ()
    marks = tuple(
        Mark(ring=int(ring), name=names[int(name)], sign=blank.kinds[int(kind)][0], two_way=both == 0)
        for name, ring, kind, both in filled_rows(answers, rows)
        if min(int(name), int(ring), int(kind)) >= 0
    )
    given = {mark.sign for mark in marks}
    missing = [meaning for sign, meaning in blank.kinds if sign not in given]
    return {
        "rosa": replace(blank, marks=marks),
        "gaps": Pick("gap", {"kinds": ", ".join(missing)}) if missing else Pick("full"),
    }


EXERCISE = Exercise(
    id="support_rings",
    code="A1",
    section="Why good relationships matter",
    source_point=1,
    title="Support rings",
    goal="This sheet helps you see who and what holds you up.",
    intensity=2,
    rule=rule,
    steps=(
        Step(
            id="explain",
            name="Meet {person:rosa}",
            kind="show",
            fixed_min=3,
            say=(
                "This is {person:rosa}. {person:rosa} is made up.",
                "The rings show who and what holds {person:rosa} up. A map has no right size.",
                "We put people by how safe and helpful they feel. Not by who they are to us.",
                "Look for the gap. What kind of help does {person:rosa} not have yet?",
            ),
            do=(
                "Show the rings. Start at the outside, with places and services.",
                "Change one row, so that the group sees the picture move.",
                "Read the gap line aloud.",
            ),
            watch_for=("Someone compares or counts. Say: “One can be enough.”",),
            if_short="Show the rings as they are. Change nothing.",
            screen=(
                Text("{person:rosa} is made up. These rings show who and what holds {person:rosa} up."),
                Beside(
                    left_share=38,
                    left=(Picture("rosa", ROSA), Sentence("gaps", GAPS), Legend(KINDS)),
                    right=(CHANGES,),
                ),
            ),
        ),
        Step(
            id="alone",
            name="Your own rings, on paper",
            kind="alone",
            fixed_min=8,
            say=(
                "Now you, on paper. It is only for you.",
                "Start with places and services. One or two is enough.",
                "Then add people who feel safe. Use first letters or a sign, not names.",
                "You can skip any part. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Fill in a sheet for {person:rosa} yourself, so that nobody feels watched.",
                "Say when there are two minutes left.",
            ),
            watch_for=(
                "A still pen. An empty map can hurt. Go over and say: “You can do {person:rosa}'s map.”",
                "A harmful person may stand in the middle. Remind everyone: “Put people by how safe they feel.”",
                "Do not ask who was left out.",
            ),
            if_short="Take five minutes. Fill in the outer ring only.",
            screen=(
                Steps(
                    (
                        "Start with places and services.",
                        "Add people who feel safe. Use first letters or a sign.",
                        "Mark what each one gives you: L, P, A or C.",
                    )
                ),
                Legend(KINDS),
                Timer("alone_time", "Quiet time on paper", (Turn("Fill in your rings", 480),)),
            ),
        ),
        Step(
            id="pairs",
            name="Share only the shape",
            kind="pairs",
            fixed_min=5,
            say=(
                "Turn to one person. Share only the shape.",
                "Where is it full? Where is it thin?",
                "No names and no stories. You may pass, or talk about {person:rosa}'s rings.",
            ),
            do=(
                "Make pairs. Make one group of three if you need to.",
                "Start the timer. Call half-time.",
            ),
            watch_for=("A pair that goes quiet. Say: “Talking about {person:rosa} is fine.”",),
            if_short="Leave this step out.",
            screen=(
                Text("Share **only the shape**. No names and no stories. You may pass."),
                Steps(("Where are the rings full?", "Where are they thin?")),
                Timer(
                    "pair_time",
                    "Time in pairs",
                    (Turn("First person", 150), Turn("Second person", 150)),
                ),
            ),
        ),
        Step(
            id="round",
            name="One word each",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=("One word: how was that? You may pass.",),
            do=(
                "Go round once. Thank each person with a nod.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=("A word that worries you. Do not ask in the group. Find the person after.",),
            if_short="Ask for three voices only.",
            screen=(
                Text("One word: how was that? You may pass."),
                Write("words", "Words we heard", lines=3),
            ),
        ),
    ),
    sheet=(
        Beside(
            left_share=38,
            left=(
                Section(
                    "Fill in your rings",
                    (
                        Steps(
                            (
                                "Start with **places and services**. One or two is enough.",
                                "Add people who **feel safe**. Use first letters or a sign.",
                                "Mark what each one gives you.",
                            )
                        ),
                        Legend(KINDS),
                    ),
                ),
            ),
            right=(Picture("my_map", ME, width=85, across=2, typed=(TYPED,)),),
        ),
        Section(
            "Look at the shape",
            (
                Write("thin", "Which kind of help is thin?", lines=1),
                Write("fill", "Who or what could fill it?", lines=2),
            ),
        ),
    ),
    remember="A thin ring is not your fault. One new link is a good start.",
    bring=("One sheet and one pen for each person", "Two spare sheets"),
    cautions=(
        "An empty map hurts. Start with places and services. Never say “count your friends”.",
        "Use first letters or signs, not names. Do not ask who was left out.",
        "A harmful person may stand in the middle. Say: “Put people by how safe and helpful they feel.”",
    ),
    quiet="Fill in the rings for {person:rosa} instead. Or color in one ring and think.",
    online="Send the sheet before. Make rooms of two. Put the two questions in the chat.",
    low_literacy="Read each step aloud. People draw a dot for each person and place. No words are needed.",
    no_pens="Use coins, buttons or small stones on a ring drawn on the floor.",
    small_group="Talk all together about {person:rosa}'s rings in place of pairs.",
    large_group="Take three voices in the last round, after pairs.",
    safer=Safer(
        notes=(
            "Do not pair partners or family members.",
            "Offer {person:rosa}'s rings to everyone. Leave the sheets in the room.",
        )
    ),
    safety="The sheet stays private. It starts with places, so that nobody faces an empty page.",
    choice="Each person picks whose rings to fill in: their own or {person:rosa}'s.",
    evidence="Ring maps are an old and well-used research tool. There is little proof that drawing one helps by itself.",
    strength=1,
)

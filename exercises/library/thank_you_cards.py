"""C4. Thank-you cards: what someone did, what it meant, and the strength you saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import number, stands_in, text
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Blanks,
    Choice,
    Deck,
    Flags,
    Found,
    Hints,
    Leaf,
    Round,
    Section,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
    Words,
    Write,
)

FIELDS = ("did", "meant", "strength")
"""The three parts of a card: the ids of their fields, in the order of the prompts."""
VAGUE, TAKES_BACK = range(2)
"""Which leaf of the words to look out for is which."""

SAMPLES = Deck(
    "samples",
    "Cards by {person:linh}",
    (
        Leaf(
            "Kind, and a bit vague",
            ("You are so nice.", "It was great.", "You were always there."),
        ),
        Leaf(
            "For someone who helped once",
            (
                "You held the bus and let down the ramp for us.",
                "We got home before the rain. I could breathe again.",
                "You see people who need a little more time.",
            ),
        ),
        Leaf(
            "For someone from long ago",
            (
                "You let me stir the soup when I was nine.",
                "I still feel at home when I smell it.",
                "You had patience with a child who spilled a lot.",
            ),
        ),
        Leaf(
            "For yourself",
            (
                "You asked next door for one free hour.",
                "You slept, and the evening was calmer.",
                "It takes courage to ask for help.",
            ),
        ),
    ),
)
LOOK_OUT = Deck(
    "look_out",
    "Words to look out for",
    (
        Leaf(
            "Words that say little",
            (
                "nice, good, great, amazing, wonderful, awesome, lovely, the best",
                "always there, everything, so kind, so sweet",
            ),
        ),
        Leaf("Words that take the thanks back", ("but, at last, finally, for once, at least, even though",)),
    ),
)


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Fill the card with the group's words, or with the sample that is chosen, and look for vague words."""
    typed = tuple(text(answers, exercise.part(Write, field)) for field in FIELDS)
    chosen = max(0, number(answers, exercise.part(Choice, "sample")))
    words = typed if any(typed) else exercise.part(Deck, "samples").leaves[chosen].items
    return {"card": Words(words), "kinder": Flags(_flags(exercise.part(Deck, "look_out"), words))}


def _flags(look_out: Deck, words: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the remarks that fit the words on the card; one that it is ready, where none does."""
    said = " / ".join(words)
    found = {
        "start": not words[0],
        "vague": stands_in(look_out.leaves[VAGUE], said),
        "takes_back": stands_in(look_out.leaves[TAKES_BACK], said),
    }
    names = tuple(name for name, holds in found.items() if holds)
    return names or (("ready",) if all(words) else ())


SHOW = Step(
    id="show",
    name="What makes a thank-you stay",
    kind="show",
    fixed_min=3,
    say=(
        "{about:linh} {person:linh} is made up, and writes cards.",
        "Three parts make a thank-you stay: what you did, what it meant, the strength I saw.",
        "It can go to someone who helped once, to someone from long ago, or to yourself. All three are just as good.",
        "Nobody owes thanks to a person who hurt them.",
    ),
    do=(
        "Read the vague card aloud. Then press the other three and read each one.",
        "Ask: “What could we see in this card that was not in the first?”",
        "If you have time, write one together for a bus driver or a nurse.",
        "No screen? Read these two: “You are so nice.” Then: “You held the bus and let down the ramp for us. We got home before the rain.”",
    ),
    watch_for=(
        "“You should be thankful.” Say: “Nobody has to be. A card for yourself is fine.”",
        "A group that wants to thank someone in the room. Say: “We stay with {person:linh} for now.”",
    ),
    if_short="Read the vague card and one other.",
    screen=(
        Text("{about:linh} {person:linh} is made up. **Which card would you keep?**"),
        Beside(
            left=(
                Blanks("card", "The card", ("What you did", "What it meant", "The strength I saw")),
                Hints(
                    "kinder",
                    "Look at the words",
                    {
                        "start": "Start with **one thing they did.**",
                        "vague": "Warm, and a bit vague. **Which one thing did they do?**",
                        "takes_back": "“But”, “finally” and words like them can sting. **Would it be warmer without?**",
                        "ready": "One real thing, and what it meant. **This card can stay with someone.**",
                    },
                ),
            ),
            right=(
                Choice(
                    "sample",
                    "Show a card by {person:linh}",
                    (
                        "Kind, and a bit vague",
                        "For someone who helped once",
                        "For someone from long ago",
                        "For yourself",
                    ),
                    start=0,
                ),
                Section(
                    "Write one together: it takes the place of the sample",
                    (
                        Write("did", "What you did", lines=2, help="One thing, on one day."),
                        Write("meant", "What it meant", lines=2),
                        Write("strength", "The strength I saw", lines=2),
                    ),
                ),
                LOOK_OUT,
            ),
        ),
    ),
)
WRITE = Step(
    id="write",
    name="Write your cards",
    kind="alone",
    fixed_min=6,
    say=(
        "Now on paper. Write one card, or up to four.",
        "Choose who: someone who helped once, someone from long ago, or yourself.",
        "Use any language. You can draw. The cards are yours.",
        "You can skip any part. You do not have to share it.",
    ),
    do=(
        "Hand out the sheets and start the timer. Put scissors out.",
        "Offer to write down what someone tells you, in private.",
        "After five minutes say: “One minute more. One card is enough.”",
    ),
    watch_for=(
        "Tears, or a still pen. Thanks and grief come together. Sit near, and ask if they want company or quiet.",
        "Someone who feels they must thank a person who hurt them. Say: “You owe nobody a card. You can write to yourself.”",
        "“Nobody helped me.” Say: “Then the card is for you. You got here.”",
    ),
    if_short="Take four minutes. One card only.",
    screen=(
        Steps(
            (
                "Choose: someone who helped once, someone from long ago, or yourself.",
                "Write one thing they did, and what it meant.",
                "Write the strength you saw.",
            )
        ),
        Timer("write_time", "Time to write", (Turn("Quiet time to write", 360),)),
        SAMPLES,
    ),
)
ROUND = Step(
    id="round",
    name="One thank-you, or pass",
    kind="round",
    fixed_min=0,
    per_person_sec=30,
    say=(
        "When your seat comes up, read one line from a card. Or pass. Both are fine.",
        "It may be for someone here, for someone far away, or for yourself.",
        "We listen. Nobody has to answer.",
    ),
    do=(
        "Set the number of seats. Say where seat 1 is.",
        "Press “Done” or “Pass” after each turn, in the same calm voice.",
    ),
    watch_for=(
        "Thanks that all go to one person, or leave one out. Say: “Cards can go to people outside too.”",
        "Thanks with a sting in it. Say: “Thank you,” and go on.",
        "A long story. Say: “Which line would you like to end with?”",
    ),
    if_short="Take three voices, or skip to the close.",
    screen=(
        Text("Read **one line** from a card, or **pass**."),
        Round("seats", "Whose turn is it?"),
    ),
)
CLOSE = Step(
    id="close",
    name="Where the cards go",
    kind="close",
    fixed_min=2,
    say=(
        "You can give a card, send it, read it aloud on your own, or keep it. You can also tear it up.",
        "If a card brought up sadness, that can be love. Stay a little after, if you like.",
    ),
    do=(
        "Let people cut out their cards. Keep none.",
        "Point to the last line of the sheet: one small thing.",
        "Take one slow breath all together, and end.",
    ),
    watch_for=("Someone who sits on after the end. Stay with them for a while.",),
    if_short="Say the two lines and end.",
    screen=(
        Text("Where could your card go?"),
        Steps(("Give it or send it.", "Read it aloud when you are alone.", "Keep it, or let it go.")),
        Text("If you feel sad now, that is part of it. You can stay a little."),
    ),
)


def _who(someone: str) -> Ticks:
    """Whom a card may be for: three ways that count the same."""
    return Ticks(
        "who",
        "Who is a card for? All three count the same.",
        (someone, "Someone long ago", "Myself"),
        columns=3,
    )


STRENGTHS = "Strengths you may see: patience, courage, calm, humor, hope, fairness, care."
CARDS = Blanks(
    "cards",
    "Use any language, or draw.",
    ("What you did and what it meant:", "The strength I saw:"),
)
SAFER = Safer(
    notes=(
        "Cards go to someone outside the room, to someone from long ago, to oneself, or from {person:linh}.",
        "Nobody thanks a person who is in the room, not even in a kind way. It can be used later.",
        "No names on cards. Offer to keep or shred the cards here.",
        "The round is about {person:linh}. Nobody reads their own card aloud.",
    ),
    steps=(
        replace(
            SHOW,
            say=(
                *SHOW.say[:2],
                "Today a card can go to someone outside this room, to someone from long ago, or to yourself.",
                SHOW.say[3],
            ),
        ),
        replace(
            WRITE,
            name="Write a card, with no name on it",
            say=(
                "Now on paper. Write one card, or up to four. Put no names on them.",
                "Choose who: someone who is not in this room, someone from long ago, or yourself.",
                "You can also write a card for {person:linh}.",
                *WRITE.say[2:],
            ),
            do=(
                *WRITE.do[:2],
                "Say: “You can leave your cards here. I will shred them.”",
            ),
            watch_for=(
                *WRITE.watch_for,
                "Someone who reads the card of the person beside them. Ask all to leave a free chair between them.",
            ),
            screen=(
                Steps(
                    (
                        "Choose: someone not in this room, someone from long ago, yourself, or {person:linh}.",
                        "Write one thing they did, and what it meant. Write no name.",
                        "Write the strength you saw.",
                    )
                ),
                *WRITE.screen[1:],
            ),
        ),
        replace(
            ROUND,
            name="One strength of {person:linh}, or pass",
            say=(
                "When your seat comes up, name one strength that you see in {person:linh}. Or pass.",
                "We stay with {person:linh}. Your own cards stay private.",
            ),
            watch_for=(
                "Words that go to a person in the room. Say: “Today we stay with {person:linh}.”",
                "A long story. Say: “Which word would you like to end with?”",
            ),
            screen=(
                Text("Name **one strength** that you see in {person:linh}, or **pass**."),
                Round("seats", "Whose turn is it?"),
            ),
        ),
        replace(
            CLOSE,
            name="Where a card can go",
            say=(
                "You can keep a card, leave it here, or tear it up. Nobody has to give one away.",
                CLOSE.say[1],
            ),
            do=(
                "Collect and shred the cards that people leave.",
                *CLOSE.do[2:],
            ),
            screen=(
                Text("Where could a card go?"),
                Steps(("Keep it for yourself.", "Leave it here.", "Let it go.")),
                CLOSE.screen[2],
            ),
        ),
    ),
    sheet=(
        _who("Someone not here"),
        Section(
            "Write, and cut out",
            (Text(STRENGTHS), replace(CARDS, label="Use any language, or draw. Put **no name** on it.")),
        ),
    ),
    remember="A card for yourself is a real card. You owe nobody thanks.",
)

EXERCISE = Exercise(
    id="thank_you_cards",
    code="C4",
    section="Keeping relationships strong",
    source_point=15,
    title="Thank-you cards",
    goal="This sheet helps you say thanks in a way that stays.",
    intensity=1,
    rule=rule,
    steps=(SHOW, WRITE, ROUND, CLOSE),
    sheet=(
        _who("A helper"),
        Section("Write, and cut out", (Text(STRENGTHS), CARDS)),
    ),
    remember="One real thing stays. You owe nobody thanks.",
    bring=(
        "One sheet and one pen for each person",
        "Scissors, and colored pens if you have them",
        "Tissues, close by and out of the middle",
    ),
    cautions=(
        "Never tell anyone whom to thank, least of all a person who hurt them.",
        "A card for yourself or for someone from long ago is just as good. Say so, and show both.",
        "Thanks can bring up grief. Leave time at the end.",
        "Nobody has to be thankful. This does not make hard things good.",
    ),
    quiet="Write or draw one card and keep it. Pass in the round.",
    online="People write on any paper. In the round, call seat numbers in the order of the list. A hand up is a turn, a flat hand is a pass.",
    low_literacy="People draw, or tell you the words in private and you write them.",
    no_pens="Think of one card in quiet. A hand on the chest can stand for it.",
    small_group="Give more quiet time. One round is enough.",
    large_group="Take three voices in the round. Pairs can share a line first, but not where partners or family may be in the room.",
    safer=SAFER,
    safety="Nobody is told whom to thank. Passing is as easy as reading, and cards stay with the writer.",
    choice="People choose whom to write to, in which language, and whether anyone ever sees it.",
    evidence="In some studies, people who wrote thanks felt a little better for a few weeks. Thanks that praised the other person seemed to bring people closer.",
    strength=2,
)

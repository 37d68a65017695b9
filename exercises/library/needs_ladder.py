"""B1. Needs ladder: tick what is needed, put the top three in order, find the kind of help that fits."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers import number, ranked, ticked
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Found,
    Grid,
    Legend,
    Pick,
    Rank,
    Section,
    Sentence,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
)

NEEDS = (
    ("body", "Body", ("sleep better", "have enough food", "see a doctor")),
    ("money", "Money", ("pay the bills", "find paid work", "fill in forms")),
    ("home", "Home", ("keep a home", "feel safe at home", "have some quiet")),
    ("time", "Time", ("get a break", "share the care", "get to places")),
    ("people", "People", ("feel less alone", "meet new people", "get along better")),
    ("feelings", "Feelings", ("feel calmer", "cope with change", "live with a loss")),
)
"""Six groups of three needs: the id, the name, and what stands after "I need to ..."."""
EXAMPLE = (("money", 2), ("time", 0), ("people", 1))
"""What Noor's story speaks of: the ladder that shows until the group ticks something."""
TYPES = tuple((name[0], name.lower()) for _, name, _ in NEEDS)
KINDS = ("to be heard", "information", "practical help", "company", "a professional")
KIND_IDS = ("heard", "information", "practical", "company", "professional")
SAYS = {
    "none": "{person:noor} says: “I need to {need}.” Which kind of help fits?",
    "heard": "{person:noor} says: “I need to {need}. I want someone to hear me.”",
    "information": "{person:noor} says: “I need to {need}. I want information about that.”",
    "practical": "{person:noor} says: “I need to {need}. I want practical help with that.”",
    "company": "{person:noor} says: “I need to {need}. I want company.”",
    "professional": "{person:noor} says: “I need to {need}. I want a professional to help me.”",
}
GIVERS = {
    "heard": "Who could listen: a friend, a faith leader, a group, a listening line.",
    "information": "Who may know: a library, a clinic desk, or local help at {line:local_help}.",
    "practical": "Who may lend a hand: a neighbor, a parent group, a local charity.",
    "company": "Where company may be: a class, a walking group, a place of worship.",
    "professional": "Who is trained for it: a doctor, a counselor, a legal aid office.",
}
STORY = (
    "{about:noor} The school has sent many forms. There is no free hour in the day. "
    "{person:noor} does not know the neighbors yet."
)


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Put what is ticked on the ladder, and say the top need with the kind of help that is chosen."""
    groups = {name: exercise.part(Ticks, name) for name, *_ in NEEDS}
    marked = [(name, place) for name, group in groups.items() for place in ticked(answers, group)]
    needs = [(f"{name}_{place}", groups[name].options[place]) for name, place in marked or EXAMPLE]
    ladder = ranked(answers, exercise.part(Rank, "ladder"), needs)
    chosen = number(answers, exercise.part(Choice, "kind"))
    found: dict[str, Found] = {"ladder": ladder}
    found["says"] = Pick(KIND_IDS[chosen] if chosen >= 0 else "none", {"need": ladder.items[0][1]})
    if chosen >= 0:
        found["givers"] = Pick(KIND_IDS[chosen])
    return found


def _groups(*names: str) -> tuple[Ticks, ...]:
    """The groups of needs of those names, for the worksheet."""
    return tuple(Ticks(f"my_{name}", f"**{label}**", needs) for name, label, needs in NEEDS if name in names)


EXERCISE = Exercise(
    id="needs_ladder",
    code="B1",
    section="Finding support",
    source_point=6,
    title="Needs ladder",
    goal="This sheet helps you name what you need most.",
    intensity=2,
    rule=rule,
    steps=(
        Step(
            id="tick",
            name="What does {person:noor} need?",
            kind="show",
            fixed_min=1,
            say=(
                "This is {person:noor}. {person:noor} is made up.",
                "Everyone has needs. A need is not a weakness.",
                "Listen to the story. Which three needs do you hear?",
            ),
            do=(
                "Read the story aloud.",
                "Tick three needs: fill in forms, get a break, meet new people.",
                "If the group hears another need, tick that one too.",
            ),
            watch_for=(
                "Someone who starts on their own needs. Say: “Keep that for your sheet.”",
                "All 18 needs are equal. Do not point at one, and do not ask about one.",
            ),
            if_short="Tick the three needs yourself.",
            screen=(
                Text(STORY),
                Section("{person:noor} needs to ...", tuple(Ticks(*group) for group in NEEDS)),
            ),
        ),
        Step(
            id="order",
            name="{person:noor}'s ladder",
            kind="show",
            fixed_min=1,
            say=(
                "The top rung is the need that would help most now.",
                "Then we ask: which kind of help fits it?",
                "The wrong kind of help can feel like no help at all.",
            ),
            do=(
                "Press Up or Down once. Read {person:noor}'s line aloud.",
                "Press two kinds of help. Hear how the line changes.",
            ),
            watch_for=(
                "A debate on the right order. Say: “{person:noor} decides. There is no right order.”",
            ),
            if_short="Read one line aloud and go on.",
            screen=(
                Text("Which need would help {person:noor} most now?"),
                Beside(
                    left=(Rank("ladder", "The top need comes first"),),
                    right=(
                        Choice("kind", "Which kind of help fits the top need?", KINDS),
                        Sentence("says", SAYS),
                        Sentence("givers", GIVERS),
                    ),
                ),
            ),
        ),
        Step(
            id="alone",
            name="Your own ladder, on paper",
            kind="alone",
            fixed_min=6,
            say=(
                "Now you, on paper. It is only for you.",
                "Tick what you need. Then pick up to three. One is enough.",
                "For each one: which kind of help, and who or what place could give it?",
                "You can do {person:noor}'s ladder instead. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Read the five kinds of help aloud.",
                "Fill in a sheet for {person:noor} yourself. Do not look at anyone's sheet.",
            ),
            watch_for=(
                "Someone who ticks nearly all. Go over and say softly: “One rung is enough for today.”",
                "Someone who ticks none. Say: “{person:noor}'s ladder is just as good.”",
                "If you do see a tick about being safe, show nothing. Say nothing in the group.",
            ),
            if_short="Take four minutes. Fill in the top rung only.",
            screen=(
                Steps(
                    (
                        "Tick what you need.",
                        "Pick up to three. Write the top one on rung 1.",
                        "Write which **kind of help** fits, and **who or what place** could give it.",
                    )
                ),
                Timer("alone_time", "Quiet time on paper", (Turn("Your ladder, on paper", 360),)),
            ),
        ),
        Step(
            id="pairs",
            name="Say it in one line",
            kind="pairs",
            fixed_min=5,
            say=(
                "Turn to one person. Choose one need that is easy to say. Keep the others to yourself.",
                "Say it in one line, like this: “I want practical help with school forms.”",
                "The other person says it back, and gives no advice.",
                "You may pass, or speak for {person:noor}.",
            ),
            do=("Make pairs. Make one group of three if you need to.", "Start the timer. Call half-time."),
            watch_for=(
                "Advice. Say to all: “Only say it back. Ask if you got it right.”",
                "A heavy story. Say: “Thank you. You do not need to say more.” Find the person after.",
            ),
            if_short="Leave this step out.",
            screen=(
                Text("Say one need that is easy to say. Or speak for {person:noor}. You may pass."),
                Steps(
                    (
                        "Say: **“I want ... help with ...”**",
                        "Say it back: **“You want ... Did I get that right?”**",
                    )
                ),
                Timer("pair_time", "Time in pairs", (Turn("First person", 120), Turn("Second person", 120))),
            ),
        ),
        Step(
            id="round",
            name="Only the type",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=(
                "Say the type only: “My top need is a time need.” Say no more than that.",
                "You may pass, or say the type for {person:noor}.",
            ),
            do=(
                "Go first yourself. Then go round once.",
                "Nod and thank each person. Ask nothing.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=(
                "A “why” from the group. Say: “Types only today.”",
                "A voice that worries you. Ask nothing in the group. Find the person after.",
            ),
            if_short="Ask for three voices only.",
            screen=(
                Text("“My top need is a ... need.” Say **the type only**. You may pass."),
                Legend(TYPES),
            ),
        ),
    ),
    sheet=(
        Section(
            "Tick it: I need to ...",
            (
                Beside(
                    left_share=33,
                    left=_groups("body", "money"),
                    right=(Beside(left=_groups("home", "time"), right=_groups("people", "feelings")),),
                ),
            ),
        ),
        Section(
            "Build your ladder",
            (
                Beside(
                    left_share=34,
                    left=(Rank("my_ladder", "**Write your top three.** Number 1 helps most."),),
                    right=(
                        Grid(
                            "my_match",
                            "**Find the help that fits.** One is enough.",
                            ("1.", "2.", "3."),
                            ("Kind of help", "Who or where"),
                            KINDS,
                            corner="Need",
                        ),
                    ),
                ),
                Sentence("my_line", {"start": "I want {kind} help with {need}."}),
                Text("**Urgent?** → Call **{line:crisis}**. In danger: call **{line:emergency}**."),
            ),
        ),
    ),
    remember="You know best what you need. One need is a good start.",
    bring=(
        "One sheet and one pen for each person",
        "A list of places that help, the same one for everyone",
    ),
    cautions=(
        "“Feel safe at home” stands among the others. Give it no sign, no extra look and no question in the group.",
        "Some needs come from low pay, bad housing or unfair rules. Never treat them as a personal fault.",
        "Do not promise help that you cannot give.",
        "If someone tells you in private that home is not safe: believe them, and ask what they want. Offer the domestic violence hotline ({line:home_violence}) and a phone they can use. Do not tell them to leave or to speak up at home. Follow your own reporting rules.",
    ),
    quiet="Do {person:noor}'s ladder. Or tick in your head and write nothing.",
    online="Send the sheet before. Make rooms of two. In the round, people type one letter: B, M, H, T, P or F.",
    low_literacy="Read each need aloud, group by group. People tick, and put a dot on the top three.",
    no_pens="Lay out three stones for three needs, in order. Say the type aloud, or keep it.",
    small_group="Do the pair step all together, for {person:noor}.",
    large_group="Take three voices in the last round, after pairs.",
    safer=Safer(
        notes=(
            "Do not pair partners or family members. In pairs, everyone speaks for {person:noor}.",
            "In the round, everyone names a type for {person:noor}.",
            "Say to all: “You can leave your sheet here.” Put no names on it.",
            "Give everyone the same list of places that help.",
        )
    ),
    safety="Ticks stay on paper. Aloud there is only a type, or a made-up person.",
    choice="Each person picks which needs, how many, and whose ladder it is. Passing is always fine.",
    evidence="Studies suggest that help works better when it fits the need. The findings are mixed, and this sheet is untested.",
    strength=1,
)

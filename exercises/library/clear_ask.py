"""C1. Clear ask: what happened, how it feels, their side, and one small thing to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import number, stands_in, text
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Deck,
    Flags,
    Found,
    Grid,
    Hints,
    Leaf,
    Part,
    Pick,
    Picture,
    Section,
    Sentence,
    Steps,
    Text,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import Bars

BUILDS = ("first", "second")
"""The two asks that the group builds; each name is the start of the ids of its controls."""
OPEN = "___"
"""What stands in a part of the sentence that nobody has filled yet."""
LONG = 12
"""An ask of more words than this is hard to hold in the head."""
LONG_FEELING = 3
"""A feeling of more words than this is a thought."""
MARKS = ((1, 4, 9), (4, 1, 8), (2, 3, 7))
"""Our guess at how clear, how kind and how likely to work each version is, from 0 to 10: made up, to talk about."""
QUESTIONS = ("clear", "kind", "work")
VERSIONS = ("straight", "softer", "short")
TOO_BIG, BLAME, UNSEEN, DANGER = range(4)
"""Which leaf of the words to look out for is which."""

FEELINGS = (
    *("sad", "lonely", "hurt", "tired", "bored", "ashamed"),
    *("worried", "scared", "nervous", "stressed", "unsure", "confused"),
    *("angry", "annoyed", "upset", "frustrated", "jealous", "restless"),
    *("glad", "calm", "hopeful", "thankful", "proud", "relieved"),
)
WATCH = Deck(
    "watch",
    "Words to look out for",
    (
        Leaf(
            "Words that make it too big",
            (
                "always, never, every time, all the time: name **one time**",
                "everything, nothing, nobody: name **one thing**",
            ),
        ),
        Leaf(
            "Words for what someone did, not for a feeling",
            (
                "ignored, left out, rejected, abandoned, unloved: maybe **lonely** or **sad**",
                "used, cheated, betrayed, let down: maybe **hurt** or **angry**",
                "attacked, judged, blamed, criticized: maybe **scared** or **ashamed**",
                "disrespected, misunderstood: maybe **upset** or **hurt**",
            ),
        ),
        Leaf(
            "Asks that nobody can see",
            (
                "be nice, be nicer, be kinder, be a good: maybe **say good morning**",
                "care more, care about me, love me, think of me: maybe **call me on Sunday**",
                "respect me, understand me, be better, be a better: maybe **hear me to the end**",
                "try harder, grow up, be more, stop being: name **one thing to do**",
            ),
        ),
        Leaf(
            "Words that may mean danger",
            (
                "threatened, threaten, unsafe, trapped, controlled, abused: **no ask, help first**",
                "hit me, scared of you, afraid of you: **no ask, help first**",
            ),
        ),
    ),
)
SPOKEN = {
    "straight": "When {when}, I feel {feeling}. I guess you {side}. Would you {ask}?",
    "softer": "I know there is a lot going on. When {when}, I feel a bit {feeling}. Maybe you {side}. Would it be all right to {ask}?",
    "short": "May I ask for something small? Would you {ask}? It would help me a lot.",
}
CHECKS = {
    "too_big": "Words like “always” and “never” start a new fight: how often is it? **Name one time.**",
    "blame": "That word says what the other one did. **How does it feel inside?** Sad, hurt, angry?",
    "danger": "This may not be safe. **Do not ask. Get help first.** Look at the foot of the sheet.",
    "thought": "That is a thought. **Find one word for how it feels.**",
    "unseen": "How would we see that? **Ask for one thing a person can do.**",
    "long": "The ask is long. **What is the smallest part of it?**",
    "ready": "All parts are there. **Read it aloud.** How does it sound?",
}


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Compare three versions, put both asks together, and look at the words in them."""
    compared = max(0, number(answers, exercise.part(Choice, "compare")))
    found: dict[str, Found] = {
        "meter": replace(exercise.blank(Bars, "meter"), values=MARKS[compared]),
        "meter_words": Pick(QUESTIONS[compared]),
    }
    version = VERSIONS[max(0, number(answers, exercise.part(Choice, "second_how")))]
    for build, how in zip(BUILDS, (VERSIONS[0], version), strict=True):
        places = _places(exercise, answers, build)
        found[f"{build}_ask"] = Pick(how, {name: words or OPEN for name, words in places.items()})
        found[f"{build}_check"] = Flags(_flags(exercise.part(Deck, "watch"), places))
    return found


def _places(exercise: Exercise, answers: Answers, build: str) -> dict[str, str]:
    """The words for the four places of one ask; a feeling typed in goes before one from the menu."""
    menu = exercise.part(Choice, f"{build}_menu")
    chosen = number(answers, menu)
    own = _slot(exercise, answers, f"{build}_own")
    return {
        "when": _slot(exercise, answers, f"{build}_when"),
        "feeling": own or (menu.options[chosen] if chosen >= 0 else ""),
        "side": _slot(exercise, answers, f"{build}_side"),
        "ask": _slot(exercise, answers, f"{build}_would"),
    }


def _slot(exercise: Exercise, answers: Answers, part_id: str) -> str:
    """What stands in a field, without the end of a sentence and without the label typed once more."""
    control = exercise.part(Write, part_id)
    words = " ".join(text(answers, control).split()).rstrip(" .?!…")
    opening = f"{control.label.rstrip(' .?!…')} "
    return words[len(opening) :] if words.lower().startswith(opening.lower()) else words


def _flags(watch: Deck, places: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the remarks that fit the words. Danger goes before all; where nothing is amiss, all is ready."""
    said = " / ".join(places[name] for name in ("when", "side", "ask"))
    if stands_in(watch.leaves[DANGER], f"{said} / {places['feeling']}"):
        return ("danger",)
    found = {
        "too_big": stands_in(watch.leaves[TOO_BIG], said),
        "blame": stands_in(watch.leaves[BLAME], places["feeling"]),
        "thought": len(places["feeling"].split()) > LONG_FEELING,
        "unseen": stands_in(watch.leaves[UNSEEN], places["ask"]),
        "long": len(places["ask"].split()) > LONG,
    }
    names = tuple(name for name, holds in found.items() if holds)
    return names or (("ready",) if all(places.values()) else ())


def _build(build: str, story: str, *more: Part) -> tuple[Part, ...]:
    """The screen on which the group builds one ask."""
    return (
        Text(story),
        Beside(
            left=(
                Sentence(f"{build}_ask", SPOKEN),
                Hints(f"{build}_check", "Check it together", CHECKS),
                *more,
            ),
            right=(
                Write(f"{build}_when", "When ...", lines=1, help="What a camera would show."),
                Choice(f"{build}_menu", "I feel ...", FEELINGS, menu=True),
                Write(f"{build}_own", "Or another feeling word", lines=1),
                Write(f"{build}_side", "I guess you ...", lines=1, help="Their side. It is only a guess."),
                Write(
                    f"{build}_would", "Would you ...?", lines=1, help="One small thing that a person can do."
                ),
            ),
        ),
    )


WHO = "{about:ines} {about:leo} They are made up."
PANS = (
    "Silent: {person:ines} says nothing, and shuts the cupboard hard.",
    "Sharp: “You never clean up! You only think of yourself.”",
    "Clear: “When the pans are in the sink at six, I feel tired. I guess you got home late. Would you leave them to soak?”",
)
METER = Bars(
    alt="Three bars: our marks for the silent, the sharp and the clear version, from 0 to 10.",
    names=("1 Silent", "2 Sharp", "3 Clear"),
    values=MARKS[0],
    most=10,
    heads=("Version", "Our mark, 0 to 10"),
)
DEMO = Step(
    id="demo",
    name="Three ways to say one thing",
    kind="show",
    fixed_min=3,
    say=(
        "Two cousins share a home. {person:leo} cooks late and leaves the pans. {person:ines} gets up at six.",
        "{person:ines} could say it in three ways. Listen.",
        *PANS,
        "A clear ask has four parts: what happened, a feeling, their side, one small ask.",
        "This is for people who are safe for us. With someone who controls or scares a person, an ask can bring danger. Then it is wise not to ask.",
    ),
    do=(
        "Say the three ways, each in its own voice.",
        "Press a question. First people show 0 to 10 with their fingers. Then look at the bars.",
        "Say that the marks are our guess. Theirs count just as much.",
    ),
    watch_for=(
        "“You should just speak up.” Say: “Silence can keep a person safe. That can be wise.”",
        "A group that finds the clear way rude. Say: “Good point. We will try a softer way soon.”",
    ),
    if_short="Read the three ways. Look at one question only.",
    screen=(
        Text("The pans are in the sink again. **What could {person:ines} say to {person:leo}?**"),
        Steps(PANS),
        Beside(
            left=(
                Choice(
                    "compare",
                    "Compare the three",
                    ("How clear is it?", "How kind is it?", "How likely is it to work?"),
                    start=0,
                ),
                Sentence(
                    "meter_words",
                    {
                        "clear": "Silence hides the wish. Sharp words show anger, and hide the wish too.",
                        "kind": "Silence may seem kind, and then it turns cold. Sharp words sting.",
                        "work": "A clear ask works more often. It can still get a no.",
                    },
                ),
            ),
            right=(Picture("meter", METER),),
            left_share=38,
        ),
    ),
)
FIRST = Step(
    id="first",
    name="Build an ask for {person:leo}",
    kind="group",
    fixed_min=3,
    say=(
        "{person:leo} works at night and sleeps until ten. At eight, {person:ines} talks on the phone in the next room.",
        "What can {person:leo} ask? We build it together.",
        "Say only what a camera would show. Then a feeling. Then a guess at the other side.",
        "Last, one small thing to ask for.",
    ),
    do=(
        "Ask for one part at a time, and type it in.",
        "Read the whole sentence aloud. Ask: “Would you say yes to this?”",
        "If the group is stuck, offer: “When the phone is on speaker at eight, I feel tired. I guess you like to walk around. Would you use the kitchen until ten?”",
        "If a remark shows up, mend that part together.",
    ),
    watch_for=(
        "A part from someone's own life. Say: “Thank you. Let us stay with {person:leo} for now.”",
        "“I guess you do not care.” Ask: “What is a kind guess?”",
    ),
    if_short="Fill in the feeling yourself. Ask for the other three parts.",
    screen=_build(
        "first",
        "{person:leo} works at night and sleeps until ten. At eight, {person:ines} talks on the phone in the next room. "
        "**What can {person:leo} ask?**",
    ),
)
SECOND = Step(
    id="second",
    name="Build an ask for {person:ines}",
    kind="second",
    fixed_min=3,
    say=(
        "{person:leo} said: “I will pay my half of the power bill on Friday.” Now it is Monday. What can {person:ines} ask?",
        "We build it. Then we hear it straight, softer, and short.",
        "No way is the right one. People, places and families differ.",
    ),
    do=(
        "Build the four parts.",
        "If the group is stuck, offer: “When half of the bill is open, I feel worried. I guess your week was slow. Would you send ten dollars today?”",
        "Press “Softer” and “Only the ask”. Read each one aloud.",
        "Ask: “Which one would people use where you come from?”",
    ),
    watch_for=(
        "Talk of which culture is polite. Say: “Each way can be clear and kind.”",
        "Someone who would ask through an elder or a friend. Say: “That is a good way too.”",
    ),
    if_short="Leave this step out.",
    screen=_build(
        "second",
        "{person:leo} said: “I will pay my half of the power bill on Friday.” Now it is Monday. "
        "**What can {person:ines} ask?**",
        Choice("second_how", "How would you like it?", ("Straight", "Softer", "Only the ask"), start=0),
        WATCH,
    ),
)
PAIRS = Step(
    id="pairs",
    name="An ask of your own",
    kind="pairs",
    fixed_min=7,
    short_min=2,
    say=(
        "Now on paper. Pick something small, like noise, dishes or a late bus.",
        "Pick a person who is safe for you. Do not say who it is. You can also use the cousins.",
        "Then take turns. One reads an ask aloud. The other says back only the last part: what is asked?",
        "You may pass, or only listen.",
    ),
    do=(
        "Hand out the sheets. Make pairs of people who do not live together.",
        "Give two minutes to write. Then call each turn.",
        "Walk past each pair once.",
    ),
    watch_for=(
        "A big or painful topic. Say softly: “Keep that one. Take something small today.”",
        "Fear of someone. Find the person alone after. Believe them. Offer the help lines and a phone.",
        "Advice on what to do at home. Say: “We only hear if the ask is clear.”",
    ),
    if_short="Write for two minutes. Leave out the pairs.",
    screen=(
        Text("**Something small. Someone who is safe for you.** Do not say who it is."),
        Steps(
            (
                "Write one ask on your sheet.",
                "Read it to the other person. Or pass.",
                "The other one says back: what is asked?",
            )
        ),
        Timer(
            "pair_time",
            "Time to write and to read",
            (
                Turn("Write on your own", 120),
                Turn("The first person reads", 150),
                Turn("The second person reads", 150),
            ),
        ),
    ),
)
CLOSE = Step(
    id="close",
    name="The part to keep",
    kind="round",
    fixed_min=0,
    per_person_sec=15,
    say=(
        "Which part helps you most: what happened, the feeling, their side, or the ask? You may pass.",
        "You do not have to ask anyone anything this week.",
    ),
    do=("Go round once. One part is enough.", "Point to the last line of the sheet: one small thing."),
    watch_for=("A plan to speak to someone hard. Say: “You can wait. A safe helper can go first.”",),
    if_short="Ask for three voices only.",
    screen=(
        Text("Which part helps you most? You may pass."),
        Steps(("What happened", "The feeling", "Their side", "One small ask")),
    ),
)

LABEL_THEM = Section(
    "Hear three ways",
    (
        Text("Someone comes late. Write **silent**, **sharp** or **clear** below each line."),
        Beside(
            left=(Write("sigh", "(a long sigh)", lines=1),),
            right=(
                Beside(
                    left=(Write("never", "“You never care!”", lines=1),),
                    right=(Write("worry", "“I get worried. Would you text?”", lines=1),),
                    left_share=37,
                ),
            ),
            left_share=25,
        ),
    ),
)
FEELING_WORDS = Text(
    "**Sad**, lonely, hurt, tired, bored, ashamed\n"
    "**Worried**, scared, nervous, stressed, unsure, confused\n"
    "**Angry**, annoyed, upset, frustrated, jealous, restless\n"
    "**Glad**, calm, hopeful, thankful, proud, relieved"
)
SLOTS = ("When ...", "I feel ...", "I guess you ...", "Would you ...?")


SAFER = Safer(
    notes=(
        "The group builds asks for {person:ines} and {person:leo} only. Nobody writes to a person they know.",
        "There are no pairs. Partners and family do not practice on each other.",
        "Do not send anyone home to try it. Do not ask what people will say at home.",
        "Tell nobody what another person said or wrote.",
    ),
    steps=(
        DEMO,
        FIRST,
        SECOND,
        Step(
            id="paper",
            name="Two more stories, on paper",
            kind="alone",
            fixed_min=7,
            short_min=3,
            say=(
                "On your sheet are two more stories of the cousins. Build an ask for each.",
                "Keep to the story. This is not about anyone here or at home.",
                "After four minutes, I read some asks aloud. Leave yours with me only if you like.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Take the asks that people hand you. Read three aloud. Say no names.",
                "Ask all: “What is asked? Would you say yes?”",
            ),
            watch_for=(
                "A look or a hint between two people. Read the next ask. Say nothing about it.",
                "An ask that is about real life. Do not read it aloud. Find the person alone after.",
            ),
            if_short="Write for three minutes. Read one ask aloud.",
            screen=(
                Text("**Build an ask for each story on your sheet.** Keep to the cousins."),
                Steps(
                    (
                        "Write what happened, and a feeling.",
                        "Guess the other side.",
                        "Write one small ask.",
                    )
                ),
                Timer(
                    "paper_time",
                    "Time on paper, then time to hear some",
                    (Turn("Write on your own", 240), Turn("Hear three asks", 180)),
                ),
            ),
        ),
        replace(
            CLOSE,
            name="What made it clear",
            say=(
                "What made an ask clear in these stories? Say one word. You may pass.",
                "This was practice with made-up people. Nothing has to be said at home.",
            ),
            do=("Go round once. One word is enough.", "Do not ask for plans."),
            watch_for=("Talk about a real person. Say: “Today we stay with the cousins.”",),
            screen=(
                Text("What made an ask clear in these stories? Say one word. You may pass."),
                Write("clear_words", "Words that make an ask clear", lines=3),
            ),
        ),
    ),
    sheet=(
        LABEL_THEM,
        Section(
            "Build two asks for the cousins",
            (
                Steps(
                    (
                        "{person:ines} cooks for two. {person:leo} eats out, and does not say so.",
                        "{person:leo} lends a bike. It comes back with a flat tire.",
                    )
                ),
                FEELING_WORDS,
                Grid(
                    "story_asks",
                    "Pick a feeling word. Fill in the boxes.",
                    SLOTS,
                    ("1. {person:ines} asks", "2. {person:leo} asks"),
                    (),
                ),
                Text("Some people are not safe to ask. It is wise to stay quiet then."),
            ),
        ),
    ),
    remember="A clear ask names what happened and one small thing to do.",
)

EXERCISE = Exercise(
    id="clear_ask",
    code="C1",
    section="Keeping relationships strong",
    source_point=12,
    title="Clear ask",
    goal="This sheet helps you find clear, kind words for one small ask.",
    intensity=1,
    rule=rule,
    steps=(DEMO, FIRST, SECOND, PAIRS, CLOSE),
    sheet=(
        LABEL_THEM,
        Section(
            "Build two small asks",
            (
                Text(
                    "**Only for people who are safe for you.** An ask can bring danger if someone scares or controls you."
                ),
                FEELING_WORDS,
                Grid("asks", "Pick a feeling word. Fill in the boxes.", SLOTS, ("Ask 1", "Ask 2"), ()),
                Sentence("soft", {"start": "A softer way: Would it be all right to {ask}?"}),
            ),
        ),
    ),
    remember="Ask for one small thing. A clear ask can still get a no.",
    bring=("One sheet and one pen for each person", "Chairs that people can move"),
    cautions=(
        "To ask straight out can raise danger with a person who controls. Say so once aloud. It is on the sheet too.",
        "How straight people speak differs by family, faith and place. Show the softer way as just as good.",
        "A clear ask is no promise. Do not tell anyone that it will work.",
        "Silence can be the safe choice. Never blame it.",
    ),
    quiet="Work on the sheet alone. Label the three lines and pick feeling words.",
    online="Paste the four openings into the chat. Type the group's words in yourself. Where there are pairs, use rooms of two.",
    low_literacy="Say each part aloud and count the four parts on your fingers. Faces can stand for feelings.",
    no_pens="Build asks aloud, one finger for each part.",
    small_group="Hear asks all together.",
    large_group="For the last question take three voices. Pairs can talk first, but not where partners or family may be in the room.",
    safer=SAFER,
    safety="The group works with made-up people. The danger of asking is said aloud, and no one has to ask.",
    choice="People pick straight, soft or short words. They can stay with the made-up cousins, or pass.",
    evidence="In one study, readers liked openings best that gave both sides. It did not follow real talks at home.",
    strength=1,
)

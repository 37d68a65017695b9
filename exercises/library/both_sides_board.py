"""C5. Both sides board: lay out two sides of a made-up quarrel, find options, and weigh them with dots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import filled_rows, number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Found,
    Pick,
    Picture,
    Rows,
    Scale,
    Section,
    Sentence,
    Text,
    Timer,
    Turn,
    Write,
)
from exercises.pictures import Bars

MOST_OPTIONS = 8
MOST_DOTS = 36
"""Three dots each, for twelve people."""
LONGEST_NAME = 60
"""Letters of an option that the picture has room for."""
SIDE_COLUMNS = (Write("wants", "Wants", lines=2), Write("why", "Why it matters", lines=2))
YUSUF = Rows(
    "yusuf",
    "{person:yusuf}",
    "Wish {n}",
    SIDE_COLUMNS,
    start=(("To cook at midnight", "It is the only warm meal after class"),),
    most=3,
)
ANNA = Rows(
    "anna",
    "{person:anna}",
    "Wish {n}",
    SIDE_COLUMNS,
    start=(("No noise from nine to five", "Farm work starts in the dark"),),
    most=3,
)
BOTH = Rows(
    "both",
    "What both want",
    "Both {n}",
    (Write("words", "They both want", lines=1),),
    start=(("To sleep well",),),
    most=3,
)
FRIEND = Rows(
    "friend",
    "A kind friend who takes no side",
    "Line {n}",
    (Write("says", "This friend would say", lines=2),),
    start=(("You are both tired, and you both want a calm home.",),),
    most=2,
)
FIRST_OPTIONS = (
    "Cook before ten, warm it up later",
    "Soft shoes and a closed door at night",
    "Tell each other the week's plan on Sunday",
)
OPTIONS = Rows(
    "options",
    "What could they try?",
    "Option {n}",
    (Write("what", "They could", lines=1),),
    start=tuple((what,) for what in FIRST_OPTIONS),
    most=MOST_OPTIONS,
)
DOTS = tuple(Scale(f"dots_{n}", f"Dots for option {n}", high=MOST_DOTS) for n in range(1, MOST_OPTIONS + 1))
RANKING = Bars(
    alt="The options, the one with the most dots first.",
    names=tuple(f"{n}. {what}" for n, what in enumerate(FIRST_OPTIONS, start=1)),
    values=(0,) * len(FIRST_OPTIONS),
    most=1,
    heads=("Option", "Dots"),
)
UNTIL = Choice(
    "until", "Until when?", ("next Sunday", "the end of the month", "the next talk over tea"), start=0
)
FAIR = Choice(
    "fair",
    "Would you take the other half of the plan?",
    ("Yes, I would swap sides", "No, one side gives more", "I am not sure"),
)
RESULT = Sentence(
    "result",
    {
        "none": "No option has dots yet. Go back one step and count the dots.",
        "tie": "The first options have the same number of dots. Ask for hands once more, then add a dot.",
        "one": "We will try “{what}” until {until}, then check.",
    },
)
VERDICT = Sentence(
    "verdict",
    {
        "open": "Ask both halves of the room. Then pick an answer.",
        "swap": "It looks fair from both sides. It is still only a try.",
        "more": "Then it is not done. Change one thing until either side would take it.",
        "unsure": "Then try it for a shorter time, and check sooner.",
    },
)
GATE = "**Either side may stop, at any time.** Nobody has to give way on safety."


def ranked(exercise: Exercise, answers: Answers) -> list[tuple[str, str, int]]:
    """Every option with its name in the picture and its dots, the most dots first; ties keep their order."""
    rows = exercise.part(Rows, "options")
    found = []
    for place, (what, *_) in enumerate(filled_rows(answers, rows)[:MOST_OPTIONS], start=1):
        said = " ".join(str(what).split()).rstrip(".")
        short = said if len(said) <= LONGEST_NAME else said[: LONGEST_NAME - 1] + "…"
        dots = number(answers, exercise.part(Scale, f"dots_{place}"))
        found.append((f"{place}. {short}" if said else f"{place}.", said, dots))
    return sorted(found, key=lambda option: -option[2])


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Rank the options by their dots, and say which one to try and whether it seems fair."""
    options = ranked(exercise, answers)
    dots = [dots for *_, dots in options]
    until = exercise.part(Choice, "until")
    if not any(dots) or not options[0][1]:
        result = Pick("none")
    elif dots.count(max(dots)) > 1:
        result = Pick("tie")
    else:
        when = until.options[max(0, number(answers, until))]
        result = Pick("one", {"what": options[0][1], "until": when})
    verdicts = tuple(exercise.part(Sentence, "verdict").versions)
    return {
        "ranking": replace(
            exercise.blank(Bars, "ranking"),
            names=tuple(name for name, *_ in options),
            values=tuple(dots),
            most=max([1, *dots]),
        ),
        "result": result,
        "verdict": Pick(verdicts[number(answers, exercise.part(Choice, "fair")) + 1]),
    }


STORY = (
    "{about:yusuf} {about:anna} They share a small flat with thin walls. The pans wake {person:anna} at midnight. "
    "The kettle wakes {person:yusuf} at five. Both are tired, and both would like to stay friends."
)
MEET = Step(
    id="meet",
    name="Two housemates",
    kind="show",
    fixed_min=3,
    say=(
        STORY,
        "They are made up. Nobody in this story is afraid of the other.",
        "Today we use a board with two sides. We do not look for who is right.",
        "Either side may stop, at any time. Nobody has to give way on safety.",
        "This board is not for times of fear or control. There, private help comes first.",
        "And it is not for something that is going on between people in this room.",
    ),
    do=(
        "Read the story aloud, with the same care for both.",
        "Ask: “What would be hard for {person:yusuf}? What would be hard for {person:anna}?” Take one voice for each.",
        "Say the two rules. Wait for a nod.",
    ),
    watch_for=(
        "“One of them is just selfish.” Say: “We do not need a judge. We look for what each one needs.”",
        "A real quarrel that comes into the room. Say: “Not here and not today. Let us stay with the housemates.”",
    ),
    if_short="Read the story and the rules. Never leave out the rules.",
    screen=(
        Text(STORY),
        Text(GATE),
        Text("This board is **not** for times of fear or control. There, private help comes first."),
    ),
)
SIDES = Step(
    id="sides",
    name="Fill both sides",
    kind="group",
    fixed_min=6,
    say=(
        "What does {person:yusuf} want? And why does it matter? Then the same for {person:anna}.",
        "A want is a plan, like no noise. The why is what lies under it, like sleep.",
        "Now the middle: what do they both want?",
        "Last: a kind friend looks on, and takes no side. What would this friend say?",
        "Call it out, or only listen.",
    ),
    do=(
        "Start with the words on the screen: {person:yusuf} wants to cook at midnight, {person:anna} wants no noise from nine to five. Change them, and add a row for each side.",
        "Give both sides the same time: about two minutes each.",
        "Ask for the middle and for the friend's line. Read the whole board aloud.",
    ),
    watch_for=(
        "One side gets all the words. Say: “Now let us stand on the other side.”",
        "A why that blames. Ask: “What does this person need?”",
    ),
    if_short="Add one row to each side. Read out the friend's line.",
    screen=(Beside(left=(YUSUF,), right=(ANNA,)), Beside(left=(BOTH,), right=(FRIEND,))),
)
IDEAS = Step(
    id="ideas",
    name="Up to eight options",
    kind="group",
    fixed_min=5,
    say=(
        "What could they try? Call out ideas. Nobody has to like them yet.",
        "Small, odd and funny ones count too. We weigh them later.",
        "They can also do some things apart. That counts too.",
    ),
    do=(
        "Three ideas are there to start with. Type in each new one as it comes. Stop at eight.",
        "When it gets quiet, ask: “What if time was no problem? What if money was no problem?”",
    ),
    watch_for=(
        "“That will never work.” Say: “We weigh them in a minute. What is one more?”",
        "Ideas in which only one side gives. Ask: “What could the other side add?”",
    ),
    if_short="Stop at five options.",
    screen=(Text("All ideas count. **Nobody has to like them yet.**"), OPTIONS),
)
WEIGH = Step(
    id="weigh",
    name="Three dots each",
    kind="group",
    fixed_min=3,
    say=(
        "Each of you has three dots. Put them on one option, or on two or three.",
        "I read an option. You hold up as many fingers as you give it dots. You may keep your dots.",
    ),
    do=(
        "Read each option aloud. Count the fingers and set the number. Write down no names.",
        "Leave the other numbers at zero. Take options away before you count, not after.",
        "The option with the most dots goes to the top.",
        "Read the top two aloud.",
    ),
    watch_for=("People who wait to see what others do. Say: “Eyes on the screen, please. Then fingers up.”",),
    if_short="One dot each: one finger for one option.",
    screen=(
        Text("You have **three dots**. Which options would you like them to try?"),
        Picture("ranking", RANKING),
        Section("Count the dots", DOTS),
    ),
)
TRY = Step(
    id="try",
    name="Try it out",
    kind="pairs",
    fixed_min=3,
    short_min=1,
    say=(
        "This is the line they could say. A try has an end, and then they check.",
        "In pairs: one is {person:yusuf}, one is {person:anna}. Say the line to each other. How does it feel?",
        "Then ask: would you take the other half of the plan? If not, what is one thing to change?",
        "You may pass, or only listen.",
    ),
    do=(
        "Pick until when. Read the line aloud.",
        "Make pairs and start the timer.",
        "Ask for hands: would you swap? Press what most people say, and read the reply.",
    ),
    watch_for=(
        "A pair that plays a loud quarrel. Say: “Softly, please. We only try the line.”",
        "“They just have to meet in the middle.” Say: “A half of each is not always fair. And never on safety.”",
    ),
    if_short="Leave out the pairs. Read the line, and ask for hands.",
    screen=(
        Beside(left=(RESULT, VERDICT), right=(UNTIL, FAIR)),
        Timer("pair_time", "Time in pairs", (Turn("Say the line, then swap", 90),)),
    ),
)
CLOSE = Step(
    id="close",
    name="What keeps a talk kind",
    kind="round",
    fixed_min=0,
    per_person_sec=15,
    say=(
        "On your sheet is the same board, empty, and a plan to cool down. It is for a small matter, at a calm time.",
        "One word: what keeps a hard talk kind? You may pass.",
    ),
    do=(
        "Hand out the sheets. Go round once. Type in the words.",
        "Say it once more: either side may stop. Where there is fear, private help comes first.",
        "Point to the last line of the sheet: one small thing.",
    ),
    watch_for=(
        "Someone who wants to fill in the sheet with a person in the room. Say: “Not here. Take it slowly, and alone first.”",
    ),
    if_short="Ask for three voices only.",
    screen=(
        Text("What keeps a hard talk kind? One word. You may pass."),
        Write("kind", "What keeps a talk kind", lines=3),
    ),
)


def board(left: str, right: str, key: str) -> tuple[Beside, Beside]:
    """The empty board on paper: two sides, then the middle and the friend."""

    def side(title: str, name: str) -> tuple[Section, ...]:
        asked = (
            Write(f"{key}_{name}_wants", "Wants", lines=2),
            Write(f"{key}_{name}_why", "Why it matters", lines=2),
        )
        return (Section(title, asked),)

    return (
        Beside(left=side(left, "one"), right=side(right, "other")),
        Beside(
            left=(Write(f"{key}_both", "What both want", lines=1),),
            right=(Write(f"{key}_friend", "What a kind friend would say", lines=1),),
        ),
    )


SAFER = Safer(
    notes=(
        "Only the housemates, on the screen and on paper. Nobody works on a quarrel of their own.",
        "Seat people who came together apart. Make no pairs. Nobody plays a part.",
        "Dots are secret: three marks on a small card, into a bag. You count out of sight.",
        "Hand out no plan to cool down with another person. It can be turned against someone.",
        "Never say that both should meet in the middle. Never ask two people to agree.",
    ),
    steps=(
        replace(
            MEET,
            watch_for=(
                *MEET.watch_for,
                "A look between two people who came together. Go on with the story. Ask nothing.",
            ),
        ),
        SIDES,
        IDEAS,
        replace(
            WEIGH,
            say=(
                "Each of you has three dots. You put them on a card, and nobody sees it.",
                "Write the number of an option for each dot. The same number twice is fine. So is an empty card.",
            ),
            do=(
                "Read all options aloud with their numbers. Give out small cards.",
                "Collect the cards in a bag. Count out of sight, and set the numbers.",
                "With four people or fewer, set no numbers. Ask which two options they would look at first, and add a dot to one.",
                "Read the top two aloud.",
            ),
            watch_for=(
                "Someone who looks at another's card. Say to all: “Please look at your own card only.”",
            ),
            if_short="One dot each, still on a card.",
        ),
        replace(
            TRY,
            kind="group",
            say=(
                TRY.say[0],
                "I read it twice: once for {person:yusuf}, once for {person:anna}. Listen. How would it sound to each?",
                "Is it fair to both? What is one thing they could change? Call it out, or only listen.",
            ),
            do=(
                "Pick until when. Read the line aloud, slowly, two times.",
                "Ask the whole group whether either housemate would take the other half. Press an answer, and read the reply.",
                "Hand out the sheets. People may write about the housemates, or leave it empty.",
            ),
            watch_for=(
                "Two people who answer to each other. Say: “We look at the housemates.” Ask the whole group.",
                TRY.watch_for[1],
            ),
            if_short="Read the line once, and ask whether it is fair.",
            screen=(
                Beside(
                    left=(RESULT, VERDICT),
                    right=(
                        UNTIL,
                        replace(
                            FAIR,
                            label="Would either housemate take the other half of the plan?",
                            options=(
                                "Yes, they could swap sides",
                                "No, one side gives more",
                                "It is not clear",
                            ),
                        ),
                    ),
                ),
            ),
        ),
        replace(
            CLOSE,
            say=(
                "One word: what could help {person:yusuf} and {person:anna} to stay friends? You may pass.",
            ),
            do=("Go round once. Type in the words.", *CLOSE.do[1:], "Say: “You can leave your sheet here.”"),
            watch_for=("A word that is meant for someone in the room. Thank them, and take the next one.",),
            screen=(
                Text("What could help the housemates to stay friends? One word. You may pass."),
                Write("kind", "What could help", lines=3),
            ),
        ),
    ),
    sheet=(
        *board("{person:yusuf}", "{person:anna}", "made_up"),
        Section(
            "What they could try",
            (
                Text(GATE),
                Sentence("made_up_try", {"line": "They will try {what} until {when}, then check."}),
                Write("made_up_fair", "Is it fair to both? Why?", lines=2),
            ),
        ),
    ),
)

EXERCISE = Exercise(
    id="both_sides_board",
    code="C5",
    section="Keeping relationships strong",
    source_point=16,
    title="Both sides board",
    goal="This sheet helps you look at both sides of a quarrel.",
    intensity=2,
    rule=rule,
    steps=(MEET, SIDES, IDEAS, WEIGH, TRY, CLOSE),
    sheet=(
        *board("One side", "The other side", "mine"),
        Write("my_options", "Options to try (odd ones count too)", lines=2),
        Sentence("my_try", {"line": "We will try {what} until {when}, then check."}),
        Section(
            "Plan to cool down",
            (
                Text("**Either side may stop.** This is not for times of fear or control."),
                Sentence(
                    "pause", {"line": "Our pause word is {word}. We stop for {minutes} minutes (20 or more)."}
                ),
                Sentence("back", {"line": "We come back at {time}, or we pick another day."}),
            ),
        ),
    ),
    remember="Look for what both need. Nobody has to give way on safety.",
    bring=(
        "One sheet and one pen for each person",
        "The list of places for each person: it is on the Closing sheet",
        "For secret dots: one small card for each person, and a bag",
    ),
    cautions=(
        "Never use the board for a quarrel that is going on between people in the room.",
        "It is not for fear or control. There it can do harm, and private help comes first.",
        "Nobody has to meet in the middle on safety. Do not say that both have to give.",
        "Some people were taught to keep silent, and some to speak up. Both can be wise.",
    ),
    quiet="Follow the board and keep your dots. Or write one option on a card.",
    online="Share the board. Ideas go into the chat. Dots come to you in a private message, and you key in the counts.",
    low_literacy="Read the board aloud, both sides, after each step. Draw a small sign for each option.",
    no_pens="Fill the board on the screen only. Hand out the sheet for later.",
    small_group="With four or fewer, talk about the two best options in place of dots.",
    large_group="Take three voices for each side of the board. Have a helper count.",
    safer=SAFER,
    safety="The quarrel is made up and small, and either side may stop.",
    choice="People may keep their dots, pass on any step, or only listen.",
    evidence="In one study, couples who wrote about their fights as a neutral person would lost less of their joy over time. This board itself has not been tested.",
    strength=2,
)

"""C2. Where is the line?: vote on five made-up cases, then find words for a limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import text, ticked
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Case,
    Found,
    Pick,
    Section,
    Sentence,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
    Vote,
    Write,
)

OPTIONS = ("OK", "Depends", "Not OK")
CASES = (
    Case(
        "A cousin asks {person:ines} for a loan. The last loan is not paid back yet.",
        (
            "In many families, money goes round. To help is a duty, and a joy.",
            "How much is it? Can {person:ines} live well if it never comes back?",
            "The rent comes first. You can love a cousin and still say no.",
        ),
    ),
    Case(
        "A friend in a hard time calls {person:tom} after midnight, three nights a week.",
        (
            "Nights are long when life is hard. It can mean a lot when a friend picks up.",
            "Is someone in danger? Who else could the friend call at night, like {line:crisis}?",
            "{person:tom} has a baby and needs sleep. A call by day is care too.",
        ),
    ),
    Case(
        "An aunt comes to see {person:kofi} without a call, and stays for dinner.",
        (
            "In many homes the door is always open. To ask first can feel cold.",
            "Did {person:kofi} work all night? Did the aunt travel far?",
            "A home is a place to rest. It is fair to ask for a short call first.",
        ),
    ),
    Case(
        "{person:leo}'s boss sends messages on a day off, and wants an answer by night.",
        (
            "Some teams agree on it. They take turns, and they are paid for it.",
            "Is it rare? Is it paid? Could a no cost {person:leo} the job?",
            "A day off is for rest. The answer can wait for the next shift.",
        ),
    ),
    Case(
        "{person:hana} tells a brother some health news. He tells the whole family.",
        (
            "Some families carry hard news together. He may have hoped for help and prayers.",
            "Did he know that it was private? What did {person:hana} ask him to do?",
            "Health news belongs to the person. Others share it only after a yes.",
        ),
    ),
)
REASONS = tuple(
    f"**{case.text}** "
    + " ".join(f"{option}: {reason}" for option, reason in zip(OPTIONS, case.reasons, strict=True))
    for case in CASES
)
"""Each case with its reasons, for the guide: on screen they come up after each vote."""
VOTE = Vote("cases", "Is this OK?", OPTIONS, CASES, head="Answer")
ON_PAPER = Vote(
    "my_cases",
    "Tick what you think. There are no wrong answers.",
    OPTIONS,
    (
        Case("A cousin asks for one more loan.", ()),
        Case("A friend calls after midnight, a lot.", ()),
        Case("An aunt visits without a call.", ()),
        Case("The boss writes on a day off.", ()),
        Case("A brother shares private news.", ()),
    ),
    head="What happens",
)
NOT_FOR_ABUSE = (
    "**Limits do not stop abuse, and they can add danger.** Where there is fear, get private help first."
)
STORY = (
    "{person:ruth} minds a grandchild after school, with joy. Now the family asks for every Saturday too. "
    "Saturday is for friends and rest."
)
LINE = "I'm not able to {not_able}. I can {able}. If {when}, I will {action}."
LINES = ("I'm not able to {not_able}.", "I can {able}.", "If {when}, I will {action}.")
"""The same line on paper, where each piece needs room to write."""
LIMIT = Sentence("line", {"line": LINE})
BLANK = "___"
"""What stands in the line where the group has written nothing yet: no word, so the same in each language."""
CHECK = Sentence(
    "checked",
    {
        "empty": "Fill in the four fields for {person:ruth}. The line grows as you type.",
        "look": "Read the line aloud. Then tick what is true.",
        "unsafe": "Is it safe to say? If not, nobody has to say it. Private help comes first.",
        "change": "Change the words until you can tick all four.",
        "ready": "All four fit. {person:ruth} can say it once, in a kind voice, and keep to it.",
    },
)
PLACES = (
    Write("not_able", "I'm not able to ...", lines=1, help="Like: mind the child every Saturday."),
    Write("able", "I can ...", lines=1, help="Like: help on one Saturday a month."),
    Write("when", "If ...", lines=1, help="Like: you ask on the day itself."),
    Write("action", "I will ... (my own action)", lines=1, help="Like: say no, and see you on Monday."),
)
TRUE = Ticks(
    "true",
    "Check the line",
    (
        "It is short and calm.",
        "It says what {person:ruth} will do.",
        "{person:ruth} can keep to it, week after week.",
        "It is safe to say. Nobody will come to harm.",
    ),
)
"""What makes a line a good one. The last is the one that counts most."""


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Put the group's words into the limit line, and say what is still missing."""
    filled = {
        name: text(answers, exercise.part(Write, name)).rstrip(".!")
        for name in ("not_able", "able", "when", "action")
    }
    checks = exercise.part(Ticks, "true")
    true, all_of_them = ticked(answers, checks), len(checks.options)
    safe = all_of_them - 1 in true
    if not all(filled.values()):
        kind = "empty"
    elif not true:
        kind = "look"
    elif not safe:
        kind = "unsafe"
    else:
        kind = "ready" if len(true) == all_of_them else "change"
    return {
        "line": Pick("line", {name: words or BLANK for name, words in filled.items()}),
        "checked": Pick(kind),
    }


INTRO = Step(
    id="intro",
    name="What a limit is",
    kind="show",
    fixed_min=2,
    say=(
        "A limit says what I can do. It does not say what you must do.",
        "People draw the line in different places. Family, faith and culture matter, and so do work and rest.",
        "Both can be true: I care for you, and I have a limit.",
        "One thing I say to every group: limits do not stop abuse. There, a limit can add danger.",
        "Where there is fear, private help comes first. The list of places is for everyone.",
    ),
    do=(
        "Read the first line aloud. Wait for a breath.",
        "Say the part about danger to the whole group, and look at no one.",
        "Put the list of places from the Closing sheet where all can take one.",
    ),
    watch_for=(
        "“You just have to be firm.” Say: “For some people that is not safe. There, help comes first.”",
    ),
    if_short="Say the first line and the part about danger. Never leave out the part about danger.",
    screen=(
        Text("A limit says what **I** can do. It does not say what **you** must do."),
        Text("People draw the line in different places. Nobody here has to agree."),
        Text(NOT_FOR_ABUSE),
        Text("In danger: {line:emergency}. Afraid at home: {line:home_violence}."),
    ),
)
VOTING = Step(
    id="vote",
    name="OK, depends, or not OK?",
    kind="group",
    fixed_min=8,
    say=(
        "I read a made-up case. You show me: OK, depends, or not OK.",
        "Thumb up is OK. Flat hand is depends. Thumb down is not OK. You may pass.",
        "There are no wrong answers. We read a reason for each side, every time.",
        "Then I ask: what would change it?",
    ),
    do=(
        "Read the case aloud. Count hands, and set the three numbers. Write down no names.",
        "Read all three reasons, also where everybody is on one side.",
        "Ask: “What would change it?” Type in a few words. Then press “Next case”.",
        "Take about a minute and a half for each case. These are the reasons that come up on the screen:",
        *REASONS,
    ),
    watch_for=(
        "“In my family that would never be OK.” Say: “Thank you. Families differ, and both can be right.”",
        "Laughter at one side. Read that side's reason again, slowly.",
        "A story about someone's real family. Say: “Let us stay with the case.”",
        "A case that turns into fear or force. Say: “Then it is no longer about a limit. Then safety comes first.”",
    ),
    if_short="Take three cases. Read all the reasons.",
    screen=(VOTE, Write("change", "What would change it?", lines=3)),
)
RUTH = Step(
    id="ruth",
    name="A line for {person:ruth}",
    kind="group",
    fixed_min=3,
    say=(
        "Now we help {person:ruth}, all together.",
        STORY,
        "What could {person:ruth} say? We need four short pieces.",
        "The last piece is what {person:ruth} will do. It is not a threat, and not an order.",
    ),
    do=(
        "Fill in the four fields with the group. Take the first good words, not the best.",
        "If no words come, read this one: “I'm not able to mind the child every Saturday. I can help on one Saturday a month. If you ask on the day itself, I will say no, and see you on Monday.”",
        "Read the line aloud. Tick what is true: it is short and calm, it says what {person:ruth} will do, {person:ruth} can keep to it, it is safe to say.",
        "Stop at “It is safe to say.” Wait. Tick it only if the group is sure.",
    ),
    watch_for=(
        "A last piece that tells the family what to do. Ask: “What will {person:ruth} do?”",
        "“You cannot say no to family.” Say: “Many feel that way. What else could {person:ruth} say or do?”",
    ),
    if_short="Read the line from your guide. Tick what is true.",
    screen=(Text(STORY), Beside(left=(LIMIT, TRUE, CHECK), right=PLACES)),
)
PAIRS = Step(
    id="pairs",
    name="One small limit, in pairs",
    kind="pairs",
    fixed_min=3,
    say=(
        "Now in pairs, on paper. Write words for one small limit. Make it about time or things.",
        "Or write for one of the made-up cases. That is just as good.",
        "You may say it straight, or in a soft way, or through an elder.",
        "You may pass. You do not have to say it to anyone outside this room.",
    ),
    do=("Hand out the sheets, make pairs and start the timer.", "Walk past each pair once."),
    watch_for=(
        "A limit about fear, force or sex. Say softly: “Not for this sheet. Can we talk after?”",
        "A pair that gives advice. Say to all: “Only listen, and read it back.”",
    ),
    if_short="Leave this step out.",
    screen=(
        Steps(
            (
                "Write words for **one small limit**, or for one of the cases.",
                "Read it to each other, or keep it.",
                "Check: does it say what **I** will do?",
            )
        ),
        Timer("pair_time", "Time in pairs", (Turn("One small limit, in pairs", 180),)),
    ),
)
CLOSE = Step(
    id="close",
    name="What makes it easier",
    kind="round",
    fixed_min=0,
    per_person_sec=15,
    say=("One word: what makes it easier to keep a limit? You may pass.",),
    do=(
        "Go round once. Type in the words.",
        "Say it once more: where there is fear, private help comes first.",
        "Point to the last line of the sheet: one small thing.",
    ),
    watch_for=("Someone who says that no limit is ever kept at home. Nod. Find the person after, alone.",),
    if_short="Ask for three voices only.",
    screen=(
        Text("What makes it easier to keep a limit? One word. You may pass."),
        Write("easier", "What makes it easier", lines=3),
    ),
)
CARDS = Steps(
    (
        "Write one letter on a card: **O** for OK, **D** for depends, **N** for not OK.",
        "Turn the card over. Put it into the bag. An empty card is fine.",
        "Nobody sees who chose what.",
    )
)
SAFER = Safer(
    notes=(
        "Seat people who came together far apart, before you start. Make no pairs at all.",
        "Votes are secret cards in a bag. No hands and no thumbs. You count where nobody can see.",
        "With four people or fewer, do not count. Read the three reasons only.",
        "Nobody finds a limit of their own here. All work on {person:ruth}'s line.",
        "Never tell one person what another thinks. Never ask anyone to agree.",
    ),
    steps=(
        replace(
            INTRO,
            watch_for=(
                *INTRO.watch_for,
                "A look between two people who came together. Go on. Ask nothing.",
            ),
        ),
        replace(
            VOTING,
            say=(
                "I read a made-up case. You vote with a card: one letter, O, D or N.",
                "The card goes into the bag, face down. Nobody sees it. You may put in an empty one.",
                *VOTING.say[2:3],
                "Then I ask what would change it, for the people in the case.",
            ),
            do=(
                "Give each person five blank cards. Read the case aloud. Walk round with a bag.",
                "Count out of sight, mix the cards and set the three numbers.",
                *VOTING.do[1:3],
                "With four people or fewer, set no numbers. Read the reasons from here:",
                *REASONS,
            ),
            watch_for=(
                "Someone who looks at another's card. Say to all: “Please look at your own card only.”",
                *VOTING.watch_for[1:],
            ),
            if_short="Take three cases. Keep the votes secret.",
            screen=(CARDS, *VOTING.screen),
        ),
        replace(
            RUTH,
            fixed_min=6,
            say=(
                *RUTH.say,
                "Then on paper, write the line for {person:ruth} in words that sound right to you.",
                "{person:ruth} may say it straight, or in a soft way, or through an elder. You may pass.",
            ),
            do=(
                *RUTH.do,
                "After four minutes, hand out the sheets. Give two quiet minutes.",
                "Say: “You can leave your sheet here.”",
            ),
            watch_for=(
                *RUTH.watch_for,
                "Someone who writes about their own home. Say softly: “Today we stay with {person:ruth}.”",
            ),
            if_short="Build the line on the screen. Leave out the paper.",
        ),
        replace(
            CLOSE,
            say=("One word: what would make it easier for {person:ruth}? You may pass.",),
            watch_for=("A word that is meant for someone in the room. Thank them, and take the next one.",),
            screen=(
                Text("What would make it easier for {person:ruth}? One word. You may pass."),
                *CLOSE.screen[1:],
            ),
        ),
    ),
    sheet=(
        replace(ON_PAPER, label="Tick what you think about these made-up cases."),
        Write("could_change", "Take one case. What would change it?", lines=1),
        Section(
            "Find words for {person:ruth}'s Saturdays",
            (
                Text(NOT_FOR_ABUSE),
                *(Sentence(f"ruth_{place}", {"line": line}) for place, line in enumerate(LINES)),
                Write("ruth_action", "What {person:ruth} will do, even so (not what they must do):", lines=1),
            ),
        ),
    ),
)

EXERCISE = Exercise(
    id="where_is_the_line",
    code="C2",
    section="Keeping relationships strong",
    source_point=13,
    title="Where is the line?",
    goal="This sheet helps you notice limits and find words for them.",
    intensity=2,
    rule=rule,
    steps=(INTRO, VOTING, RUTH, PAIRS, CLOSE),
    sheet=(
        ON_PAPER,
        Write("could_change", "Take one case. What would change it?", lines=1),
        Section(
            "Find words for one small limit",
            (
                Text(NOT_FOR_ABUSE),
                *(Sentence(f"my_{place}", {"line": line}) for place, line in enumerate(LINES)),
                Write(
                    "my_action", "What I will do, even if nothing changes (not what they must do):", lines=1
                ),
            ),
        ),
    ),
    remember="A limit says what I can do. It is mine to keep.",
    bring=(
        "One sheet and one pen for each person",
        "The list of places for each person: it is on the Closing sheet",
        "For secret votes: five small blank cards for each person, and a bag",
    ),
    cautions=(
        "Limits do not stop abuse. With someone who hurts or controls, a limit can add danger. Say it aloud to all.",
        "Keep to loans, calls, visits, work and secrets. Take no case about sex or force.",
        "In many families, duty to all comes before the wish of one. Neither way is the only right one.",
        "A no can cost a job, a home or a visa. Never push anyone to say a limit.",
    ),
    quiet="Tick the sheet and keep it. Or only listen to the reasons.",
    online="Send the sheet before. Take votes in a private message to you, and key in the counts. Keep no list of who said what.",
    low_literacy="Read each case and each reason aloud. Say the line aloud. Nobody needs to write.",
    no_pens="Listen to the cases, and build {person:ruth}'s line aloud.",
    small_group="With four or fewer, talk about the three reasons in place of a count.",
    large_group="Take three voices after each case. Have a helper count.",
    safer=SAFER,
    safety="The cases are made up and light, and the danger of limits is said before anything else.",
    choice="People vote, pass or listen. No one has to say a limit to anyone.",
    evidence="Reviews link practice in speaking up with less worry and low mood. Most of the studies are old, and none tested this sheet.",
    strength=2,
)

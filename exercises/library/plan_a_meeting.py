"""Plan a meeting: a few facts about the group, what to do, and the plan that fits. For the facilitator.

What can be planned, and the plan itself, come from whoever shows it: `workshop/plan/board.py`.
"""

from __future__ import annotations

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Act,
    Choice,
    Hints,
    Rows,
    Scale,
    Section,
    Sentence,
    Text,
    Ticks,
    Timetable,
    Write,
)

HEADS = ("Time", "Minutes", "What", "Who speaks")
SAVE = Act("save_group", "Save these facts")

EXERCISE = Exercise(
    id="plan_a_meeting",
    code="",
    section="For the facilitator",
    source_point=0,
    title="Plan a meeting",
    goal="This sheet helps you plan a meeting that fits.",
    intensity=1,
    least_people=1,
    opt_out="Every field may stay empty. Nothing about participants goes in.",
    steps=(
        Step(
            id="group",
            name="Your group",
            kind="alone",
            fixed_min=3,
            say=("Do this before anyone comes. It is for you alone.",),
            do=("Fill in what you know. Leave the rest empty.", "Press the button to keep it for next time."),
            watch_for=("Names of participants. None goes in here.",),
            if_short="Skip it. The kit then plans for eight people in one room.",
            screen=(
                Write("name", "What is your group called?", lines=1, own=True),
                Write("place", "Where do you meet?", lines=1, own=True),
                Choice(
                    "setting",
                    "How do you meet?",
                    ("In one room", "Online", "Some here, some online"),
                    start=0,
                ),
                Choice("role", "How do you lead?", ("As a peer", "As part of my job"), start=0),
                Choice(
                    "partners_or_family",
                    "Could partners or family be in the room together?",
                    ("No", "Yes", "Not sure"),
                    start=0,
                ),
                Ticks(
                    "needs",
                    "What takes more time in your group?",
                    ("Someone interprets", "Someone writes for others"),
                ),
                Choice("paper", "Which paper do you print on?", ("US Letter", "A4"), start=0),
                SAVE,
            ),
        ),
        Step(
            id="lines",
            name="Help near you",
            kind="alone",
            fixed_min=3,
            say=("Numbers change. Call each one before you print it.",),
            do=("Fill in places near you that help.", "Write down the day you called and found it right."),
            watch_for=("A number that nobody has checked. It prints with a blank for the day.",),
            if_short="Leave it empty. The national lines are printed in any case.",
            screen=(
                Write(
                    "country",
                    "Which country are you in? Two letters.",
                    lines=1,
                    help="Like US. Where we have no numbers, blanks are printed.",
                    own=True,
                ),
                Write(
                    "checked_on",
                    "On which day did you call the help lines of your country?",
                    lines=1,
                    help="Like 2026-11-20. Leave it empty if nobody has called.",
                    own=True,
                ),
                Rows(
                    "local",
                    "Places near you",
                    "Place {n}",
                    columns=(
                        Write("name", "What is it called?", lines=1, own=True),
                        Write("reach", "How can people reach it?", lines=1, own=True),
                        Write("checked", "On which day did you check it?", lines=1, own=True),
                        Choice(
                            "safety",
                            "Is it for people who are hurt at home?",
                            ("No", "Yes"),
                            start=0,
                            menu=True,
                        ),
                    ),
                    most=6,
                ),
                Act("save_lines", "Save these facts"),
            ),
        ),
        Step(
            id="meeting",
            name="Your meeting",
            kind="alone",
            fixed_min=2,
            say=("Choose a meeting that is ready to lead, or topics of your own.",),
            do=("Say how many come and how long you have.", "Choose what to do."),
            watch_for=("Too many topics. Two are enough for an hour.",),
            if_short="Choose a meeting that is ready to lead.",
            screen=(
                Scale("people", "How many people come?", low=2, high=24, start=8),
                Write("minutes", "How many minutes do you have?", lines=1, help="Like 90.", own=True),
                Write("start", "When do you begin?", lines=1, help="Like 18:30.", own=True),
                Choice("build", "What do you want to do?", ("My own topics",), start=0, menu=True),
                Rows(
                    "topics",
                    "Your own topics, in order",
                    "Part {n}",
                    columns=(
                        Choice("topic", "Topic or break", ("A break of 10 minutes", "Lunch"), menu=True),
                    ),
                    most=12,
                ),
                Ticks("fit", "If it does not fit", ("Make it shorter for me",)),
            ),
        ),
        Step(
            id="plan",
            name="The plan",
            kind="alone",
            fixed_min=2,
            say=("Read it once as if you were tired. Is there room to breathe?",),
            do=("Look at the times.", "Press the button. It makes one notebook for the whole meeting."),
            watch_for=("No time in hand. Something always takes longer.",),
            if_short="Make the notebook, and trust it.",
            screen=(
                Sentence(
                    "plan",
                    {
                        "none": "Go one step back and choose what to do.",
                        "refused": "{why}",
                        "made": "{head}",
                        "course": "{head}. The other meetings are planned in the same way.",
                    },
                ),
                Hints("fits", "It fits if you do this", {}),
                Timetable("timetable", "The agenda", HEADS),
                Hints("bring", "Bring", {}),
                Hints("know", "Good to know", {}),
                Section(
                    "Make the notebook",
                    (
                        Text("You lead the meeting from it, and you print from it."),
                        Write(
                            "called",
                            "What shall it be called?",
                            lines=1,
                            help="Tonight, if you leave it empty.",
                            own=True,
                        ),
                        Write(
                            "day",
                            "On which day is the meeting, or the first one?",
                            lines=1,
                            help="Like 2026-12-03. Then you also get a file for your calendar.",
                            own=True,
                        ),
                        Act("store", "Make the notebook"),
                    ),
                ),
            ),
        ),
    ),
    sheet=(
        Section(
            "The meeting",
            (
                Write("when", "When, where, and for how many people?", lines=1),
                Write("aim", "What do you want people to take home?", lines=2),
            ),
        ),
        Section(
            "The agenda",
            (Timetable("timetable", "Begin with the opening. End with the closing.", HEADS, lines=7),),
        ),
    ),
    remember="Leave time in hand. A calm end matters more than one more topic.",
    bring=("This sheet and a pen",),
    cautions=(
        "Nothing about participants goes into the file of the group: no names, no stories.",
        "Do not lead alone when a topic can stir up hard feelings.",
    ),
    quiet="Plan on paper with this sheet.",
    online="Plan a fifth more time.",
    low_literacy="Choose a meeting that is ready to lead.",
    no_pens="Plan on the screen.",
    small_group="Plan fewer topics, and let people talk longer.",
    large_group="Ask a second person to lead with you. Over 12 people make two circles.",
    safer=Safer(notes=("Not sure who comes? Say “Not sure”. Then the kit is on the safe side.",)),
    safety="Welcome, the right to pass, the goodbye and the list of places that help are always in the plan.",
    choice="You choose the topics. The kit only says what fits.",
    evidence="The times come from manuals and from our own trials. Nobody has tested them widely.",
    strength=1,
)

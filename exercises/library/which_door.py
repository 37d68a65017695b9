"""B3. Which door?: walk made-up stories to the kind of help that fits, with safety asked first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import number, ticked
from exercises.exercise import Exercise, Safer, Step
from exercises.library.leaving import EVERYONE
from exercises.parts import (
    Answers,
    Beside,
    Branches,
    Choice,
    Flags,
    Found,
    HelpLines,
    Hints,
    Node,
    Option,
    Pick,
    Section,
    Sentence,
    Steps,
    Text,
    Ticks,
    Timer,
    Turn,
    Write,
)

DOORS = (
    "**Private help first:** one person and a trained helper, where there is fear.",
    "**One-to-one therapy:** one person and one therapist.",
    "**Couples therapy:** two partners and one therapist.",
    "**Family therapy:** some or all of a family and one therapist.",
    "**Mediation or a class:** a neutral helper for one plan, or a class for parents.",
    "**Wait and watch:** nothing yet, and a day to look again.",
)
TREE = Branches(
    "tree",
    "The way to a door",
    (
        Node(
            "fear",
            "Is anyone in the story afraid of, controlled by or hurt by the other?",
            (
                Option("Yes, or we are not sure", "private", "We stop here. Safety comes before all else."),
                Option(
                    "No, nobody is afraid",
                    "small",
                    "We go on. If fear shows up later, we come back to question 1.",
                ),
            ),
        ),
        Node(
            "small",
            "Is it small or new, or is it already getting better?",
            (Option("Yes, it is small or easing", "wait"), Option("No, it goes on", "one")),
        ),
        Node(
            "one",
            "Does only one person want help right now?",
            (Option("Yes, only one", "alone"), Option("No, more than one", "plan")),
        ),
        Node(
            "plan",
            "Is it about one plan, like money, a home or time with children?",
            (Option("Yes, one plan", "mediation"), Option("No, there is more to it", "pair")),
        ),
        Node(
            "pair",
            "Is it mostly between two partners?",
            (Option("Yes, two partners", "couples"), Option("No, it is wider", "family")),
        ),
        Node(
            "private",
            "**Joint therapy is not the first step.** "
            "One-to-one, private help comes first. What a person says in a joint talk can be used against "
            "them at home. The hotline at {line:home_violence} is one place to call.",
        ),
        Node(
            "wait",
            "**Wait and watch.** "
            "Good side: it costs nothing, and time may help. Hard side: small things can grow. "
            "Pick a day to look again.",
        ),
        Node(
            "alone",
            "**One-to-one therapy first.** "
            "Good side: one person can start now, and talk freely. Hard side: only one side is in the room. "
            "Others may join later, or never.",
        ),
        Node(
            "mediation",
            "**Mediation or a class.** "
            "Good side: it is short, and it ends with a clear plan. Hard side: it does not heal old pain.",
        ),
        Node(
            "couples",
            "**Couples therapy.** "
            "Good side: one trained helper hears them both. "
            "Hard side: it takes time and money, and both have to want it.",
        ),
        Node(
            "family",
            "**Family therapy.** "
            "Good side: each one gets a voice. "
            "Hard side: it is hard to find a time for all, and the youngest may hold back.",
        ),
    ),
)
ENDS = tuple(node.text for node in TREE.nodes if not node.options)
"""What stands behind each door, for the guide."""
MAYA = (
    "{person:maya} and a partner have grown apart. For a year they have talked only about work and the teens. "
    "Nobody is afraid. Both miss how it was, and both would go."
)
AMAL = (
    "{person:amal} wants to study music. The parents and the aunt hoped for nursing. "
    "For months, dinner has been silent. Nobody is afraid. All are sad, and all would go."
)
LINH = (
    "{person:linh}'s partner reads every message and keeps the bank card. "
    "{person:linh} plans each word to keep things calm. The partner wants couples therapy now."
)
STORIES = Sentence("story", {"maya": MAYA, "amal": AMAL, "linh": LINH})
WHICH = Choice(
    "which",
    "Which story?",
    ("{person:maya} and a partner", "{person:amal} and the family", "{person:linh} and a partner"),
    start=0,
)
ABOUT_WORK = (
    "Do you have a license?",
    "Are you trained for couples?",
    "What would it cost me?",
    "Can we talk in my language?",
)
ABOUT_SAFETY = (
    "How do you check that each of us is safe?",
    "Do you see each of us alone first?",
    "What do you do with secrets?",
    "What if one of us wants to stop?",
)
LISTEN = Hints(
    "listen",
    "What to listen for",
    {
        "license": "**License:** a clear yes, and where you can look it up.",
        "training": "**Training:** years of work with couples or families, not only with one person.",
        "cost": "**Cost:** one clear price before you start. Some have lower fees, so it is fine to ask.",
        "language": "**Language:** they speak it, or they bring a trained interpreter. Never a child.",
        "safe": "**Safety:** they ask each person about fear, alone and in private.",
        "alone": "**Alone first:** yes. They do it before any talk with all in the room.",
        "secrets": "**Secrets:** one clear rule, told to everyone before you start.",
        "stop": "**Stopping:** anyone may stop at any time. No reason is needed.",
    },
)
"""What a good answer to each question sounds like: one for each question, in the same order."""


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Show the story that was chosen, and what to listen for after each question that was ticked."""
    stories = tuple(exercise.part(Sentence, "story").versions)
    chosen = number(answers, exercise.part(Choice, "which"))
    work, safety = exercise.part(Ticks, "ask_work"), exercise.part(Ticks, "ask_safety")
    asked = [*ticked(answers, work), *(len(work.options) + place for place in ticked(answers, safety))]
    heard = tuple(exercise.part(Hints, "listen").versions)
    return {
        "story": Pick(stories[max(0, chosen)]),
        "listen": Flags(tuple(heard[place] for place in asked)),
    }


CALM = (
    "Sit or stand in a way that feels steady.",
    "Look at the way out of this room. You are free to use it.",
    "Name to yourself one color you can see, and one sound.",
    "Let your shoulders drop. Breathe out slowly. That is all.",
)
EXPLAIN = Step(
    id="explain",
    name="Six doors",
    kind="show",
    fixed_min=3,
    say=(
        "There is more than one door to help. Today we learn which door fits which story.",
        *DOORS,
        "Before any door comes one question: is anyone afraid, controlled or hurt?",
        "If so, joint therapy is not the first step. People need to be safe before they can talk freely.",
        "All the stories are made up. We do not talk about the lives of people in this room.",
    ),
    do=(
        "Read the six doors aloud, one by one.",
        "Read the line about {person:maya}. Ask: “Which doors could fit?” Take two answers. Do not judge them.",
        "Say where people can step out for air.",
    ),
    watch_for=(
        "“My partner should hear this.” Say: “Today we stay with the made-up stories.” Find the person later, alone.",
        "Someone who goes still at the word afraid. Do not look at them, and do not ask. Be free for them after.",
    ),
    if_short="Read the doors and the safety question. Leave out {person:maya}.",
    screen=(
        Text("{about:maya} A partner lives there too. They are made up. **Which door could fit?**"),
        Beside(
            left=tuple(Text(door) for door in DOORS[:3]),
            right=tuple(Text(door) for door in DOORS[3:]),
        ),
        Text("**Safety is always the first question.**"),
    ),
)
WALK = Step(
    id="walk",
    name="Walk two stories",
    kind="group",
    fixed_min=6,
    say=(
        "I read a story. At each question you show me: thumb up for yes, thumb down for no.",
        MAYA,
        AMAL,
        "If we are not sure about fear, we take the yes. That is always the first question.",
    ),
    do=(
        "Pick the story on the screen and read it aloud. Then read one question at a time.",
        "Press what most people say. If one person says yes to fear, press yes.",
        "At a door, read its good side and its hard side. Ask: “What would they want to know first?” Often more than one door can help.",
        "Press “Start again” before the next story.",
        "Go back once, and show where a yes to question 1 leads. Read it in the same calm voice.",
        "A third story is there if you want it. It stops at question 1: " + LINH,
        "The six doors, as they come up on the screen:",
        *ENDS,
    ),
    watch_for=(
        "“How do we know that nobody is afraid?” Say: “From outside we cannot know. That is why a good therapist asks each person alone.”",
        "“That is not so bad.” Say: “We do not have to be sure. If in doubt, we take the yes.”",
        "“Both should just give in a little.” Say: “Nobody has to meet in the middle on safety.”",
        "A talk about somebody's real partner or family. Say: “Back to the story, please.”",
    ),
    if_short="Walk one story only.",
    screen=(WHICH, STORIES, TREE),
)
ALONE = Step(
    id="alone",
    name="One door, on paper",
    kind="alone",
    fixed_min=3,
    say=(
        "Now on paper. It is only for you.",
        "Pick any one door. Write what is good about it, and what is hard.",
        "You can think of a story we read, or of anything else. Nobody will ask which.",
        "Then tick the questions you would ask a therapist.",
        "You can skip any part. You do not have to share it.",
    ),
    do=(
        "Hand out the sheets and start the timer.",
        "Fill in a sheet for {person:amal} yourself.",
        "Do not walk behind people while they write.",
    ),
    watch_for=(
        "Somebody who hides the sheet. Look away. Say to all: “You can leave your sheet here.”",
        "Fast breath, or a far-off look. Go over. Say where you both are. Offer water and air.",
    ),
    if_short="Only tick the questions.",
    screen=(
        Steps(
            (
                "Pick any one door.",
                "Write a good side and a hard side.",
                "Tick the questions you would ask.",
            )
        ),
        Timer("alone_time", "Quiet time on paper", (Turn("One door, on paper", 180),)),
    ),
)
QUESTIONS = Step(
    id="questions",
    name="Questions to ask a therapist",
    kind="group",
    fixed_min=1,
    say=(
        "You can ask a therapist questions before you say yes. Good ones like it.",
        "Which would you ask first? Call it out. You may pass.",
    ),
    do=(
        "Tick what you hear. Read aloud what to listen for.",
        "Take three. Include one about being safe. This is what to listen for:",
        *LISTEN.versions.values(),
    ),
    watch_for=("Someone who is upset about a helper they had. Say: “It is fine to change helpers.”",),
    if_short="Tick the first two about being safe, and read them.",
    screen=(
        Beside(
            left=(Ticks("ask_work", "About their work", ABOUT_WORK),),
            right=(Ticks("ask_safety", "About being safe", ABOUT_SAFETY),),
        ),
        LISTEN,
    ),
)
PLACES = Step(
    id="places",
    name="Places that help, and a calm minute",
    kind="close",
    fixed_min=2,
    say=(
        "This list is the same for everyone. Keep it for yourself, or for someone you may meet one day.",
        "Call from a phone that nobody else checks.",
        "I will be here for ten minutes after we end.",
    ),
    do=(
        "Give the list of places to every single person, never to just one.",
        "Point to the last line of the sheet: one small thing.",
        "End with the calm minute. Read it slowly.",
    ),
    watch_for=(
        "Someone who tells you about fear at home. Go where nobody hears. Believe them. Ask what they want.",
        "Then offer the hotline and a phone. Do not tell them to leave, or to speak up. Say nothing of it to anyone they came with. Follow your rules on duty to report.",
        "Anyone still far away after the calm minute. Stay with them. Do not let them leave alone.",
    ),
    if_short="Never leave this out. Show the list, and read the calm minute.",
    screen=(HelpLines(EVERYONE), Section("A calm minute", (Steps(CALM),))),
)
ASK = Section(
    "Ask a therapist before you start",
    (
        Beside(
            left=(Ticks("sheet_work", "About their work", ABOUT_WORK),),
            right=(Ticks("sheet_safety", "About being safe", ABOUT_SAFETY),),
        ),
    ),
)
PATH = Section(
    "Start at 1. Stop at the first yes",
    (
        Steps(
            (
                "Is anyone **afraid, controlled or hurt**? Yes or not sure: **private help first**, for one person alone.",
                "Is it small, new or getting better? **Wait and watch.**",
                "Does only one person want help? **One-to-one therapy.**",
                "Is it about one plan, like child care? **Mediation or a class.**",
                "Is it between two partners? **Couples therapy.** No? **Family therapy.**",
            )
        ),
    ),
)
SAFER = Safer(
    notes=(
        "Walk {person:maya}'s and {person:amal}'s stories only. Leave out any story with fear in it.",
        "Seat people who came together apart. Make no pairs.",
        "Nobody writes about their own life. The sheet is about the two stories.",
        "Read the safety door and the list of places to all, in the same voice. Never turn to one person.",
        "Never tell one person what another said. Never say that both should give in.",
    ),
    steps=(
        replace(
            EXPLAIN,
            watch_for=(
                "A look or a nudge between two people. Go on reading. Ask nothing.",
                "“That is us.” Say: “Today we stay with the made-up stories.” Speak to each one alone later, or to neither.",
            ),
        ),
        replace(
            WALK,
            say=(
                "I read a story, and then some questions. We look for each answer in the words of the story.",
                MAYA,
                AMAL,
                "Question 1 is always about fear. In these two stories, nobody is afraid. Where we are not sure, we take the yes.",
                "Call out what you think about the others, or only listen.",
            ),
            do=(
                "Take no votes and no thumbs. Nobody has to show what they think.",
                "Answer question 1 yourself, from the story. Then read one question at a time and take answers from anyone.",
                *WALK.do[2:5],
                "Keep to these two stories. Do not take a story from the group.",
                "The six doors, as they come up on the screen:",
                *ENDS,
            ),
            watch_for=(
                *WALK.watch_for[:3],
                "Two people who answer to each other. Say: “We look at the story only.” Ask the whole group.",
            ),
            screen=(
                replace(WHICH, options=WHICH.options[:2]),
                replace(STORIES, versions={"maya": MAYA, "amal": AMAL}),
                TREE,
            ),
        ),
        replace(
            QUESTIONS,
            fixed_min=4,
            say=(
                "Anyone may ask a therapist questions before the first visit. Good ones like it.",
                "What would the people in our stories want to ask? Call it out. You may pass.",
                "The sheet has these questions too. You can write about the two stories on it, or leave it empty.",
                "You can skip any part. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets.",
                "Tick what you hear. Read aloud what to listen for.",
                "Read all four about being safe, even if nobody calls them out. This is what to listen for:",
                *LISTEN.versions.values(),
            ),
            watch_for=("Somebody who answers for another person. Say: “One voice each, please.”",),
        ),
        PLACES,
    ),
    sheet=(
        PATH,
        Section(
            "Find a door for each story",
            (
                Beside(
                    left=(Write("for_maya", "Which door for {person:maya}? Why?", lines=3),),
                    right=(Write("for_amal", "Which door for {person:amal}? Why?", lines=3),),
                ),
            ),
        ),
        Section(
            "Ask a therapist before you start",
            (
                Beside(
                    left=(Text("About their work"), Steps(ABOUT_WORK)),
                    right=(Text("About being safe"), Steps(ABOUT_SAFETY)),
                ),
            ),
        ),
    ),
)

EXERCISE = Exercise(
    id="which_door",
    code="B3",
    section="Finding support",
    source_point=8,
    title="Which door?",
    goal="This sheet helps you see which kind of help fits.",
    intensity=3,
    rule=rule,
    steps=(EXPLAIN, WALK, ALONE, QUESTIONS, PLACES),
    sheet=(
        PATH,
        Section(
            "Weigh one door",
            (
                Beside(
                    left=(Write("good", "What is good about it?", lines=3),),
                    right=(Write("hard", "What is hard about it?", lines=3),),
                ),
            ),
        ),
        ASK,
    ),
    remember="Where there is fear, private help comes first.",
    bring=(
        "One sheet and one pen for each person",
        "The list of places for each person: it is on the Closing sheet",
        "Water, tissues, and a way to step outside",
        "The phone of a local service for fear at home, and of the person you can call",
    ),
    cautions=(
        "Safety comes first, on the screen and in your words. Where there is fear, joint therapy can do harm.",
        "Made-up stories only. Never ask whether a question fits anyone in the room.",
        "Never let people who came together work on their own relationship here. Use safer mode.",
        "This can stir up hard feelings. Have a second person with you. End with the calm minute, always.",
        "Everyone gets the same list of places. Paper and phones can be seen at home: say so, and offer to keep sheets here.",
        "Rules on telling about a child, an elder or an adult at risk differ from place to place. Learn yours first.",
    ),
    quiet="Listen to the stories and follow the path with a finger. Nobody has to speak or write.",
    grounding=CALM,
    online="Know where each person is and whom to call before you start. Take answers aloud or in the chat. Ask who else can hear. Post the whole list of places for all.",
    low_literacy="Read every story, question and door aloud. On paper, a mark is enough.",
    no_pens="Walk the stories and say the questions aloud. Hand out the lists.",
    small_group="Ask which words of the story point to yes or to no.",
    large_group="Have two facilitators. Take three voices at each door.",
    safer=SAFER,
    safety="The first question is always about fear, the stories are made up, and all get the same list.",
    choice="People answer, write or only listen. No door is pushed.",
    evidence="Many reviews find that decision aids help people know more and feel clearer. This path itself has not been tested.",
    strength=2,
)

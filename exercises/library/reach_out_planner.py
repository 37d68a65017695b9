"""B2. Reach-out planner: build a short message that asks for help, and plan for a no."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers import number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Branches,
    Choice,
    Found,
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

MOST_WORDS = 40
"""The field guide, B2."""
SHORT_WORDS = 32
STEPS = ("how", "who", "share", "ask", "way_out")
"""The five choices, in the order in which their sentences stand in the message."""
MESSAGE = {
    "whole": "“{how} {who} {share} {ask} {way_out}”",
    "who_0": "You are easy to talk to.",
    "who_1": "You know me well.",
    "who_2": "You have been kind to me.",
    "who_3": "Singing with you does me good.",
    "who_4": "You have helped me before.",
    "how_0": "Hi, it is {person:elena}.",
    "how_1": "Hi, it is {person:elena}. Can you talk?",
    "how_2": "Hi. Do you have a minute?",
    "share_0": "I have something hard to do on Thursday.",
    "share_1": "I have a clinic visit on Thursday, and I am nervous.",
    "share_2": "I have a clinic visit on Thursday. I am scared, and I sleep badly.",
    "ask_0": "Could you listen for ten minutes?",
    "ask_1": "Could you come with me?",
    "ask_2": "Could you call me on Friday?",
    "way_out_0": "You do not need to answer now.",
    "way_out_1": "It is fine to say no.",
    "way_out_2": "If not, I will ask someone else.",
}
"""Whole sentences, one for each choice; every one of them goes with every other."""
READOUT = {
    "short": "{words} words of {most}, school grade {grade}. Quick to read.",
    "full": "{words} words of {most}, school grade {grade}. That is enough. The rest can wait until you talk.",
    "long": "{words} words. Try to stay under {most}: what can wait until you talk?",
}
REPLIES = Branches(
    "replies",
    "What comes back",
    nodes=(
        Node(
            "asked",
            "{person:elena} has asked for help. What comes back?",
            (
                Option("“Yes, I can.”", "yes", "A yes is often small. Small is good."),
                Option("“No, I cannot.”", "no", "A no can have many reasons. It was still right to ask."),
                Option("No answer", "quiet", "People forget, or do not know what to say."),
                Option("A reply that hurts", "hurt", "That is not {person:elena}'s fault."),
            ),
        ),
        Node("yes", "“Thank you. That helps me a lot. Shall we say nine o'clock?”"),
        Node(
            "no",
            "{person:elena} says: “Thank you for telling me.” Three next steps are open.",
            (
                Option("Ask for something smaller", "smaller"),
                Option("Ask the next person", "next"),
                Option("Call a listening line", "line"),
            ),
        ),
        Node(
            "quiet",
            "{person:elena} set a day to stop waiting. The day is here. Three next steps are open.",
            (
                Option("Ask once more, in fewer words", "again"),
                Option("Ask the next person", "next"),
                Option("Call a listening line", "line"),
            ),
        ),
        Node(
            "hurt",
            "{person:elena} can stop here, and does not have to explain. Three next steps are open.",
            (
                Option("Rest first", "rest"),
                Option("Ask the next person", "next"),
                Option("Call a listening line", "line"),
            ),
        ),
        Node(
            "smaller",
            "“I see. Could you send me one kind word on Thursday?” A smaller ask is easier to give.",
        ),
        Node("again", "“Hello again. Could you call me on Friday? If not, I will ask someone else.”"),
        Node(
            "next",
            "The plan has a second name on it. {person:elena} sends the same words. Only the hello changes.",
        ),
        Node(
            "line",
            "A listening line is for any hard day. In a crisis, {person:elena} calls {line:crisis}.",
        ),
        Node(
            "rest",
            "{person:elena} puts the phone away and listens to music. Tomorrow is soon enough for the next step.",
        ),
    ),
)


def _grade(text: str) -> int:
    """A school grade from letters, words and sentences (Automated Readability Index); 1 at least."""
    words = text.split()
    letters = sum(map(str.isalnum, text))
    ends = sum(map(text.count, ".?!"))
    return max(1, round(4.71 * letters / len(words) + 0.5 * len(words) / max(1, ends) - 21.43))


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Put the five sentences that are chosen into one message, and count its words."""
    sentences = exercise.part(Sentence, "message").versions
    chosen = {
        name: sentences[f"{name}_{max(0, number(answers, exercise.part(Choice, name)))}"] for name in STEPS
    }
    said = " ".join(chosen.values())
    words = len(said.split())
    counted = {"words": str(words), "most": str(MOST_WORDS), "grade": str(_grade(said))}
    kind = "short" if words <= SHORT_WORDS else "full" if words <= MOST_WORDS else "long"
    return {"message": Pick("whole", chosen), "readout": Pick(kind, counted)}


EXERCISE = Exercise(
    id="reach_out_planner",
    code="B2",
    section="Finding support",
    source_point=7,
    title="Reach-out planner",
    goal="This sheet helps you plan how to ask for help.",
    intensity=2,
    rule=rule,
    steps=(
        Step(
            id="message",
            name="{person:elena}'s message",
            kind="show",
            fixed_min=2,
            say=(
                "This is {person:elena}. {person:elena} is made up.",
                "We plan one short message in five steps.",
                "You choose how much to share. A little is enough.",
                "Every message has a way out, so that the other person can say no.",
            ),
            do=(
                "Read {person:elena}'s message aloud.",
                "Let the group change two or three steps. Read the message again.",
                "Press “A little”, then “More”. Ask: which one would you rather get?",
            ),
            watch_for=(
                "“Just tell them everything.” Say: “You can always say more later. You cannot unsay it.”",
                "“I have no one to ask.” Say: “Then a line or a group is a good first choice.”",
            ),
            if_short="Read the message as it is. Change the ask only.",
            screen=(
                Text(
                    "{about:elena} On Thursday there is a visit to the clinic. {person:elena} does not want to go alone."
                ),
                Beside(
                    left_share=44,
                    left=(
                        Section(
                            "What {person:elena} could say or send",
                            (Sentence("message", MESSAGE), Sentence("readout", READOUT)),
                        ),
                    ),
                    right=(
                        Choice(
                            "who",
                            "1. Who?",
                            (
                                "A friend",
                                "A relative",
                                "A neighbor",
                                "Someone from the choir",
                                "A nurse or other helper",
                            ),
                            start=0,
                        ),
                        Choice("how", "2. How?", ("Text", "Call", "In person"), start=0),
                        Choice("share", "3. How much to share?", ("A little", "Some", "More"), start=0),
                        Choice(
                            "ask",
                            "4. What to ask for?",
                            ("Listen to me", "Come with me", "Call me on Friday"),
                            start=1,
                        ),
                        Choice(
                            "way_out",
                            "5. Which way out?",
                            ("You can answer later", "No is fine", "I will ask someone else"),
                            start=0,
                        ),
                    ),
                ),
            ),
        ),
        Step(
            id="replies",
            name="If they say no",
            kind="show",
            fixed_min=1,
            say=(
                "A good plan has a next step. So a no is not the end.",
                "What comes back? Let us look at the no first.",
            ),
            do=(
                "Press “No, I cannot.” Read the three next steps aloud.",
                "Let the group pick one, and read it aloud.",
            ),
            watch_for=("Someone goes still. A no can bring back old hurt. Find the person after.",),
            if_short="Read the three next steps aloud. Do not press on.",
            screen=(REPLIES,),
        ),
        Step(
            id="alone",
            name="Your own plan, on paper",
            kind="alone",
            fixed_min=8,
            say=(
                "Now you, on paper. It is only for you.",
                "Go from box 1 to box 5. Use a first letter or a sign for the person.",
                "Do the trust check. If one tick is missing, think of another person, or of a listening line.",
                "Nobody sends anything here. You choose later, on a safe device.",
                "You can plan for {person:elena} instead. You do not have to share it.",
            ),
            do=(
                "Hand out the sheets and start the timer.",
                "Say it aloud: other people may read your phone. Use a safe device.",
                "Say when there are two minutes left.",
            ),
            watch_for=(
                "An empty box 1. Go over and say: “It can be a line, a group or a helper.”",
                "Someone who takes out a phone to send it. Say: “Keep it for later. Tomorrow is soon enough.”",
            ),
            if_short="Take five minutes. Fill in boxes 1, 3 and 4 only.",
            screen=(
                Steps(
                    (
                        "Fill in the five boxes. A first letter is enough.",
                        "Do the trust check.",
                        "Try the words. A little is enough.",
                        "Write your next step, for a no or no answer.",
                    )
                ),
                Text("**Nobody sends anything here.** You choose later, on a safe device."),
                Timer("alone_time", "Quiet time on paper", (Turn("Your plan, on paper", 480),)),
            ),
        ),
        Step(
            id="pairs",
            name="Say it aloud",
            kind="pairs",
            fixed_min=5,
            say=(
                "Turn to one person. Say your first line aloud, or {person:elena}'s.",
                "The other person plays the one who is asked. First say yes, then say no.",
                "After the no, say your next step.",
                "You may pass, or only listen.",
            ),
            do=(
                "Make pairs. Make one group of three if you need to.",
                "Show it once with a helper. Then start the timer and call half-time.",
            ),
            watch_for=(
                "A no that gets harsh. Say to all: “A kind no, please. This is practice.”",
                "The full story. Say: “Only the first line. It is short on purpose.”",
            ),
            if_short="Leave this step out.",
            screen=(
                Steps(
                    (
                        "Say your first line. Or {person:elena}'s.",
                        "Hear a kind **yes**.",
                        "Hear a kind **no**. Say your next step.",
                    )
                ),
                Timer("pair_time", "Time in pairs", (Turn("First person", 120), Turn("Second person", 120))),
            ),
        ),
        Step(
            id="close",
            name="First lines we like",
            kind="close",
            fixed_min=0,
            per_person_sec=15,
            say=("Which few words would make it easier to start? You may pass.",),
            do=(
                "Go round once. Type in the words, and no names.",
                "Say: you choose if you send it, when, and to whom.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=("A push to send it today. Say: “There is no rush. A plan is already a step.”",),
            if_short="Ask for three voices only.",
            screen=(
                Text("Which few words make it easier to start? You may pass."),
                Write("first_lines", "First lines we like", lines=4),
            ),
        ),
    ),
    sheet=(
        Beside(
            left=(
                Section(
                    "Plan it",
                    (
                        Write("my_who", "1. Who? A first letter is enough.", lines=1),
                        Write("my_how", "2. How and when?", lines=1),
                        Choice("my_share", "3. How much to share?", ("A little", "Some", "More"), columns=3),
                    ),
                ),
            ),
            right=(
                Section(
                    "Ask for it",
                    (
                        Write("my_ask", "4. What will I ask for?", lines=2),
                        Write("my_way_out", "5. How can they say no?", lines=1),
                    ),
                ),
            ),
        ),
        Section(
            "Try the words",
            (
                Sentence("starter", {"start": "Hi. I have {what} on my mind. Could you {ask}?"}),
                Sentence(
                    "other_starter", {"start": "It is hard for me to ask. Would you {ask}? No is fine."}
                ),
                Sentence("no_answer", {"start": "If no answer by {day}, I will {what}."}),
                Text("Use a **safe device**. You choose if you send it, and when."),
            ),
        ),
        Beside(
            left=(
                Section(
                    "Trust check",
                    (
                        Ticks(
                            "my_trust",
                            "This person ...",
                            ("keeps private things private", "does not mock me", "leaves me calmer"),
                        ),
                    ),
                ),
            ),
            right=(
                Section(
                    "Have a second choice",
                    (
                        Text("**Always there:** call **{line:crisis}**."),
                        Write("my_second", "A listening line, or someone else", lines=1),
                    ),
                ),
            ),
        ),
    ),
    remember="To ask is brave. A no says nothing about your worth.",
    bring=(
        "One sheet and one pen for each person",
        "The number of a listening line (a warmline) near you, if there is one",
        "A list of places that help, the same one for everyone",
    ),
    cautions=(
        "Other people may read a phone. Say it aloud: “Use a safe device.”",
        "Nobody has to send the message. Nobody sends it in the room.",
        "Some people have no safe person right now. A line, a group or a helper counts as much.",
        "Never tell anyone whom to trust, or to ask someone who hurt them.",
    ),
    quiet="Plan for {person:elena}. Or copy one first line that you like, and keep it.",
    online="Send the sheet before. Make rooms of two. Put the three steps of the practice in the chat.",
    low_literacy="Read each box aloud. People draw a sign for who, how and what. They say the line, and do not write it.",
    no_pens="Count the five steps on your fingers. Say the first line aloud.",
    small_group="Practice all together. You play the one who is asked.",
    large_group="Take three voices in the last step, after pairs.",
    safer=Safer(
        notes=(
            "Do not pair partners or family members. In pairs, everyone uses {person:elena}'s message.",
            "Do not ask whom anyone would write to, or why not someone else.",
            "Say to all: “You can leave your sheet here.” Put no names on it.",
        )
    ),
    safety="Nobody sends anything in the room. The plan stays on paper, with signs and no names.",
    choice="Each person picks whom to ask, how much to share, and if they ask at all.",
    evidence="Studies find that people do more of what they plan with a clear “if this, then that”. It is not known if this sheet leads to more help.",
    strength=2,
)

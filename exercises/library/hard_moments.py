"""Hard moments: a rehearsal for facilitators, one moment at a time, with a reason for every choice."""

from __future__ import annotations

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import Branches, Node, Option, Section, Steps, Text, Write

# Each moment: what happens, then three choices with what speaks for or against each.
MOMENTS = (
    (
        "You ask a question. **Nobody speaks.**",
        ("Wait, and count to ten.", "Silence is often thinking. Ten seconds feel long to you, not to them."),
        ("Ask the quietest person.", "It can corner someone. Try pairs first, and let all pass."),
        ("Answer it yourself.", "It fills the gap. It also teaches the group to wait for you."),
    ),
    (
        "One person **talks and talks**. Others look down.",
        (
            "“Thank you. I would like to hear other voices too.”",
            "Kind and clear. The next round can start on the other side.",
        ),
        ("Look at the clock.", "They may not see it. A warm sentence is easier to follow."),
        ("Talk to them in the break.", "Good as a second step. The group also needs you now."),
    ),
    (
        "Someone says to another: **“You should just leave that job.”**",
        (
            "“Let us ask first: do you want ideas, or just an ear?”",
            "It gives the choice back, and reminds all of the agreement.",
        ),
        ("Let it go.", "Then advice becomes the habit. One soft word early saves many later."),
        ("“We do not give advice here.”", "True, and it can shame. Say it to all, not to one."),
    ),
    (
        "Someone starts to **cry**.",
        (
            "Slow down. “Take your time. You can stay, or step out.”",
            "It gives time and a choice. Tears are not an emergency.",
        ),
        (
            "Hand over a tissue at once.",
            "Some hear it as: stop crying. Put tissues where all can reach them.",
        ),
        ("Go on as if nothing happened.", "It may feel safe to you. To them it can feel like being left."),
    ),
    (
        "Two people **whisper** while a third one talks.",
        (
            "“One voice at a time, please.” Then look back to the talker.",
            "Short, and it protects the one who talks.",
        ),
        ("Wait until they stop.", "The talker may think that their words do not count."),
        ("Ask what is so funny.", "It shames, and moves all eyes away from the talker."),
    ),
    (
        "Someone comes in **fifteen minutes late**.",
        (
            "Nod to a chair. Go on. Catch them up in the break.",
            "It welcomes them, and keeps the time of the others.",
        ),
        ("Ask why they are late.", "They may not want to say. A bus, a child, or fear can be why."),
        ("Start again for them.", "It is friendly to one, and takes time from all."),
    ),
    (
        "Someone holds up a **phone**, as if to film.",
        (
            "Stop. “No photos and no recording. Please put it away.”",
            "Privacy comes first. Check with them in the break.",
        ),
        ("Talk to them after.", "By then it may be sent. Stop it now, kindly."),
        ("Hope that it was only a message.", "Others saw it too, and may go quiet. Say the agreement again."),
    ),
    (
        "Two people **argue**. Voices get loud.",
        (
            "Stand up. “Stop, please. Let us all take a minute.”",
            "It breaks the pace. Then talk to each one apart.",
        ),
        ("Find out who is right.", "You are not a judge. Safety and calm come first."),
        ("Let them finish.", "Others may feel unsafe. Step in early."),
    ),
    (
        "Someone smells of **alcohol** and slurs.",
        (
            "In private: “I am glad you came. Today does not work. How do you get home?”",
            "No blame, and no driving. See the card.",
        ),
        ("Let them stay and say nothing.", "It can go well. Watch for sleepiness, and plan the ride now."),
        ("Send them out in front of all.", "It shames, and they may drive. Talk apart."),
    ),
    (
        "Someone says: **“My family would be better off without me.”**",
        (
            "Pause. In private: “Are you thinking about suicide?”",
            "Plain words help. Then follow the card, and stay.",
        ),
        ("“Do not say that. We all love you.”", "It is kind, and it can close the door. Ask, and stay."),
        ("Note it, and go on for now.", "Do not wait. Your second person can lead the group."),
    ),
    (
        "Someone says: **“I have to be home by eight, or there is trouble.”**",
        (
            "Later, alone: “Is it all right to ask how things are at home?”",
            "Private and open. Have the number ready, and a phone.",
        ),
        ("Ask in the group what kind of trouble.", "It can put them at risk, if word gets home."),
        ("Tell them to leave the partner.", "Leaving can be the most dangerous time. Ask what they want."),
    ),
    (
        "Someone tells that a **child was hit** at home.",
        (
            "“Thank you for telling me. I need to talk with you in private.”",
            "Then say what you must do, before you do it. See the card.",
        ),
        ("Promise to keep it secret.", "You may not be able to. Say so before they tell more."),
        ("Ask for every detail.", "That is work for people who are trained. Listen, and get advice."),
    ),
    (
        "A story in the round is **like your own**. You feel shaky.",
        (
            "“I need two minutes.” Hand over to your second person.",
            "You show that breaks are fine. That helps the group too.",
        ),
        ("Push through.", "You may miss what the group needs. Two minutes cost little."),
        ("Tell them your own story.", "It may bind, or it may turn the group round to care for you."),
    ),
    (
        "The time is over. The group **wants to go on**.",
        (
            "Keep the end. “We stop now. I stay for ten minutes.”",
            "A clear end is safe. Whoever needs more can stay.",
        ),
        ("Go on for half an hour.", "Some have to leave, and miss the closing."),
        ("Stop without the closing.", "People may leave stirred up. Two minutes of closing are enough."),
    ),
)


def _node(place: int) -> Node:
    """One moment, with three choices that all lead to the next one."""
    text, *choices = MOMENTS[place]
    following = f"moment_{place + 1}" if place + 1 < len(MOMENTS) else "end"
    return Node(f"moment_{place}", text, tuple(Option(label, following, note) for label, note in choices))


EXERCISE = Exercise(
    id="hard_moments",
    code="",
    section="For the facilitator",
    source_point=0,
    title="Hard moments",
    goal="This sheet helps you find your own words before you need them.",
    intensity=2,
    least_people=1,
    opt_out="This is for you. Nobody else needs to see it.",
    steps=(
        Step(
            id="rehearse",
            name="What would you do?",
            kind="group",
            fixed_min=20,
            say=(
                "No choice here is a mistake. Each one has a reason.",
                "Say your answer aloud, in your own words.",
            ),
            do=(
                "Go through the moments alone, or with your second person.",
                "Go back and try another choice.",
            ),
            watch_for=("A moment that makes you tense. Talk it through before you lead that topic.",),
            if_short="Take the four moments you fear most.",
            screen=(
                Branches(
                    "moments",
                    "What you chose",
                    (
                        *(_node(place) for place in range(len(MOMENTS))),
                        Node("end", "That was the last moment. Which one do you want to try again?"),
                    ),
                ),
            ),
        ),
        Step(
            id="words",
            name="Your own words",
            kind="alone",
            fixed_min=4,
            say=("Write two sentences on paper that you want to have ready.",),
            do=("Say them aloud, twice.",),
            watch_for=("Long sentences. In a hard moment, short ones are left.",),
            if_short="Write one sentence.",
            screen=(
                Text("Write two sentences that you want to have ready."),
                Steps(("For when it gets quiet, or loud.", "For when someone may be in danger.")),
            ),
        ),
    ),
    sheet=(
        Section(
            "My own words",
            (
                Write("silence", "When nobody speaks, I say:", lines=2),
                Write("much", "When one person talks a lot, I say:", lines=2),
                Write("tears", "When someone cries, I say:", lines=2),
                Write("danger", "When I fear for someone, I ask:", lines=2),
                Write("mine", "When I need a break, I say:", lines=2),
            ),
        ),
    ),
    remember="Short, warm and clear is enough. You can always pause.",
    bring=("This sheet and a pen", "The cards “Someone is not OK”"),
    cautions=("Some moments are heavy. Stop when you have had enough.",),
    quiet="Read the moments alone.",
    online="Share the screen with your second person.",
    low_literacy="Have someone read the moments aloud.",
    no_pens="Say your sentences aloud.",
    small_group="Alone is fine.",
    large_group="In a group of facilitators, play each moment with two people.",
    safer=Safer(notes=("Practice the moment about home with a second facilitator, not with a partner.",)),
    safety="Practice comes before the meeting, where nobody can be hurt.",
    choice="Every choice may be taken back and tried again.",
    evidence="To rehearse hard talks is common in training for helpers. Studies of it are mixed.",
    strength=2,
)

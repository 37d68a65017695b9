"""Someone is not OK: a card for the facilitator for each hard thing that can happen in a meeting.

The cards follow the field guide, 2.3 and 2.4. They never state the law: `{role:duty}` says what to
find out, for the role that this group's file names.
"""

from __future__ import annotations

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import Deck, HelpLines, Leaf, Section, Text, Write

CARDS = (
    Leaf(
        "Thoughts of suicide",
        (
            "Pause the group. Your second person takes over with the calm minute.",
            "Go with the person to a private place where others can still see you.",
            "Ask plainly: “Are you thinking about suicide?” Asking does not make it worse.",
            "In danger now, a means at hand, or already hurt: call **{line:emergency}** and stay.",
            "If not: call or text **{line:crisis}** together. Stay until someone answers.",
            "Agree who is with the person tonight.",
            "Tell the group only: “They are being supported.”",
        ),
    ),
    Leaf(
        "Panic, or far away",
        (
            "Speak slowly. Say your name, and where you both are.",
            "Offer air, water, and a seat near the door.",
            "Do the calm minute: feet on the floor, three things to see or touch.",
            "Do not touch without asking.",
            "Chest pain, no breath, or not waking up: call **{line:emergency}**.",
            "Let them choose: stay, rest, or go home with someone.",
            "Check again before the end.",
        ),
    ),
    Leaf(
        "A threat to someone",
        (
            "Stop the exercise. Keep your voice low. Do not argue.",
            "Give space. Never block the door.",
            "Your second person leads the group out.",
            "Danger now: leave, and call **{line:emergency}**.",
            "A threat to somebody who is not here: never promise to keep it secret.",
            "Call the person you can call. Follow your rules on duty to warn.",
        ),
    ),
    Leaf(
        "Drunk or high",
        (
            "Speak in private, without blame.",
            "Ask what they took, and when.",
            "Hard to wake, slow breath, blue lips or a fit: call **{line:emergency}** and stay.",
            "No driving. Find a ride, or somebody who comes.",
            "Say: “You are welcome next time.”",
            "For later: **{line:treatment_phone}** tells where to find help.",
        ),
    ),
    Leaf(
        "A child may be harmed",
        (
            "Listen. Say: “Thank you for telling me.”",
            "Do not dig for details. Do not promise to keep it secret.",
            "A child in danger now: call **{line:emergency}**.",
            "{role:duty}",
            "For advice: **{line:child_abuse}**.",
            "Tell the person what you will do next, before you do it.",
            "Write down only their words, as your policy asks.",
        ),
    ),
    Leaf(
        "Hurt or controlled at home",
        (
            "Believe them. Talk in private, never near the partner.",
            "Ask: “What would help you most right now?”",
            "Offer a phone, and **{line:home_violence}**. It cannot send help. **{line:emergency}** can.",
            "Do not tell them to leave or to speak up to the partner.",
            "Do not contact the partner.",
            "Ask if it is safe to take paper home.",
            "Where a child or an adult at risk is harmed too: {role:duty}",
        ),
    ),
    Leaf(
        "Someone walks out",
        (
            "One person goes after them and asks: “Company, or quiet?”",
            "Tell the group: “People may step out. We go on.”",
            "Not back in five minutes: look for them.",
            "Ask where they are going, and how.",
            "If you fear for their safety, call the contact they gave, or **{line:emergency}**.",
            "Get in touch the same day, in the way you agreed.",
        ),
    ),
    Leaf(
        "You are shaken",
        (
            "Hand over. Say: “I need two minutes.”",
            "Step out. Feet on the floor. Drink some water.",
            "If you cannot go on, end with the closing. That is all right.",
            "Call the person you can call.",
            "Take five minutes after the meeting, on paper or with your second person.",
            "**{line:crisis}** is for you too.",
        ),
    ),
    Leaf(
        "It happens online",
        (
            "Know where each person is, and whom to call, before you start.",
            "Go to a private room with the person. Your second person stays with the group.",
            "Danger now: call **{line:emergency}** and give their address, not yours.",
            "If not: call or text **{line:crisis}** together.",
            "If they drop off: call them, then their contact, then **{line:emergency}**.",
        ),
    ),
)

EXERCISE = Exercise(
    id="someone_is_not_ok",
    code="",
    section="For the facilitator",
    source_point=0,
    title="Someone is not OK",
    goal="This sheet helps you do the next right thing.",
    intensity=3,
    least_people=1,
    opt_out="Read the cards before you need them.",
    steps=(
        Step(
            id="cards",
            name="Pick what is happening",
            kind="show",
            fixed_min=10,
            say=("Before a meeting, read all cards once with your second person.",),
            do=("Cut out the cards and keep them in your pocket.", "Fill in the lines below with a pen."),
            watch_for=("Anything that worries you. You do not need to be sure to act.",),
            if_short="Read the first card.",
            screen=(
                Text("This screen may be shared. **Turn the projector off first.**"),
                Deck("deck", "Pick what is happening", CARDS),
                HelpLines(("emergency", "crisis", "home_violence", "child_abuse")),
            ),
        ),
    ),
    sheet=(
        Deck("deck", "Cut out the cards. Keep them in your pocket.", CARDS),
        Section(
            "Fill in before you start",
            (
                Write("call", "Whom I call, and the number", lines=1),
                Write("room", "The private place, and the way out", lines=1),
                Write("duty", "What my role must report, and to whom", lines=2),
            ),
        ),
    ),
    remember="You do not need to fix it. Stay, and get help together.",
    bring=("The printed cards", "A charged phone", "The number of the person you can call"),
    cautions=(
        "Never be alone with a group when the topic goes deep.",
        "No details of ways to die, in the room or in the chat.",
        "After any of these: write the note your policy asks for, talk to your own support, and follow up.",
    ),
    quiet="Read the cards alone.",
    grounding=(
        "Put both feet on the floor. Feel the chair.",
        "Find three things that you can see or touch.",
        "Breathe out slowly, one time.",
    ),
    online="Keep the cards beside your screen.",
    low_literacy="Go through the cards aloud with your second person.",
    no_pens="Say aloud whom you would call, and where you would go.",
    small_group="Know who takes over when you step out.",
    large_group="Have a third person near the door.",
    safer=Safer(notes=("Never talk to someone about home where a partner can see or hear it.",)),
    safety="The steps come in the order that keeps people alive first.",
    choice="Outside of danger, the person chooses what happens next.",
    evidence="The steps follow public crisis guides. Studies suggest that asking about suicide does no harm and may help.",
    strength=2,
)

"""A2. Heard or shut down: sort replies by how they land, then mend one together."""

from __future__ import annotations

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import Card, Section, Sentence, Sort, Steps, Text, Timer, Turn, Write

HEARD, DEPENDS, SHUT_DOWN = range(3)

# The first eight also stand on the sheet.
CARDS = (
    Card(
        "I did not get the job.",
        "That hurts. You worked hard for it.",
        HEARD,
        "It names the feeling, and it sees the effort.",
    ),
    Card("My dog died last week.", "It was only a dog.", SHUT_DOWN, "It makes the loss small."),
    Card(
        "I miss my old home.",
        "I moved too. It was hard for me.",
        DEPENDS,
        "It can join you. It can also take over.",
    ),
    Card(
        "I feel sick before each shift.",
        "What is the worst part of it?",
        HEARD,
        "An open question shows that you want to know.",
    ),
    Card(
        "I had a fight with my son.",
        "Here is what you must do.",
        SHUT_DOWN,
        "Advice too soon can close the door.",
    ),
    Card(
        "I do not want to talk about it.",
        "That is fine. I am here.",
        HEARD,
        "It gives time, and it does not push.",
    ),
    Card(
        "I am behind with the rent.",
        "At least you have a home.",
        SHUT_DOWN,
        "“At least” tells you not to feel it.",
    ),
    Card(
        "I have not slept for two days. I will drive home now.",
        "I am worried about your safety. Let us find you a ride.",
        HEARD,
        "You can care about a feeling and still not agree with a risk.",
    ),
    Card(
        "I said yes to extra work again.",
        "Ha! Me too, every time.",
        DEPENDS,
        "A joke can help between friends. It can also sting.",
    ),
    Card(
        "I am so tired of caring for Mom.",
        "Be glad that she is still here.",
        SHUT_DOWN,
        "It tells the person what to feel.",
    ),
    Card(
        "I got hard news from the clinic.",
        "Do you want to talk, or just sit?",
        HEARD,
        "It lets the person choose.",
    ),
    Card(
        "The children never listen to me.",
        "Mine are just the same.",
        DEPENDS,
        "It can comfort. Then ask to hear more.",
    ),
)

EXERCISE = Exercise(
    id="heard_or_shut_down",
    code="A2",
    section="Why good relationships matter",
    source_point=2,
    title="Heard or shut down?",
    goal="This sheet helps you notice words that help people open up.",
    intensity=1,
    steps=(
        Step(
            id="intro",
            name="What it means to be heard",
            kind="show",
            fixed_min=2,
            say=(
                "To be heard is to feel that someone gets how it is for you.",
                "You can hear a feeling and still not agree with what the person does.",
                "The people on the cards are made up. There are no marks and no wrong answers.",
            ),
            do=(
                "Read the two lines on the screen aloud.",
                "Ask for a show of hands: which one would help you?",
            ),
            watch_for=(
                "Someone who tells their own story. Say: “Thank you. Let us stay with the cards for now.”",
            ),
            if_short="Say the first two lines only.",
            screen=(
                Text("Someone says: **“I had such a hard day.”**"),
                Steps(("“Oh. What happened?”", "“You think that is hard?”")),
                Text("Which reply would help you say more?"),
            ),
        ),
        Step(
            id="sort",
            name="Sort the replies",
            kind="group",
            fixed_min=6,
            say=(
                "I read a card. You tell me: heard, depends, or shut down?",
                "Then we look at why.",
            ),
            do=(
                "Read both lines of the card aloud.",
                "Ask for hands. Press what most people say.",
                "Read our view. If the group sees it another way, ask what would change it.",
            ),
            watch_for=(
                "A long debate. Say: “It depends” is a good answer.",
                "On the card about driving: feelings are heard, and safety comes first.",
            ),
            if_short="Sort the first eight cards.",
            screen=(
                Sort(
                    "cards",
                    "How does the reply land?",
                    ("Heard", "Depends", "Shut down"),
                    CARDS,
                    heads=("Someone says", "The reply"),
                ),
            ),
        ),
        Step(
            id="rewrite",
            name="Mend two replies",
            kind="pairs",
            fixed_min=5,
            short_min=2,
            say=(
                "In pairs, pick two replies that shut down. Find words that would help.",
                "You can use the starters on your sheet.",
                "You may pass, or listen only.",
            ),
            do=(
                "Make pairs and start the timer.",
                "After it ends, write one new reply for the group on the screen.",
            ),
            watch_for=("New replies that give advice. Ask: “How could we ask first?”",),
            if_short="Mend one reply all together.",
            screen=(
                Text("Pick two replies that shut down. What could someone say instead?"),
                Timer("pair_time", "Time in pairs", (Turn("Mend two replies", 240),)),
                Write("new_reply", "A new reply from the group", lines=2),
            ),
        ),
        Step(
            id="close",
            name="One line to keep",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=("Which line would you like to hear from someone? You may pass.",),
            do=(
                "Go round once. Do not comment.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=("Sadness about never being heard. Nod, wait, and find the person after.",),
            if_short="Ask for three voices only.",
            screen=(
                Text("Which line would you like to hear from someone? You may pass."),
                Write("lines", "Lines we want to keep", lines=3),
            ),
        ),
    ),
    sheet=(
        Sort(
            "cards",
            "Tick how each reply lands. There are no wrong answers.",
            ("Heard", "Depends", "Shut down"),
            CARDS,
            heads=("Someone says", "Reply"),
        ),
        Section(
            "Finish these lines",
            (
                Sentence("sounds", {"start": "That sounds {feeling}. I can see why {reason}."}),
                Sentence("want", {"start": "Do you want {one} or {other}?"}),
                Sentence("here", {"start": "I do not know what to say, but {what}."}),
            ),
        ),
    ),
    remember="You can hear a feeling and still not agree.",
    bring=("One sheet and one pen for each person", "Room to sit in pairs"),
    cautions=(
        "To hear a feeling is not to agree with harm. Say so when you reach the card about driving.",
        "Do not mark people right or wrong. “It depends” is often the wise answer.",
        "Do not ask who has shut whom down.",
    ),
    quiet="Sort the cards on paper alone. No one needs to speak.",
    online="Show one card at a time. People type H, D or S in the chat. You press what most people chose.",
    low_literacy="Read every card aloud. People vote with thumb up, flat hand or thumb down.",
    no_pens="Vote with thumbs. Mend the replies aloud.",
    small_group="Mend the replies all together in place of pairs.",
    large_group="Take three voices in the last round, after pairs.",
    safer=Safer(
        notes=(
            "Do not pair partners or family members.",
            "Keep to the cards. Do not use lines from the group's own homes.",
        )
    ),
    safety="Every card is made up, so no one has to show a wound.",
    choice="People vote with hands, on paper or not at all.",
    evidence="Studies found that people calm down sooner when a reply shows that they were understood. They are few and small.",
    strength=2,
)

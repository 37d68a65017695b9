"""The closing: one step to take home, things to leave here, a word to end, and places that help."""

from __future__ import annotations

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import LOCAL, HelpLines, Section, Sentence, Steps, Text, Timer, Turn, Write

EVERYONE = (
    "emergency",
    "crisis",
    "crisis_text",
    "treatment",
    "local_help",
    "home_violence",
    "not_crisis",
    LOCAL,
)
"""The card that everyone gets: one plain list, so that no line says anything about who holds it."""

EXERCISE = Exercise(
    id="leaving",
    code="",
    section="Closing",
    source_point=0,
    title="Leaving well",
    goal="This sheet helps you end the meeting and find help later.",
    intensity=1,
    steps=(
        Step(
            id="step",
            name="One step to take home",
            kind="alone",
            fixed_min=2,
            say=(
                "Write one small step for this week. Five minutes is enough.",
                "Say when you will do it. A step with a time is easier to do.",
                "You can leave it empty.",
            ),
            do=("Start the timer.", "Write a step of your own on paper."),
            watch_for=("Steps that are too big. Say to all: “Make it half as big.”",),
            if_short="Ask people to write it at home.",
            screen=(
                Steps(("Pick one small step. Five minutes is enough.", "Write when you will do it.")),
                Timer("step_time", "Quiet time on paper", (Turn("Write one step", 120),)),
            ),
        ),
        Step(
            id="leave",
            name="Leave it here",
            kind="close",
            fixed_min=1,
            say=(
                "You may leave a sheet here. Tear it up, or give it to me folded.",
                "I will destroy it without reading it.",
                "Think of who may see your paper at home.",
            ),
            do=(
                "Pass round an envelope or a bin.",
                "Destroy the sheets after the meeting. Do not read them.",
            ),
            watch_for=("Someone who hides a sheet or looks worried. Offer a quiet word after.",),
            if_short="Say it in one sentence and hold out the envelope.",
            screen=(
                Text("You may **leave a sheet here**. Nobody will read it."),
                Text("Think of who may see your paper at home."),
            ),
        ),
        Step(
            id="word",
            name="One word to end",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=("One word: how do you leave? You may pass.",),
            do=("Go round once. Say your own word last.", "Thank the group."),
            watch_for=(
                "A word that worries you. Ask the person to stay a moment. Do not let them leave alone.",
            ),
            if_short="Ask for three voices only.",
            screen=(
                Text("One word: how do you leave? You may pass."),
                Write("words", "Words we heard", lines=3),
            ),
        ),
        Step(
            id="help",
            name="Where to find help",
            kind="close",
            fixed_min=2,
            say=(
                "This list goes to everyone. You may need it, or know someone who does.",
                "I can stay for ten minutes, if you want to talk.",
            ),
            do=(
                "Point to the list on the sheet.",
                "Clear every board before people go.",
                "Stay until all have left.",
            ),
            watch_for=("Someone who stays behind. Sit down with them.",),
            if_short="Point to the list. Say that you will stay.",
            screen=(HelpLines(EVERYONE),),
        ),
    ),
    sheet=(
        Section(
            "My next step",
            (
                Sentence("when", {"start": "When {when}, I will {what}."}),
                Write("ask", "Who could ask you how it went?", lines=1),
            ),
        ),
        Section("Places that help", (HelpLines(EVERYONE),)),
    ),
    remember="You can ask for help more than once.",
    bring=(
        "One sheet and one pen for each person",
        "An envelope or a bin for sheets that stay here",
    ),
    cautions=(
        "Give the list of places to everyone, never to one person in front of others.",
        "Do not let anyone leave alone if you fear for their safety.",
        "Paper can be found. Say so, and offer to keep nothing.",
    ),
    quiet="Fold the sheet and sit. No word is needed.",
    online="Put the list in the chat. Stay in the room for ten minutes after.",
    low_literacy="Read the list aloud. Say the two short numbers twice.",
    no_pens="Say the step to the person next to you, or keep it in mind.",
    small_group="There is time for two words each.",
    large_group="Let pairs share their word. Then take three voices.",
    safer=Safer(
        notes=(
            "No sheet carries a person's name.",
            "Invite everyone to leave all sheets here.",
        )
    ),
    safety="Everyone gets the same list, so that no one stands out.",
    choice="People choose what to take home and what to leave.",
    evidence="Plans that say when and what are kept more often than good wishes. Many studies found this.",
    strength=3,
)

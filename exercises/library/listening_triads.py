"""A5. Listening triads: take turns to talk, to listen and to watch, with a clock for all."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers import number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Choice,
    Found,
    Legend,
    Pick,
    Scale,
    Section,
    Sentence,
    Steps,
    Ticks,
    Timer,
    Turn,
    Write,
)

TRIAD = 3
FEWEST_FOR_TRIADS = 5
"""With four people or fewer there are pairs, not triads (field guide 1.2)."""
TALK, FEEDBACK = 180, 60
"""Seconds of one round."""
PEOPLE = ("Person A", "Person B", "Person C", "Person D")
ROLES = ("talks", "listens", "watches")
TOPICS = (
    "A meal you like to cook",
    "A small thing that went well",
    "A place where you feel calm",
    "Something you are good at fixing",
    "A song you know by heart",
    "An animal you have known",
)


def groups_of(people: int, *, fours: bool = False) -> list[int]:
    """Sizes of the groups for that many people: threes, and what is left over as pairs or a four.

    Args:
        people: how many take part, interpreters counted in; 2 to 12.
        fours: whether one person too many joins a three. Pairs otherwise, so that all can talk.
    """
    if people < FEWEST_FOR_TRIADS:
        return [people] if people <= TRIAD else [2, 2]
    threes, over = divmod(people, TRIAD)
    if over == 0:
        return [TRIAD] * threes
    if over == 1:
        return [TRIAD] * (threes - 1) + ([TRIAD + 1] if fours else [2, 2])
    return [TRIAD] * threes + [2]


def rounds_for(sizes: list[int], talk: str, feedback: str) -> tuple[Turn, ...]:
    """The turns of the clock: as many rounds as the largest group has people."""
    largest = max(sizes)
    turns: list[Turn] = []
    for place in range(largest):
        order = [*range(place, largest), *range(place)]
        roles = tuple((PEOPLE[person], ROLES[min(role, len(ROLES) - 1)]) for role, person in enumerate(order))
        turns.append(Turn(talk.format(n=place + 1), TALK, roles))
        turns.append(Turn(feedback.format(n=place + 1), FEEDBACK, roles))
    return tuple(turns)


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Make the groups for this many people, and set the clock for them."""
    sizes = groups_of(
        number(answers, exercise.part(Scale, "people")),
        fours=number(answers, exercise.part(Choice, "left_over")) == 1,
    )
    names = exercise.part(Timer, "clock").turns
    counts = {size: sizes.count(size) for size in (2, 3, 4)}
    kind = "_".join(name for size, name in ((3, "threes"), (2, "pairs"), (4, "four")) if counts[size])
    return {
        "groups": Pick(kind, {"threes": str(counts[3]), "pairs": str(counts[2])}),
        "clock": rounds_for(sizes, names[0].name, names[1].name),
    }


EXERCISE = Exercise(
    id="listening_triads",
    code="A5",
    section="Why good relationships matter",
    source_point=5,
    title="Listening triads",
    goal="This sheet helps you notice what good listening looks like.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="demo",
            name="Three roles",
            kind="show",
            fixed_min=3,
            say=(
                "One person talks. One listens. One watches. Then we change.",
                "The listener helps the talk along. The listener gives no advice.",
                "You may face the other person, or listen in your own way.",
                "Pick a light topic from the list. You may pass on any role.",
            ),
            do=(
                "Set how many people you are. Count interpreters too.",
                "Show one minute of listening with a helper.",
                "Say where each group sits.",
            ),
            watch_for=("Someone who thinks they must look in the eyes. Say: “Your own way is fine.”",),
            if_short="Do not show it. Read the three roles aloud.",
            screen=(
                Legend((("●", "talks"), ("▲", "listens"), ("■", "watches"))),
                Scale("people", "How many people are we?", low=2, high=12, start=8),
                Choice(
                    "left_over",
                    "When threes do not work out",
                    ("Make pairs", "Make one group of four"),
                    start=0,
                ),
                Sentence(
                    "groups",
                    {
                        "threes": "Groups of three: {threes}.",
                        "threes_pairs": "Groups of three: {threes}. Pairs: {pairs}.",
                        "threes_four": "Groups of three: {threes}. One group of four.",
                        "pairs": "Pairs: {pairs}. Talk and listen. Nobody needs to watch.",
                    },
                ),
                Choice("topic", "A light topic to talk about", TOPICS),
            ),
        ),
        Step(
            id="rounds",
            name="Talk, listen, watch",
            kind="group",
            fixed_min=12,
            say=(
                "Three minutes to talk. Then one minute to say what helped.",
                "The watcher says what they saw: two things that helped.",
                "Change roles when you hear the sound, or see the screen change.",
            ),
            do=(
                "Start the clock for each turn.",
                "Call the change of roles aloud.",
                "Walk past each group once.",
                "Tell pairs to use round 3 for what helped.",
            ),
            watch_for=(
                "Advice. Say to all: “Only listen. Say back the main point.”",
                "A heavy story. Say: “Thank you. Let us keep it light today.” Find the person after.",
            ),
            if_short="Talk for two minutes in place of three.",
            screen=(
                Timer(
                    "clock",
                    "The clock for all groups",
                    (Turn("Round {n}: talk", TALK), Turn("Round {n}: what helped?", FEEDBACK)),
                ),
                Steps(
                    (
                        "Talks: pick a light topic.",
                        "Listens: say back the main point. Ask, do not advise.",
                        "Watches: mark the sheet.",
                    )
                ),
            ),
        ),
        Step(
            id="debrief",
            name="What helped?",
            kind="group",
            fixed_min=3,
            per_person_sec=15,
            say=("What helped you feel heard? You may pass.", "What was hard when you listened?"),
            do=(
                "Write the words on the screen.",
                "Point to the last line of the sheet: one small thing.",
            ),
            watch_for=("Scores for people. Say: “We look at what helps, not at who is best.”",),
            if_short="Ask the first question only.",
            screen=(Write("helped", "What helped us feel heard", lines=4),),
        ),
    ),
    sheet=(
        Section(
            "When you watch: mark what you see",
            (
                Ticks(
                    "seen",
                    "The listener ...",
                    (
                        "faced the talker, or listened in their own way",
                        "did not cut in",
                        "said back the main point",
                        "asked an open question, like “How was that?”",
                        "gave no advice",
                    ),
                ),
            ),
        ),
        Section(
            "When you talked",
            (
                Write("heard", "What helped you feel heard?", lines=3),
                Write("more", "What would you like more of?", lines=2),
            ),
        ),
        Section("Keep a line", (Sentence("back", {"start": "What I hear is {what}. Is that right?"}),)),
    ),
    remember="You do not need to fix it. To listen is already help.",
    bring=(
        "One sheet and one pen for each person",
        "Chairs in groups of three",
        "A sound that all can hear, and a sign that all can see",
    ),
    cautions=(
        "Eye contact is not a rule. It can be rude in some cultures, and hard for some people.",
        "Count interpreters in the size of a group. Turn the sound off where it hurts.",
        "Keep to light topics. This is practice, not therapy.",
    ),
    quiet="Take the watching role each time. Or sit out one round and mark the sheet.",
    online="Make rooms of three. Put the roles and the topic in the chat. Call the changes to all rooms.",
    low_literacy="Read the list aloud first. Watchers can hold up a finger for each thing they see.",
    no_pens="Watchers count on their fingers.",
    small_group="Make pairs. Nobody needs to watch.",
    large_group="Have a second facilitator walk round.",
    safer=Safer(
        notes=(
            "Do not put partners or family members in one group.",
            "Use only topics from the list.",
        )
    ),
    safety="The topics are light, and no one has to speak about themselves.",
    choice="People pick their topic, their role and their way to listen.",
    evidence="In lab studies, people felt better understood by trained listeners. Effects on daily life are less clear.",
    strength=2,
)

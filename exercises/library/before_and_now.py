"""Before and now: a sheet to see what changed, and a summary for the group that shows nobody.

The items are our own, but for the two questions about support and loneliness, which come from a
public survey of the United States (field guide 4). Small numbers are hidden, as the field guide asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exercises.answers import number
from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Choice,
    Found,
    Grid,
    Pick,
    Picture,
    Scale,
    Section,
    Sentence,
    Text,
)
from exercises.pictures import Bars

SMALLEST = 5
"""A count below this is hidden, and the next one too where it could be worked out (field guide 4)."""
BANDS = (("low", "low: 0 to 3"), ("mid", "middle: 4 to 6"), ("high", "high: 7 to 10"))
TIMES = ("before", "now")
OFTEN = ("Always", "Usually", "Sometimes", "Rarely", "Never")
MARKS = ("Before", "Now")
ITEMS_A = (
    "see who holds me up",
    "help others feel heard",
    "find a lift for my load",
    "see what has helped me",
    "listen without advice",
)
ITEMS_B = (
    "say what I need",
    "reach out to someone",
    "tell which help fits",
    "choose a group",
    "make a first call",
    "check what I read",
)
ITEMS_C = (
    "ask clearly",
    "say where my line is",
    "plan small moments",
    "say a real thank-you",
    "look at both sides",
    "plan my next step",
)
"""One line of our own for each of the 17 points."""
BLANK_BARS = Bars(
    alt="Bars for how many people marked low, middle and high, before and now.",
    names=tuple(f"{time.capitalize()}, {label}" for time in TIMES for _, label in BANDS),
    values=(0,) * 6,
    most=1,
    heads=("Answer", "People"),
)


def shown(counts: list[int]) -> list[bool]:
    """Which counts may be shown: small ones are hidden, and one more where the sum would give them away."""
    if 0 < sum(counts) < SMALLEST:
        return [False] * len(counts)
    may = [count == 0 or count >= SMALLEST for count in counts]
    if may.count(False) == 1:
        others = [place for place, fits in enumerate(may) if fits]
        may[min(others, key=lambda place: (counts[place] == 0, counts[place]))] = False
    return may


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Draw the counts that may be shown, and say what is hidden and what this cannot show."""
    names, values, hidden, total = [], [], 0, 0
    for time in TIMES:
        scales = [exercise.part(Scale, f"{time}_{band}") for band, _ in BANDS]
        counts = [number(answers, scale) for scale in scales]
        total += sum(counts)
        for scale, count, may in zip(scales, counts, shown(counts), strict=True):
            if may:
                names.append(scale.label)
                values.append(count)
            hidden += not may
    bars = replace(
        exercise.blank(Bars, "bars"), names=tuple(names), values=tuple(values), most=max([*values, 1])
    )
    kind = "all" if hidden == 0 else "some_hidden" if sum(values) else "all_hidden"
    return {"bars": bars, "limits": Pick(kind if total else "empty", {"hidden": str(hidden)})}


EXERCISE = Exercise(
    id="before_and_now",
    code="",
    section="Looking back",
    source_point=0,
    title="Before and now",
    goal="This sheet helps you see what has changed for you.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="paper",
            name="On paper, just for you",
            kind="alone",
            fixed_min=6,
            say=(
                "Mark only what we did. 0 is not at all. 10 is very well.",
                "First think back to before we met. Then mark how it is now.",
                "Put no name on it. You may keep it, or give it to me.",
            ),
            do=("Hand out the sheets at the end.", "Collect them face down, or let people keep them."),
            watch_for=("A lower number than before. That is normal: you now see more.",),
            if_short="Let people mark three lines.",
            screen=(
                Text(
                    "0 is not at all. 10 is very well. **Put no name on it.** A lower number than before is normal."
                ),
            ),
        ),
        Step(
            id="summary",
            name="What the group can see",
            kind="show",
            fixed_min=4,
            say=(
                "This shows counts only. It shows nobody.",
                "It cannot show that the meeting was the cause.",
            ),
            do=(
                "Pick one line of the sheet. Count how many marked low, middle and high.",
                "Use the sheets of several groups together. With few people, nothing shows.",
            ),
            watch_for=("Questions about one person's mark. Do not answer them.",),
            if_short="Leave it out.",
            screen=(
                Section(
                    "Before",
                    tuple(Scale(f"before_{band}", f"Before, {label}", high=99) for band, label in BANDS),
                ),
                Section(
                    "Now", tuple(Scale(f"now_{band}", f"Now, {label}", high=99) for band, label in BANDS)
                ),
                Picture("bars", BLANK_BARS),
                Sentence(
                    "limits",
                    {
                        "empty": "Nothing to show yet.",
                        "all_hidden": "Too few people to show anything. Counts under 5 stay hidden.",
                        "some_hidden": "Hidden: {hidden}. Counts under 5 stay hidden, so that nobody can be found.",
                        "all": "These are counts. They do not show what caused a change, and nothing about one person.",
                    },
                ),
            ),
        ),
    ),
    sheet=(
        Text("Mark only what we did. 0 is not at all, 10 is very well. **No name, please.**"),
        Beside(
            left=(
                Grid("a", "**Why it matters.** I can ...", ITEMS_A, MARKS, (), narrow=True),
                Grid("b", "**Finding support.** I can ...", ITEMS_B, MARKS, (), narrow=True),
            ),
            right=(
                Grid("c", "**Staying close.** I can ...", ITEMS_C, MARKS, (), narrow=True),
                Choice("place", "I know one place to get help, and how to reach it.", ("Yes", "Not yet")),
            ),
        ),
        Choice("support", "How often do you get the support that you need?", OFTEN, columns=5),
        Choice("lonely", "How often do you feel lonely?", OFTEN, columns=5),
    ),
    remember="A lower number is not a step back. You see more now.",
    bring=("One sheet and one pen for each person", "An envelope"),
    cautions=(
        "This is not a test, and not a tested measure. It is ours.",
        "Never show one person's line. Never ask who marked what.",
        "Keep no sheet longer than you need to count it.",
    ),
    quiet="Keep the sheet, and mark it at home.",
    online="Send the sheet before. People keep it.",
    low_literacy="Read each line aloud. People hold up fingers under the table, or mark alone.",
    no_pens="Let people think of one thing that is easier now.",
    small_group="With four or fewer, make no summary.",
    large_group="Count with your second person.",
    safer=Safer(notes=("Let everyone leave the sheet here.",)),
    safety="No names, and small counts stay hidden.",
    choice="People choose which lines to mark, and whether to hand it in.",
    evidence="Asking “before” and “now” on one sheet is a known way for short courses. It shows how people see it, not the cause.",
    strength=2,
)

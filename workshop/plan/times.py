"""How long each step takes for this group, in whole minutes that add up."""

from __future__ import annotations

import math

from exercises.exercise import Exercise, Kind, Step
from workshop.group import Group

ONLINE = 0.20
"""More time for everything online (field guide 1.2)."""
INTERPRETER = 0.25
"""More time for talking where somebody interprets. No guide gives a number: this one is our own."""
SCRIBE = 0.25
"""More time for quiet work on paper where somebody writes for another. This number is our own, too."""
SHORT_ALONE = 0.6
"""What stays of time alone when time is short: 8 minutes become 5, as the scripts have it."""
SHORTER: dict[Kind, float] = {"pairs": 0, "alone": SHORT_ALONE, "second": 0}
"""The steps that may give way, in this order, and what stays of each (field guide 1.1)."""


def minutes(exercise: Exercise, people: int, group: Group) -> list[int]:
    """The minutes of each step. Together they are the time of the exercise, rounded up."""
    return whole([step.minutes(people) * (1 + _more(step.kind, group)) for step in exercise.steps])


def whole(exact: list[float]) -> list[int]:
    """Whole numbers of at least 1, near the exact ones, that add up to the sum of those, rounded up."""
    exact = [round(one, 6) for one in exact]  # 1.2 times 5 is 6, and no hair more
    parts = [max(1, math.floor(one)) for one in exact]
    missing = max(0, math.ceil(round(sum(exact), 6)) - sum(parts))
    for at in sorted(range(len(parts)), key=lambda at: parts[at] - exact[at])[:missing]:
        parts[at] += 1
    return parts


def shortest(step: Step, planned: int) -> int:
    """What a step may shrink to; nothing, where it may be left out; as it is, where it is protected."""
    if step.kind not in SHORTER:
        return planned
    stays = SHORTER[step.kind] if step.short_min is None else step.short_min / step.fixed_min
    return min(planned, max(1, math.floor(planned * stays + 0.5))) if stays else 0


def _more(kind: Kind, group: Group) -> float:
    """The share of time that is added to a step of that kind."""
    alone = kind == "alone"
    return (
        ONLINE * (group.setting == "online")
        + INTERPRETER * ("interpreter" in group.needs and not alone)
        + SCRIBE * ("scribe" in group.needs and alone)
    )

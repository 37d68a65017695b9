"""What a plan needs beside its times: what to bring, and what a facilitator has to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exercises.exercise import ROUND_LIMIT
from workshop.plan.planner import DEEP
from workshop.plan.timetable import Plan

SPARE = 2
"""Sheets more than people."""
LONG_STRETCH = 100
"""Minutes without a break from which on we ask for one."""
Note = tuple[str, Mapping[str, Any]]
"""The name of a sentence, and what it tells of."""


def copies(plan: Plan) -> int:
    """How many copies of each sheet to print."""
    return plan.ask.people + SPARE


def sheets(plan: Plan) -> tuple[str, ...]:
    """The sheets of the meeting, in their order."""
    return tuple(block.exercise.title for block in plan.blocks if block.exercise)


def bring(plan: Plan) -> tuple[str, ...]:
    """What to have at hand, each thing once."""
    things = (thing for block in plan.blocks if block.exercise for thing in block.exercise.bring)
    return tuple(dict.fromkeys(things))


def notes(plan: Plan) -> Iterator[Note]:
    """What to know before the meeting."""
    ask, people = plan.ask, plan.people
    if plan.circles > 1:
        yield "circles", {"circles": plan.circles, "people": people}
    elif people > ROUND_LIMIT:
        yield "second", {}
    for block in plan.blocks:
        if block.exercise and block.exercise.intensity >= DEEP:
            yield "deep", {"topic": block.exercise.title}
    if ask.group.safer:
        yield "safer", {}
    if ask.group.setting != "in person":
        yield ask.group.setting, {}
    for need in dict.fromkeys(ask.group.needs):
        yield need, {}
    if (longest := _longest_stretch(plan)) > LONG_STRETCH:
        yield "no_break", {"minutes": longest}


def _longest_stretch(plan: Plan) -> int:
    longest = since = 0
    for block in plan.blocks:
        since = 0 if block.kind in ("break", "lunch", "hand") else since + block.minutes
        longest = max(longest, since)
    return longest

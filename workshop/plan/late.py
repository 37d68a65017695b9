"""Running late: the smallest changes of what is still to come, in the planner's own order.

Time in hand goes first, then the talk after topics, as both are there only because time was left
over. Then steps give way as they do in a plan: pair shares, time alone, second scenarios. The opening,
the closing, breaks and every other step stay as they are, and so does what has begun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from workshop.plan.blocks import TALK
from workshop.plan.changes import smallest
from workshop.plan.times import SHORTER
from workshop.words import words

LEFT_OVER = {"hand": 1, "talk": TALK[0]}
"""What can be cut to the minute, in this order, and the fewest minutes it makes sense with."""
STAGES = (*LEFT_OVER, *SHORTER)


class Step(NamedTuple):
    """A step of the meeting and its block; a break, a lunch or time in hand is both."""

    block: Mapping[str, Any]
    slot: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What decides whether it gives way: a kind of STAGES, or any other where it never does."""
        if self.block["kind"] == "topic":
            return str(self.slot.get("kind"))
        return "hand" if self.block["kind"] == "hand" else "protected"


@dataclass(frozen=True)
class Less:
    """A step still to come that gets fewer minutes; none, where it is left out."""

    place: int
    """Its place among the steps of the meeting."""
    kind: str
    before: int
    after: int

    @property
    def saves(self) -> int:
        """The minutes it gives back."""
        return self.before - self.after


@dataclass(frozen=True)
class Advice:
    """What to change, and the minutes that are missing even so."""

    changes: tuple[Less, ...]
    missing: int


def steps(meeting: Mapping[str, Any]) -> list[Step]:
    """The steps of a meeting in their order. The page counts them in the same way."""
    return [Step(block, slot) for block in meeting["blocks"] for slot in block["slots"] or [block]]


def late(meeting: Mapping[str, Any], at: int, minutes: Sequence[int], behind: int) -> Advice:
    """The smallest changes that bring a meeting back to its time, or all there are.

    Args:
        meeting: the meeting, as `workshop.plan.meeting` makes it.
        at: the place of the step that runs now.
        minutes: what each step has by now, in whole minutes; 0 stands for a step left out.
        behind: how many minutes the meeting is behind.
    """
    coming = [_less(place, step, minutes[place]) for place, step in enumerate(steps(meeting)) if place > at]
    stages = [[one for one in coming if one.kind == kind and one.saves] for kind in STAGES]
    most = sum(one.saves for stage in stages for one in stage)
    chosen = smallest(stages, min(behind, most)) or ()
    return Advice(_not_too_much(chosen, behind), max(0, behind - most))


def _less(place: int, step: Step, now: int) -> Less:
    return Less(place, step.kind, now, min(now, step.slot.get("shortest", 0)))


def _not_too_much(chosen: Sequence[Less], behind: int) -> tuple[Less, ...]:
    """The same changes without what is not needed of the time left over, the later ones first."""
    surplus = sum(one.saves for one in chosen) - behind
    kept: list[Less] = []
    for one in reversed(chosen):
        after = one.after + min(max(0, surplus), one.saves)
        useful = one.kind in LEFT_OVER and after >= LEFT_OVER[one.kind]
        kept.insert(0, replace(one, after=after) if useful else one)
        surplus -= one.saves - kept[0].saves
    return tuple(one for one in kept if one.saves)


def in_words(advice: Advice, meeting: Mapping[str, Any]) -> dict[str, Any]:
    """The advice as the page shows it: a sentence for each change, and what to do where it is not enough."""
    there = steps(meeting)
    changes = [
        {"place": one.place, "minutes": one.after, "says": _sentence(one, there[one.place])}
        for one in advice.changes
    ]
    name = "late_missing" if changes else "late_nothing"
    missing = f"{name}_one" if advice.missing == 1 else name
    then = words()["lab"][missing].format(n=advice.missing) if advice.missing else ""
    return {"changes": changes, "then": then}


def _sentence(less: Less, step: Step) -> str:
    facts = {
        "topic": step.block["name"],
        "step": step.slot["name"],
        "before": less.before,
        "after": less.after,
        "saves": less.saves,
    }
    if less.kind == "hand":
        text = words()["lab"]["late_hand"]
    else:
        text = words()["plan"]["shorten" if less.after else "leave_out"]
    return str(text.format(**facts))

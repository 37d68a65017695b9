"""The parts of a meeting laid out in time, one after the other, with what is left over put to use."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from exercises.exercise import ROUND_LIMIT, Exercise, Kind, Step
from workshop.plan.timetable import Block, BlockKind, Pause, Slot, Speaks

TALK = range(3, 11)
"""How many minutes the talk after a topic may have, where time is left over."""
SPEAKS: dict[Kind, Speaks] = {"show": "you", "alone": "nobody", "pairs": "pairs", "close": "you"}
"""Who speaks in a step, where not everyone does."""
_KIND: dict[str, BlockKind] = {"arriving": "opening", "leaving": "closing"}


class Part(NamedTuple):
    """A part of the meeting before it has its place: a pause, or an exercise and the minutes of its steps."""

    item: Exercise | Pause
    steps: list[int]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.item.minutes if isinstance(self.item, Pause) else sum(self.steps)

    @property
    def is_topic(self) -> bool:
        """Whether it is one of the topics, whose notebooks have questions to talk about."""
        return isinstance(self.item, Exercise) and bool(self.item.code)


def lay_out(parts: list[Part], left: int, people: int, *, talk: bool) -> tuple[Block, ...]:
    """Every part in its place, with the minutes left over: first as talk after topics, then in hand."""
    topics = sum(part.is_topic for part in parts)
    share = min(left // topics, TALK[-1]) if talk and topics else 0
    share = share if share in TALK else 0
    blocks: list[Block] = []
    begins = 0
    for at, part in enumerate(parts, 1):
        in_hand = left - share * topics
        if at == len(parts) and in_hand:
            blocks.append(Block("hand", begins, in_hand))
            begins += in_hand
        blocks.append(_block(part, begins, people, share if part.is_topic else 0))
        begins += blocks[-1].minutes
    return tuple(blocks)


def _block(part: Part, begins: int, people: int, share: int) -> Block:
    if isinstance(part.item, Pause):
        return Block(part.item.kind, begins, part.minutes)
    exercise = part.item
    slots = [
        Slot(step.id, step.name, _speaks(step, people), at, planned)
        for step, planned, at in zip(
            exercise.steps, part.steps, accumulate(part.steps, initial=begins), strict=False
        )
        if planned
    ]
    if share:
        slots.append(Slot("talk", "", "all", begins + part.minutes, share))
    kind = _KIND.get(exercise.id, "topic")
    return Block(kind, begins, part.minutes + share, exercise, tuple(slots))


def _speaks(step: Step, people: int) -> Speaks:
    if step.kind == "round" or step.per_person_sec:
        return "turns" if people <= ROUND_LIMIT else "voices"
    return SPEAKS.get(step.kind, "all")

"""What goes into a plan and what comes out: plain frozen data, in whole minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any, Literal

from exercises.exercise import Exercise
from workshop.group import Group


@dataclass(frozen=True)
class Pause:
    """Time in which nothing is led."""

    kind: Literal["break", "lunch"]
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a facilitator wants: how many come, how long, and what to do, in that order."""

    people: int
    minutes: int
    items: tuple[Exercise | Pause, ...]
    start: time | None = None
    group: Group = field(default_factory=Group)


BlockKind = Literal["opening", "topic", "break", "lunch", "hand", "closing"]
Speaks = Literal["you", "nobody", "pairs", "all", "turns", "voices"]
"""Who speaks: the facilitator, nobody, two and two, all, each in turn, or pairs and then three voices."""


@dataclass(frozen=True)
class Slot:
    """One step on the timetable, or the talk after them, which has no name.

    `begins` counts the minutes since the start of the meeting.
    """

    id: str
    name: str
    speaks: Speaks
    begins: int
    minutes: int


@dataclass(frozen=True)
class Block:
    """One part of the meeting. A break, a lunch and time in hand have no exercise and no steps."""

    kind: BlockKind
    begins: int
    minutes: int
    exercise: Exercise | None = None
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class Change:
    """One step made shorter, or left out where nothing of it stays."""

    exercise: Exercise
    step: str
    before: int
    after: int

    @property
    def saves(self) -> int:
        """The minutes it gives back."""
        return self.before - self.after


@dataclass(frozen=True)
class Plan:
    """A meeting that fits: its blocks follow one another without a gap and fill its minutes."""

    ask: Ask
    circles: int
    """How many circles the people make."""
    people: int
    """How many are in the largest circle. The times are its times."""
    blocks: tuple[Block, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Why there is no plan: the name of a sentence, what it tells of, and what would make it fit."""

    why: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    """The smallest changes that make it fit; none where no changes do."""
    fitting: tuple[Exercise, ...] = ()
    """Where no changes do: the topics from the first on that fit."""

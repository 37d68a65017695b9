"""The agenda on paper: the times of a meeting, cut into pieces that a page can hold.

It is told as plain frozen data and checks itself: whole minutes that add up, or a ValueError.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from handouts.letters import clean

LONGEST = 40
"""Minutes that may stand together on one page: more than any topic of ours takes in the usual setting."""
LONGEST_MEETING = 24 * 60
_HOUR = 60
_CLOCK = re.compile(r"\d{1,2}:[0-5]\d")


@dataclass(frozen=True)
class Slot:
    """One step: the time of day at which it begins, how many minutes it has, and who speaks."""

    name: str
    at: str
    minutes: int
    who: str

    def __post_init__(self) -> None:
        """Refuse a time that is none."""
        _must(self.minutes > 0, self.at)


@dataclass(frozen=True)
class Block:
    """One part of the meeting. A break and time in hand have no exercise and no steps."""

    name: str
    at: str
    minutes: int
    exercise: str | None
    bring: tuple[str, ...]
    slots: tuple[Slot, ...]

    def __post_init__(self) -> None:
        """Refuse steps that do not fill their part."""
        _must(self.minutes > 0, self.at)
        _must(not self.slots or sum(slot.minutes for slot in self.slots) == self.minutes, self.at)


@dataclass(frozen=True)
class Agenda:
    """A whole meeting, with what to bring and what to know."""

    title: str
    where: tuple[str, ...]
    people: int
    minutes: int
    ends: str
    copies: int
    bring: tuple[str, ...]
    know: tuple[str, ...]
    shorter: tuple[str, ...]
    safer: bool
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        """Refuse parts that do not fill the meeting."""
        _must(self.people > 0 and 0 < self.minutes <= LONGEST_MEETING, self.ends)
        _must(sum(block.minutes for block in self.blocks) == self.minutes, self.ends)

    def planned(self, exercise: str) -> dict[str, int]:
        """The minutes of each step of an exercise by its name; none where it is not on the agenda."""
        slots = (slot for block in self.blocks if block.exercise == exercise for slot in block.slots)
        return {slot.name: slot.minutes for slot in slots}


def _must(kept: bool, at: str) -> None:  # noqa: FBT001 - a check reads best so
    if not (kept and _CLOCK.fullmatch(at)):
        message = "the times do not add up"
        raise ValueError(message)


def on_paper(agenda: Agenda, goes_on: str) -> dict[str, Any]:
    """The agenda as the template needs it.

    Args:
        agenda: the meeting.
        goes_on: what a part is called that is cut in two, with a place for its {name}.
    """
    led = [set(block.bring) for block in agenda.blocks if block.exercise]
    always = set.intersection(*led) if led else set()
    pieces = [piece for block in agenda.blocks for piece in _pieces(block, goes_on)]
    return {
        "minutes": agenda.minutes,
        "ends": agenda.ends,
        "always": [clean(thing) for thing in agenda.bring if thing in always],
        "pieces": [
            {
                "name": clean(piece.name),
                "led": piece.exercise is not None,
                "minutes": piece.minutes,
                "bring": [clean(thing) for thing in piece.bring if thing not in always],
                "rows": [
                    [slot.at, slot.minutes, clean(slot.name), clean(slot.who)]
                    for slot in piece.slots or (Slot(piece.name, piece.at, piece.minutes, ""),)
                ],
            }
            for piece in pieces
        ],
    }


def _pieces(block: Block, goes_on: str) -> Iterator[Block]:
    """A part that is too long for a page, in pieces of about the same length; any other as it is."""
    most = block.minutes / math.ceil(block.minutes / LONGEST)
    kept: list[Slot] = []
    begun = False
    slots = block.slots or (Slot(block.name, block.at, block.minutes, ""),)
    for slot in (cut for one in slots for cut in _cut(one, goes_on)):
        if kept and sum(one.minutes for one in kept) + slot.minutes > most:
            yield _piece(block, kept, goes_on if begun else "{name}")
            begun, kept = True, []
        kept.append(slot)
    yield _piece(block, kept, goes_on if begun else "{name}")


def _piece(block: Block, slots: list[Slot], called: str) -> Block:
    return replace(
        block,
        name=called.format(name=block.name),
        at=slots[0].at,
        minutes=sum(slot.minutes for slot in slots),
        bring=block.bring if called == "{name}" else (),
        slots=tuple(slots) if block.slots else (),
    )


def _cut(slot: Slot, goes_on: str) -> Iterator[Slot]:
    """A step that is too long for a page, in equal pieces; any other as it is."""
    pieces = math.ceil(slot.minutes / LONGEST)
    begins = [slot.minutes * place // pieces for place in range(pieces + 1)]
    for place, (since, until) in enumerate(pairwise(begins)):
        name = goes_on.format(name=slot.name) if place else slot.name
        yield replace(slot, name=name, at=_later(slot.at, since), minutes=until - since)


def _later(at: str, minutes: int) -> str:
    """A time of day some minutes later, written the same way: with two digits for the hour, or with one."""
    hour, rest = at.split(":")
    hours, rests = divmod(int(hour) * _HOUR + int(rest) + minutes, _HOUR)
    return f"{hours % 24:0{len(hour)}}:{rests:02}"

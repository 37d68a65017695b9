"""The answer to what was asked: one plan for each meeting, or one refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import NamedTuple

from workshop.errors import KitError
from workshop.group import Group
from workshop.plan.agenda import refusal
from workshop.plan.builds import Build, builds, items
from workshop.plan.planner import plan
from workshop.plan.timetable import Ask, Plan, Refusal
from workshop.words import words

USUAL = 90
"""Minutes, where nobody says how long."""


@dataclass(frozen=True)
class Wanted:
    """What was typed."""

    topics: Sequence[str] = ()
    build: str | None = None
    people: int | None = None
    minutes: int | None = None
    start: str | None = None
    shorten: bool = False


@dataclass(frozen=True)
class Planned:
    """One meeting that fits: what it is called, its place among the others, and its plan."""

    title: str
    number: int
    of: int
    plan: Plan

    @property
    def head(self) -> str:
        """The first line of its agenda."""
        name = "course" if self.of > 1 else "head"
        facts = {"people": self.plan.ask.people, "minutes": self.plan.ask.minutes}
        return str(words()["plan"][name].format(title=self.title, n=self.number, m=self.of, **facts))


class Looked(NamedTuple):
    """What was found for one meeting: what it is called, its place among the others, a plan or a refusal."""

    title: str
    number: int
    of: int
    plan: Plan | Refusal


def answer(wanted: Wanted, group: Group) -> list[Planned]:
    """The plan of each meeting.

    Raises:
        KitError: there is no plan; the message says why, and what would make one. One meeting of a
            course that does not fit is enough.
    """
    found = list(look(wanted, group))
    refused = [
        "\n".join(
            [words()["plan"]["of_course"].format(n=one.number, m=one.of)] * (one.of > 1)
            + [refusal(one.plan, group)]
        )
        for one in found
        if isinstance(one.plan, Refusal)
    ]
    if refused:
        raise KitError("\n\n".join(refused))
    return [Planned(*one[:3], one.plan) for one in found if isinstance(one.plan, Plan)]


def look(wanted: Wanted, group: Group) -> Iterator[Looked]:
    """What is found for each meeting: a plan, or a refusal.

    Raises:
        KitError: something in the question itself is wrong.
    """
    build = _build(wanted)
    people = group.people if wanted.people is None else wanted.people
    minutes = build.minutes if wanted.minutes is None else wanted.minutes
    start = _time(wanted.start)
    meetings = build.for_people(people)
    for at, names in enumerate(meetings, 1):
        ask = Ask(people=people, minutes=minutes, items=items(names), start=start, group=group)
        found = plan(ask)
        if isinstance(found, Refusal) and wanted.shorten and found.changes:
            found = plan(ask, found.changes)
        yield Looked(build.about, at, len(meetings), found)


def _build(wanted: Wanted) -> Build:
    """The build that was named, or one of our own with the topics that were."""
    said = words()["plan"]
    known = ", ".join(builds())
    if bool(wanted.topics) == bool(wanted.build):
        raise KitError(said["which"].format(builds=known))
    if not wanted.build:
        return Build(name="", about=said["own"], minutes=USUAL, meetings=[list(wanted.topics)])
    if wanted.build not in builds():
        raise KitError(said["no_build"].format(build=wanted.build, builds=known))
    return builds()[wanted.build]


def _time(start: str | None) -> time | None:
    if start is None:
        return None
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", start)
    if not found:
        raise KitError(words()["plan"]["no_time"].format(start=start))
    return time(int(found[1]), int(found[2]))

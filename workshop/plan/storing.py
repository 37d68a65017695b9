"""Storing plans: a notebook for each meeting, under a name that a person can type again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from workshop.errors import KitError
from workshop.files import write_whole
from workshop.plan.answer import Planned
from workshop.plan.calendar import WEEKLY, calendar, days
from workshop.plan.meeting import meeting
from workshop.plan.tonight import store, tonight
from workshop.words import words

TONIGHT, MEETING = "tonight", "meeting"
"""What the notebook of one meeting is called, and those of a course, where nobody says."""
_NAME = re.compile(r"[^\W_](?:[\w -]{0,58}\w)?")


class Stored(NamedTuple):
    """Where the notebook of a meeting lies, and which one kept its place since somebody edited it."""

    path: Path
    kept: Path | None


class When(NamedTuple):
    """The day of the first meeting as it was typed, and the days from one to the next."""

    first: str
    every: int = WEEKLY


def store_meetings(
    made: Sequence[Planned], name: str | None, folder: Path, when: When | None = None
) -> tuple[list[Stored], Path | None]:
    """A notebook for each meeting, and a calendar file where the days are known.

    Args:
        made: the meetings, planned.
        name: what the notebooks are to be called; the usual name, where it is None.
        folder: where they lie. It is made where there is none.
        when: on which days; nothing, where nobody has said so.

    Raises:
        KitError: the name cannot be one, or a notebook could not be written.
    """
    if name is not None and not _NAME.fullmatch(name):
        raise KitError(words()["plan"]["no_name"].format(name=name))
    on = days(made, *when) if when else []
    file = folder / f"{name or (TONIGHT if len(made) == 1 else MEETING)}.ics" if on else None
    dates = calendar(made, on, file.stem) if file else b""
    stored = [_stored(one, folder / f"{_called(one, name)}.ipynb", day) for one, day in zip_longest(made, on)]
    if file:
        write_whole(file, dates)
    return stored, file


def _called(one: Planned, name: str | None) -> str:
    if one.of == 1:
        return name or TONIGHT
    return f"{name or MEETING}_{one.number}_of_{one.of}"


def _stored(one: Planned, path: Path, day: date | None) -> Stored:
    title = words()["plan"]["course_title" if one.of > 1 else "title"].format(
        title=one.title, n=one.number, m=one.of
    )
    lies, beside = store(tonight(meeting(one.plan, title, day)), path)
    return Stored(lies, path if beside else None)

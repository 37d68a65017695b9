"""Storing plans: a notebook for each meeting, under a name that a person can type again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from workshop.errors import KitError
from workshop.plan.answer import Planned
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


def store_meetings(made: Sequence[Planned], name: str | None, folder: Path) -> list[Stored]:
    """A notebook for each meeting.

    Args:
        made: the meetings, planned.
        name: what the notebooks are to be called; the usual name, where it is None.
        folder: where they lie. It is made where there is none.

    Raises:
        KitError: the name cannot be one, or a notebook could not be written.
    """
    if name is not None and not _NAME.fullmatch(name):
        raise KitError(words()["plan"]["no_name"].format(name=name))
    return [_stored(one, folder / f"{_called(one, name)}.ipynb") for one in made]


def _called(one: Planned, name: str | None) -> str:
    if one.of == 1:
        return name or TONIGHT
    return f"{name or MEETING}_{one.number}_of_{one.of}"


def _stored(one: Planned, path: Path) -> Stored:
    title = words()["plan"]["course_title" if one.of > 1 else "title"].format(
        title=one.title, n=one.number, m=one.of
    )
    lies, beside = store(tonight(meeting(one.plan, title)), path)
    return Stored(lies, path if beside else None)

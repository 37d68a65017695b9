"""Printing: a notebook file becomes a handout for participants or a guide for the facilitator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import handouts
from handouts import Audience
from workshop.errors import KitError
from workshop.files import picture_beside
from workshop.fill import fill
from workshop.group import PAPERS, Group
from workshop.lines import lines_for
from workshop.words import words

if TYPE_CHECKING:
    from exercises.board import Views

__all__ = [
    "ENDINGS",
    "FILLABLE_ENDINGS",
    "Audience",
    "ending",
    "print_board",
    "print_notebook",
    "settings_for",
]

ENDINGS: dict[Audience, str] = {"participant": ".handout.pdf", "guide": ".guide.pdf"}
"""How the file of each edition ends, here and in nbconvert."""
FILLABLE_ENDINGS: dict[Audience, str] = {"participant": ".fillable.pdf", "guide": ".guide.fillable.pdf"}
"""The same where it can be filled in on a screen."""


def ending(audience: Audience, *, fillable: bool = False) -> str:
    """How the file of an edition ends, to write on or to fill in on a screen."""
    return (FILLABLE_ENDINGS if fillable else ENDINGS)[audience]


def settings_for(
    path: Path, audience: Audience, group: Group, today: date, *, fillable: bool = False
) -> handouts.Settings:
    """What the printer is told about a notebook that lies at `path`, for this group and this day."""
    lines = lines_for(group.country, group.checked_on)
    return handouts.Settings(
        audience=audience,
        fillable=fillable,
        paper=PAPERS[group.paper],
        people=group.people,
        safer=group.safer,
        words=words()["paper"],
        crisis=handouts.Crisis(words()["crisis"]["head"], lines.box(), lines.date_line(today)),
        lines=lines.cards(),
        fallback_title=path.stem.replace("_", " ").strip().capitalize(),
        picture=lambda name: picture_beside(path, name),
    )


def print_board(views: Views, untouched: Views, group: Group, today: date) -> bytes:
    """The PDF of a board: what the group has put in, and a line that says so. It is never a file."""
    said = words()
    line = said["paper"]["group_words"].format(
        month=said["crisis"]["months"][today.month - 1], day=today.day, year=today.year
    )
    settings = settings_for(Path(views[0]["title"]), "participant", group, today)
    return handouts.board_on_paper(views, untouched, settings, line).pdf


def print_notebook(  # noqa: PLR0913 - the one place where everything a PDF is made of comes together
    notebook: Any, path: Path, audience: Audience, group: Group, today: date, *, fillable: bool = False
) -> handouts.Printed:
    """The PDF of a notebook that was read from `path`, to write on or to fill in on a screen.

    Raises:
        KitError: it cannot be printed; the message begins with the notebook's name.
    """
    filled = fill(notebook, lines_for(group.country, group.checked_on), group.role)
    try:
        return handouts.handout(filled, settings_for(path, audience, group, today, fillable=fillable))
    except handouts.HandoutError as error:
        message = f"{path.name}: {error}"
        raise KitError(message) from error
    except RecursionError as error:
        message = f"{path.name}: lists or quotes lie too deep inside one another to be printed."
        raise KitError(message) from error

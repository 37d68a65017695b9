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

__all__ = ["ENDINGS", "Audience", "print_board", "print_notebook", "settings_for"]

ENDINGS: dict[Audience, str] = {"participant": ".handout.pdf", "guide": ".guide.pdf"}
"""How the file of each edition ends, here and in nbconvert."""


def settings_for(path: Path, audience: Audience, group: Group, today: date) -> handouts.Settings:
    """What the printer is told about a notebook that lies at `path`, for this group and this day."""
    lines = lines_for(group.country, group.checked_on)
    return handouts.Settings(
        audience=audience,
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


def print_notebook(
    notebook: Any, path: Path, audience: Audience, group: Group, today: date
) -> handouts.Printed:
    """The PDF of a notebook that was read from `path`.

    Raises:
        KitError: it cannot be printed; the message begins with the notebook's name.
    """
    try:
        filled = fill(notebook, lines_for(group.country, group.checked_on), group.role)
        made = handouts.handout(filled, settings_for(path, audience, group, today))
    except handouts.HandoutError as error:
        message = f"{path.name}: {_one_line(str(error))}"
        raise KitError(message) from error
    except RecursionError as error:
        message = f"{path.name}: lists or quotes lie too deep inside one another to be printed."
        raise KitError(message) from error
    return handouts.Printed(made.pdf, tuple(map(_one_line, made.notes)))


def _one_line(text: str) -> str:
    """A sentence on one line, whatever words of a notebook stand in it."""
    return " ".join(text.split())

"""Printing: a notebook file becomes a handout for participants or a guide for the facilitator."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import handouts
from handouts import Audience, Size
from workshop.editions import Layout
from workshop.errors import KitError
from workshop.files import picture_beside
from workshop.fill import fill
from workshop.group import PAPERS, Group
from workshop.lines import lines_for
from workshop.local import checked_in_words
from workshop.words import dated, words

if TYPE_CHECKING:
    from exercises.board import Views

__all__ = [
    "Audience",
    "Size",
    "in_one_sentence",
    "print_board",
    "print_notebook",
    "print_poster",
    "settings_for",
]


def settings_for(
    path: Path, audience: Audience, group: Group, today: date, **layout: Unpack[Layout]
) -> handouts.Settings:
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
        local=tuple(
            handouts.Local(line.name, line.reach, checked_in_words(line.checked)) for line in group.local
        ),
        fallback_title=path.stem.replace("_", " ").strip().capitalize(),
        picture=lambda name: picture_beside(path, name),
        **layout,
    )


def print_board(views: Views, untouched: Views, group: Group, today: date) -> bytes:
    """The PDF of a board: what the group has put in, and a line that says so. It is never a file."""
    settings = settings_for(Path(views[0]["title"]), "participant", group, today)
    return handouts.board_on_paper(
        views, untouched, settings, dated(words()["paper"]["group_words"], today)
    ).pdf


def print_poster(views: Views, name: str, group: Group, today: date) -> bytes:
    """The PDF of one poster of a board: one page for the wall. It is never a file.

    Raises:
        LookupError: the board has no poster of that name.
    """
    settings = settings_for(Path(views[0]["title"]), "participant", group, today)
    return handouts.poster_on_paper(views, name, settings, dated(words()["paper"]["poster_line"], today)).pdf


def print_notebook(
    notebook: Any, path: Path, audience: Audience, group: Group, today: date, **layout: Unpack[Layout]
) -> handouts.Printed:
    """The PDF of a notebook that was read from `path`.

    Raises:
        KitError: it cannot be printed; the message begins with the notebook's name.
    """
    with in_one_sentence(path):
        filled = fill(notebook, lines_for(group.country, group.checked_on), group.role)
        made = handouts.handout(filled, settings_for(path, audience, group, today, **layout))
    return handouts.Printed(made.pdf, tuple(map(_one_line, made.notes)))


@contextmanager
def in_one_sentence(path: Path) -> Iterator[None]:
    """What the printer cannot do, said of that file.

    Raises:
        KitError: the message begins with the notebook's name.
    """
    try:
        yield
    except handouts.HandoutError as error:
        message = f"{path.name}: {_one_line(str(error))}"
        raise KitError(message) from error
    except RecursionError as error:
        message = f"{path.name}: lists or quotes lie too deep inside one another to be printed."
        raise KitError(message) from error


def _one_line(text: str) -> str:
    """A sentence on one line, whatever words of a notebook stand in it."""
    return " ".join(text.split())

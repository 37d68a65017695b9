"""Printing: a notebook file becomes a handout for participants or a guide for the facilitator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import handouts
from handouts import Audience
from workshop.errors import KitError
from workshop.files import picture_beside
from workshop.group import PAPERS, Group
from workshop.lines import lines_for
from workshop.words import words

__all__ = ["ENDINGS", "Audience", "print_notebook"]

ENDINGS: dict[Audience, str] = {"participant": ".handout.pdf", "guide": ".guide.pdf"}
"""How the file of each edition ends, here and in nbconvert."""


def print_notebook(
    notebook: Any,
    path: Path,
    audience: Audience,
    group: Group,
    today: date,
) -> handouts.Printed:
    """The PDF of a notebook that was read from `path`.

    Raises:
        KitError: it cannot be printed; the message begins with the notebook's name.
    """
    lines = lines_for(group.country, group.checked_on)
    settings = handouts.Settings(
        audience=audience,
        paper="a4" if PAPERS[group.paper] == "a4" else "us-letter",
        people=group.people,
        words=words()["paper"],
        crisis=handouts.Crisis(words()["crisis"]["head"], lines.box(), lines.date_line(today)),
        lines=lines.cards(),
        fallback_title=path.stem.replace("_", " ").strip().capitalize(),
        picture=lambda name: picture_beside(path, name),
    )
    try:
        return handouts.handout(lines.fill(notebook), settings)
    except handouts.HandoutError as error:
        message = f"{path.name}: {error}"
        raise KitError(message) from error
    except RecursionError as error:
        message = f"{path.name}: lists or quotes lie too deep inside one another to be printed."
        raise KitError(message) from error

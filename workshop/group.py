"""This group: the few facts that screen and paper need, from my_group.toml where there is one.

The file never holds anything about participants.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.errors import KitError

if TYPE_CHECKING:
    from handouts import Paper  # not at run time: a notebook that only shows needs no printer

FILE_NAME = "my_group.toml"
PAPERS: dict[str, Paper] = {"letter": "us-letter", "a4": "a4"}


@dataclass(frozen=True)
class Group:
    """What this group needs to be told to the screen and the paper.

    `safer` is for groups in which partners, or family members, may sit together.
    """

    country: str = "US"
    paper: str = "letter"
    people: int = 8
    safer: bool = False
    role: str = "peer"
    checked_on: date | None = None


_RIGHT: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "country": ("two capital letters, like “US”", lambda it: bool(re.fullmatch("[A-Z]{2}", str(it)))),
    "paper": ("“letter” or “a4”", lambda it: it in list(PAPERS)),
    "people": ("a number from 2 to 12", lambda it: type(it) is int and it in range(2, 13)),
    "safer": ("true or false, without quotes", lambda it: isinstance(it, bool)),
    "role": ("“peer” or “professional”", lambda it: it in ["peer", "professional"]),
    "checked_on": ("a day, like 2026-11-20 without quotes", lambda it: type(it) is date),
}
"""Every line the file may hold: what would be right, and whether a value is."""


def load_group(folder: Path) -> Group:
    """The group's file in that folder; the usual group where there is none.

    Raises:
        KitError: the file is there and something in it is wrong; the message says what would be right.
    """
    path = folder / FILE_NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Group()
    except (OSError, ValueError) as error:
        message = f"{FILE_NAME} cannot be read: {error}. Mend that line, or delete the file to start again."
        raise KitError(message) from error
    for name, value in data.items():
        if name not in _RIGHT:
            message = (
                f"{FILE_NAME} has a line “{name}” that the kit does not know; it knows {', '.join(_RIGHT)}."
            )
            raise KitError(message)
        wanted, fits = _RIGHT[name]
        if not fits(value):
            message = f"In {FILE_NAME}, “{name}” must be {wanted}."
            raise KitError(message)
    return Group(**data)

"""This group: the few facts that the plan, the screen and the paper need, from my_group.toml if there is one.

The file never holds anything about participants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workshop.errors import KitError

if TYPE_CHECKING:
    from handouts import Paper  # not at run time: a notebook that only shows needs no printer

FILE_NAME = "my_group.toml"
PAPERS: dict[str, Paper] = {"letter": "us-letter", "a4": "a4"}
Where = Literal["in person", "online", "hybrid"]
Need = Literal["interpreter", "scribe"]
Role = Literal["peer", "professional"]
Family = Literal["no", "yes", "not sure"]


@dataclass(frozen=True)
class LocalLine:
    """A place nearby that helps, and the day somebody found that it still can be reached so."""

    name: str
    reach: str
    checked: date | None = None
    safety_at_home: bool = False
    """Whether it helps people who are hurt at home. Safer mode needs one such place on paper."""


@dataclass(frozen=True)
class Group:
    """What the kit is told about a group. `workshop/group_file.py` holds what the file may say."""

    name: str = ""
    place: str = ""
    language: str = "en"
    country: str = "US"
    paper: str = "letter"
    setting: Where = "in person"
    role: Role = "peer"
    partners_or_family: Family = "no"
    needs: tuple[Need, ...] = ()
    people: int = 8
    checked_on: date | None = None
    local: tuple[LocalLine, ...] = ()

    @property
    def safer(self) -> bool:
        """Whether the kit keeps to its safer mode. Who is not sure is on the safe side."""
        return self.partners_or_family != "no"

    @property
    def safe_at_home(self) -> bool:
        """Whether a place nearby that helps people who are hurt at home is known."""
        return any(line.safety_at_home for line in self.local)


def load_group(folder: Path) -> Group:
    """The group's file in that folder; the usual group where there is none.

    Raises:
        KitError: the file is there and something in it is wrong; the message says what would be right.
    """
    text = group_text(folder)
    if text is None:
        return Group()
    from workshop.group_file import group_in  # noqa: PLC0415 - who has no file needs no validation library

    return group_in(text, FILE_NAME)


def group_text(folder: Path) -> str | None:
    """What the group's file in that folder says; None where there is none.

    Raises:
        KitError: it cannot be read.
    """
    try:
        return (folder / FILE_NAME).read_text(encoding="utf-8-sig")  # Windows Notepad may put a mark first
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        message = (
            f"{FILE_NAME} cannot be read: {error}. Save it as plain text in UTF-8, in a file you may open."
        )
        raise KitError(message) from error

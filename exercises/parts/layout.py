"""Parts that hold other parts, pictures, and buttons that ask the workshop for something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exercises.pictures import Drawable

if TYPE_CHECKING:
    from exercises.parts import Part


@dataclass(frozen=True)
class Picture:
    """A picture: what the rule found on screen, the blank one to draw on where it found none."""

    id: str
    blank: Drawable
    width: int = 100
    """Width on paper, as a share of the space there is, in percent."""
    across: int = 3
    """How many places to write stand side by side below a blank one on paper, for who does not draw."""
    typed: tuple[Part, ...] = ()
    """What stands below it in a PDF that is filled in on a screen, where nobody can draw."""


@dataclass(frozen=True)
class Section:
    """A heading and the parts that belong under it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Beside:
    """Two groups of parts next to each other, on paper and where the screen is wide enough."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    left_share: int = 50
    """How much of the width the left side takes, in percent."""


@dataclass(frozen=True)
class Poster:
    """A button that prints what the group has chosen and added on this step, as one big page for the wall."""

    id: str
    label: str
    title: str


@dataclass(frozen=True)
class Act:
    """A button that asks whoever shows the exercise to do something with the answers: to store a plan."""

    id: str
    label: str

"""Parts that the group puts something into. Each keeps its answer under its id."""

from __future__ import annotations

from dataclasses import dataclass

Answer = str | int | bool


@dataclass(frozen=True)
class Write:
    """A place for words: a text field on screen, ruled lines on paper."""

    id: str
    label: str
    lines: int = 2
    help: str = ""
    own: bool = False
    """Whether it takes the facilitator's own words, not those of the group."""


@dataclass(frozen=True)
class Choice:
    """Pick one: radio buttons (or a menu, where there are many), tick boxes on paper."""

    id: str
    label: str
    options: tuple[str, ...]
    start: int = -1
    """Which option is chosen at first; -1 for none."""
    menu: bool = False
    columns: int = 1
    """How many columns of tick boxes there are on paper."""


@dataclass(frozen=True)
class Ticks:
    """Pick any: tick boxes on screen and on paper."""

    id: str
    label: str
    options: tuple[str, ...]
    columns: int = 1


@dataclass(frozen=True)
class Scale:
    """A whole number between two ends: a slider on screen, marks to circle on paper."""

    id: str
    label: str
    low: int = 0
    high: int = 10
    start: int = 0
    low_word: str = ""
    high_word: str = ""


Control = Write | Choice | Scale
"""A control that stands alone and holds one answer."""


@dataclass(frozen=True)
class Rows:
    """The same few controls once per row: a form that grows on screen, a table on paper."""

    id: str
    label: str
    row_name: str
    columns: tuple[Control, ...]
    start: tuple[tuple[Answer, ...], ...] = ()
    least: int = 1
    most: int = 8


@dataclass(frozen=True)
class Grid:
    """A menu for every row and column: a week, or marks for several things; an empty table on paper."""

    id: str
    label: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    options: tuple[str, ...]
    start: tuple[tuple[int, ...], ...] = ()
    corner: str = ""
    """What heads the column of row names on paper."""
    narrow: bool = False
    """Whether the cells hold only a mark or a number on paper, so that the row names get the room."""


@dataclass(frozen=True)
class Rank:
    """Things to put in order with Up and Down buttons; numbered rungs to fill in on paper."""

    id: str
    label: str
    rungs: int = 3

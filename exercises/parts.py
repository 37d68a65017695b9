"""The parts an exercise is made of: plain data that live.py draws on screen and paper.py prints.

Every word in a part is a whole sentence or a label that a person reads, so a translation is one
walk over the data. `**bold**` is the only markup. `{line:ID}` stands for the number of a help
line; whoever shows or prints the exercise fills it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exercises.pictures import Drawable

Answer = str | int | bool
Answers = Mapping[str, Answer]
"""What the group has put in so far: one flat mapping from the id of a control to its value."""


@dataclass(frozen=True)
class Text:
    """A short piece of prose."""

    text: str


@dataclass(frozen=True)
class Steps:
    """Numbered things to do, each one starting with a verb."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Legend:
    """Signs to write or look for, each with its meaning."""

    signs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Write:
    """A place for words: a text field on screen, ruled lines on paper."""

    id: str
    label: str
    lines: int = 2
    help: str = ""


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


Control = Write | Choice | Ticks | Scale


@dataclass(frozen=True)
class Rows:
    """The same few controls once per row: a form that grows on screen, a table on paper."""

    id: str
    label: str
    row_name: str
    columns: tuple[Write | Choice | Scale, ...]
    start: tuple[tuple[Answer, ...], ...] = ()
    least: int = 1
    most: int = 8


@dataclass(frozen=True)
class Card:
    """One card to sort: what is on it, the pile we would choose, and why (at most 15 words)."""

    said: str
    reply: str
    pile: int
    why: str


@dataclass(frozen=True)
class Sort:
    """Cards to sort into piles, one at a time on screen; a table with tick boxes on paper.

    Where the kit would put a card, and why, shows on screen once the group has chosen, and in
    the guide; never on a participant's paper.
    """

    id: str
    label: str
    piles: tuple[str, ...]
    cards: tuple[Card, ...]
    heads: tuple[str, str]
    on_paper: int = 8


@dataclass(frozen=True)
class Picture:
    """A picture: what `respond` found on screen, the blank one to draw on where it found none."""

    id: str
    blank: Drawable
    width: int = 100
    """Width on paper, as a share of the space there is, in percent."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with places in it: filled by `respond` on screen, blanks to fill on paper."""

    id: str
    versions: Mapping[str, str]
    print_as: str = ""
    """Which version goes on paper; the first, where none is named."""


@dataclass(frozen=True)
class Tally:
    """Words and how often each came up: counted by `respond` on screen, an empty list on paper."""

    id: str
    label: str
    heads: tuple[str, str]
    lines: int = 4


@dataclass(frozen=True)
class Turn:
    """One stretch of a timer: its name, its length in seconds, who does what."""

    name: str
    seconds: int
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Timer:
    """A clock for one or more turns that can be paused and made longer."""

    id: str
    label: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class HelpLines:
    """Places that help, named by their ids: the numbers come from whoever shows or prints them."""

    ids: tuple[str, ...]


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


Part = (
    Text
    | Steps
    | Legend
    | Write
    | Choice
    | Ticks
    | Scale
    | Rows
    | Sort
    | Picture
    | Sentence
    | Tally
    | Timer
    | HelpLines
    | Section
    | Beside
)


@dataclass(frozen=True)
class Pick:
    """What `respond` chose for a Sentence: a version, and the words for the places in it."""

    version: str
    places: Mapping[str, str] = field(default_factory=dict)


Found = Drawable | Pick | tuple[tuple[str, int], ...] | tuple[Turn, ...]
"""What `respond` can find for a part: a picture, a sentence, counted words, or turns."""


def within(parts: tuple[Part, ...]) -> list[Part]:
    """Every part, with the ones inside sections and side-by-side groups, in reading order."""
    found: list[Part] = []
    for part in parts:
        found.append(part)
        if isinstance(part, Section):
            found += within(part.parts)
        elif isinstance(part, Beside):
            found += within(part.left) + within(part.right)
    return found

"""The parts an exercise is made of: plain data, drawn on screen by live/ and on paper by paper.py.

Every word in a part is a whole sentence or a label that a person reads, so a translation is one
walk over the data. `**bold**` is the only markup. `{line:ID}` stands for the number of a help
line; whoever shows or prints the exercise fills it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exercises.parts.controls import Answer, Choice, Control, Grid, Rank, Rows, Scale, Ticks, Write
from exercises.parts.games import (
    Blanks,
    Branches,
    Card,
    Case,
    Deck,
    Leaf,
    Node,
    Option,
    Round,
    Sort,
    Timer,
    Turn,
    Vote,
)
from exercises.parts.layout import Act, Beside, Picture, Poster, Section
from exercises.parts.words import LOCAL, HelpLines, Hints, Legend, Sentence, Steps, Tally, Text, Timetable
from exercises.pictures import Drawable

__all__ = [
    "LOCAL",
    "Act",
    "Answer",
    "Answers",
    "Beside",
    "Blanks",
    "Branches",
    "Card",
    "Case",
    "Choice",
    "Control",
    "Deck",
    "Flags",
    "Found",
    "Grid",
    "HelpLines",
    "Hints",
    "Leaf",
    "Legend",
    "Node",
    "Option",
    "Order",
    "Part",
    "Pick",
    "Picture",
    "Poster",
    "Rank",
    "Round",
    "Rows",
    "Scale",
    "Section",
    "Sentence",
    "Sort",
    "Steps",
    "Tally",
    "Text",
    "Ticks",
    "Timer",
    "Times",
    "Timetable",
    "Turn",
    "Vote",
    "Words",
    "Write",
    "within",
]

Answers = Mapping[str, Answer]
"""What the group has put in so far: one flat mapping from the id of a control to its value."""

Part = (
    Text
    | Steps
    | Legend
    | Sentence
    | Hints
    | Tally
    | Timetable
    | HelpLines
    | Write
    | Choice
    | Ticks
    | Scale
    | Rows
    | Grid
    | Rank
    | Sort
    | Vote
    | Branches
    | Round
    | Timer
    | Blanks
    | Deck
    | Picture
    | Poster
    | Act
    | Section
    | Beside
)


@dataclass(frozen=True)
class Pick:
    """What a rule chose for a Sentence: a version, and the words for the places in it."""

    version: str
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Flags:
    """Which Hints a rule found to hold, by their names."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Order:
    """What a rule found to rank: the key and the label of each thing, in today's order."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Words:
    """What a rule found to write on a card: one text for each prompt."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Times:
    """What a rule found for a timetable: time of day, minutes, what happens and who speaks, row by row."""

    rows: tuple[tuple[str, int, str, str], ...]


Found = Drawable | Pick | Flags | Order | Words | Times | tuple[tuple[str, int], ...] | tuple[Turn, ...]
"""What a rule can find for a part: a picture, a sentence, hints, an order, words, counts, or turns."""


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

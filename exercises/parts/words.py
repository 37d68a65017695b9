"""Parts that say something: prose, steps, signs, sentences with places in them, hints and help lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
class Sentence:
    """A sentence with places in it: filled by the rule on screen, blanks to fill on paper."""

    id: str
    versions: Mapping[str, str]
    print_as: str = ""
    """Which version goes on paper; the first, where none is named."""


@dataclass(frozen=True)
class Hints:
    """Kind remarks: the ones that the rule found on screen, all of them as a list to check on paper."""

    id: str
    label: str
    versions: Mapping[str, str]


@dataclass(frozen=True)
class Tally:
    """Words and how often each came up: counted by the rule on screen, an empty list on paper."""

    id: str
    label: str
    heads: tuple[str, str]
    lines: int = 4


LOCAL = "local"
"""Stands among the ids of help lines for the group's own lines, however many there are."""


@dataclass(frozen=True)
class Timetable:
    """What happens when: by the rule on screen, each block as high as it is long; empty rows on paper."""

    id: str
    label: str
    heads: tuple[str, str, str, str]
    """Over the time of day, the minutes, what happens, and who speaks."""
    lines: int = 8


@dataclass(frozen=True)
class HelpLines:
    """Places that help, named by their ids: the numbers come from whoever shows or prints them."""

    ids: tuple[str, ...]

"""Parts that are played: cards, votes, branching talks, rounds and clocks."""

from __future__ import annotations

from dataclasses import dataclass


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
class Case:
    """One thing to vote on, and a reason for each way to vote, in the order of the options."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Vote:
    """Cases to vote on: counts keyed in from hands, drawn as bars; a table with tick boxes on paper.

    No person's vote is kept, only how many chose each way. After a vote every side's reason
    shows, also of a side that nobody chose.
    """

    id: str
    label: str
    options: tuple[str, ...]
    cases: tuple[Case, ...]
    head: str
    most: int = 12


@dataclass(frozen=True)
class Option:
    """One way to go on from a node: what is said or answered, where it leads, what it teaches."""

    label: str
    to: str
    note: str = ""


@dataclass(frozen=True)
class Node:
    """One place in a branching talk; without options it is an end."""

    id: str
    text: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Branches:
    """A talk or a question tree that branches: one node at a time, with the way back always open."""

    id: str
    label: str
    nodes: tuple[Node, ...]
    notes: str = ""
    """The heading over the notes collected on the way; none are collected where it is empty."""


@dataclass(frozen=True)
class Round:
    """Picks the next seat by number, never by name; on paper, numbers to cross out."""

    id: str
    label: str
    seats: int = 8
    most: int = 12


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
class Blanks:
    """A card to write: shown as it grows on screen, four empty ones with cut marks on paper."""

    id: str
    label: str
    prompts: tuple[str, ...]
    copies: int = 4
    lines: int = 2
    """Lines to write on, on paper, for each prompt."""


@dataclass(frozen=True)
class Leaf:
    """A finished card: its title, and what it says to do, in order."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Deck:
    """Finished cards to look up: one opens at a time on screen; framed to cut out on paper."""

    id: str
    label: str
    leaves: tuple[Leaf, ...]

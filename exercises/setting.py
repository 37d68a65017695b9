"""What an exercise is told about the room it is used in: it never looks it up itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Setting:
    """The interface words of the language in use, and the help lines of the country."""

    words: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Help lines by id: the name of each, and how to reach it in one sentence."""
    local: tuple[tuple[str, str], ...] = ()
    """The group's own lines: the name of each, how to reach it, and whether somebody has checked that."""

    cards: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What to do when someone is not OK: the title of each card, and its steps."""

    def say(self, name: str, **places: object) -> str:
        """An interface word or sentence with its places filled; its own name where it is missing."""
        return self.words.get(name, name).format(**places)

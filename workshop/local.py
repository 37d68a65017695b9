"""The group's own help lines, on paper and on the screen: always with whether somebody has checked them."""

from __future__ import annotations

from datetime import date

from workshop.group import Group
from workshop.words import dated, words


def checked_in_words(day: date | None) -> str:
    """When somebody found a line right; nothing where nobody has yet."""
    return dated(words()["crisis"]["checked"], day) if day else ""


def on_screen(group: Group) -> tuple[tuple[str, str], ...]:
    """The name of each line, and how to reach it."""
    not_yet = words()["crisis"]["not_checked"]
    return tuple(
        (line.name, f"{line.reach} {checked_in_words(line.checked) or not_yet}") for line in group.local
    )

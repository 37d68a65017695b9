"""The interface words: loaded once from words.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "words.toml"


@cache
def words() -> dict[str, dict[str, Any]]:
    """All interface words, by the place they are used in: board, paper, crisis, how."""
    with FILE.open("rb") as file:
        return tomllib.load(file)


def dated(sentence: str, day: date) -> str:
    """A sentence with its {month}, {day} and {year} filled."""
    return sentence.format(month=words()["crisis"]["months"][day.month - 1], day=day.day, year=day.year)

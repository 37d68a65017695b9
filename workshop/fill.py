"""Fill: what exercises name by an id (a help line, a made-up person) becomes words, in any data."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from workshop.errors import KitError
from workshop.lines import Lines
from workshop.words import words

PEOPLE = Path(__file__).parent / "people.toml"
NAMED = re.compile(r"\{(line|person|about|role):(\w+)\}")

T = TypeVar("T")


@cache
def people() -> dict[str, tuple[str, str]]:
    """The made-up people by id: the name of each, and a sentence or two about them.

    Raises:
        KitError: somebody has no name or no sentence.
    """
    try:
        data = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))
        return {key: (one["name"], one["about"].format(name=one["name"])) for key, one in data.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"{PEOPLE.name} cannot be read: {error}. Each person needs a name and a sentence about them."
        )
        raise KitError(message) from error


def fill(value: T, lines: Lines, role: str = "peer") -> T:
    """The same data with everything that is named by an id replaced by what it stands for.

    `{line:ID}` becomes the number of a help line, `{person:ID}` a name, `{about:ID}` a sentence about
    a person, and `{role:ID}` the sentence for the role of this group's facilitator.
    """

    def word(named: re.Match[str]) -> str:
        kind, key = named.groups()
        if kind == "line":
            return lines.short(key)
        if kind == "role":
            return str(words()["role"].get(key, {}).get(role, named[0]))
        return people()[key][kind == "about"] if key in people() else named[0]

    filled: T = _walk(value, lambda text: NAMED.sub(word, text))
    return filled


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of nested data with every string changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, (list, tuple)):
        return type(value)(_walk(one, change) for one in value)
    if isinstance(value, dict):
        return {key: _walk(one, change) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: _walk(one, change) for name, one in fields.items()})
    return value

"""The scene: what a part is drawn from, the one dispatch that draws parts, and buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any, TypeVar

from exercises.parts import Answers, Found
from exercises.setting import Setting

Block = dict[str, Any]
F = TypeVar("F")


@dataclass(frozen=True)
class Scene:
    """What a part needs to know to be drawn: the answers, what the rule found, and the setting."""

    answers: Answers
    found: Mapping[str, Found]
    setting: Setting

    def say(self, name: str, **places: object) -> str:
        """An interface word or sentence, with its places filled."""
        return self.setting.say(name, **places)

    def find(self, kind: type[F], part_id: str) -> F | None:
        """What the rule found for a part, if it is of that kind."""
        found = self.found.get(part_id)
        return found if isinstance(found, kind) else None

    def number(self, key: str, low: int, high: int, start: int = 0) -> int:
        """A whole number that an answer holds; where it starts, if it is none or out of bounds."""
        given = self.answers.get(key, start)
        fits = isinstance(given, int) and not isinstance(given, bool) and low <= given <= high
        return int(given) if fits else start


def placed(text: str, places: Mapping[str, object]) -> str:
    """A text with the places in it filled that are given; `{line:ID}` and the like are left alone."""
    return re.sub(r"\{(\w+)\}", lambda place: str(places.get(place[1], place[0])), text)


@singledispatch
def draw(part: object, scene: Scene) -> Block:
    """One part as the board draws it. An unknown kind stops with its name."""
    del scene
    message = f"The board cannot draw a {type(part).__name__}."
    raise TypeError(message)


def button(label: str, sets: Mapping[str, Any]) -> Block:
    """A button: its label and the answers it sets."""
    return {"label": label, "sets": dict(sets)}

"""What can be planned by name: topics, breaks, and the meetings that are ready to lead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import exercises
from exercises.exercise import Exercise
from workshop.errors import KitError
from workshop.plan.timetable import Pause
from workshop.words import words

FILE = Path(__file__).parent / "builds.toml"
PAUSES: dict[str, Pause] = {"break": Pause("break", 10), "lunch": Pause("lunch", 60)}
"""The pauses there are, and how long each is where nobody says."""
ENDING = "before_and_now"
"""The one exercise without a code that can be planned: it looks back at the end of a course."""
_LARGE = 8


@dataclass(frozen=True, kw_only=True)
class Build:
    """One meeting, or the meetings of a course, ready to lead."""

    name: str
    about: str
    minutes: int
    meetings: list[list[str]]
    over_8: list[list[str]] | None = None

    def for_people(self, people: int) -> list[list[str]]:
        """The meetings for that many people."""
        return self.over_8 if self.over_8 and people > _LARGE else self.meetings


@cache
def builds() -> dict[str, Build]:
    """Every build by its name."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))["build"]
    return {one["name"]: Build(**one) for one in data}


@cache
def topics() -> dict[str, Exercise]:
    """Every exercise that can be planned, by its code or, for the ending, its id."""
    everything = map(exercises.load, exercises.names())
    found = {one.code.lower() or one.id: one for one in everything if one.code or one.id == ENDING}
    return dict(sorted(found.items(), key=lambda item: (item[0] == ENDING, item[0])))


def items(names: Iterable[str]) -> tuple[Exercise | Pause, ...]:
    """The topics and pauses of those names: `a1`, `support_rings`, `break`, `break:15`, `lunch`.

    Raises:
        KitError: there is no such topic; the message names what there is.
    """
    return tuple(map(_item, names))


def _item(name: str) -> Exercise | Pause:
    wanted = name.lower()
    pause = re.fullmatch(rf"({'|'.join(PAUSES)})(?::([1-9]\d?))?", wanted)
    if pause:
        usual = PAUSES[pause[1]]
        return Pause(usual.kind, int(pause[2] or usual.minutes))
    for code, exercise in topics().items():
        if wanted in (code, exercise.id):
            return exercise
    raise KitError(words()["plan"]["no_topic"].format(topic=name, topics=", ".join(topics())))

"""The exercise: one frozen value that the screen, the worksheet, the script and the tests are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from exercises import live, paper
from exercises.parts import Answers, Found, Part, Picture, within
from exercises.setting import Setting

ROUND_LIMIT = 8
"""Over this many people a round becomes pairs and three voices, which takes no longer than this
many voices (field guide, "Rules for all 17" and 1.2)."""

BARE = Setting()
Kind = Literal["show", "alone", "pairs", "group", "second", "round", "close"]
"""What sort of step it is. When time is short, pairs go first, then time alone gets shorter, then a
second scenario goes (field guide 1.1)."""
P = TypeVar("P")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of running an exercise: what the facilitator says and does, and what the group sees."""

    id: str
    name: str
    kind: Kind
    fixed_min: float
    """Minutes that the step takes for any group."""
    per_person_sec: int = 0
    """Seconds more for each person, where everybody has a voice."""
    short_min: float | None = None
    """Minutes that it still takes as `if_short` has it, where the plan cannot tell from its kind."""
    say: tuple[str, ...]
    do: tuple[str, ...]
    watch_for: tuple[str, ...] = ()
    if_short: str
    """What to do when time is short."""
    screen: tuple[Part, ...]

    def minutes(self, people: int) -> float:
        """How long the step takes for that many people, in minutes: fixed + per person x people."""
        return self.fixed_min + self.per_person_sec * min(people, ROUND_LIMIT) / 60


@dataclass(frozen=True, kw_only=True)
class Safer:
    """What changes when partners or family may be in the room (field guide 2.3).

    Where only the notes are given, the exercise is safe as it is. Where a script, a worksheet or
    a line to remember is given, it takes the place of the usual one, on screen and on paper.
    """

    notes: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    sheet: tuple[Part, ...] = ()
    remember: str = ""


def nothing_found(_exercise: Exercise, _answers: Answers) -> Mapping[str, Found]:
    """The rule of an exercise that draws no picture and picks no sentence."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """What people do in one topic. Plain data, but for `rule`, which is a pure function."""

    id: str
    code: str
    section: str
    source_point: int
    """Which of the 17 points of the curriculum it belongs to; 0 for an opening or a closing."""
    title: str
    goal: str
    """"This sheet helps you ...": the first line of the worksheet, at most 12 words."""
    intensity: int
    """1 light, 2 middling, 3 may stir up hard feelings."""
    least_people: int = 2
    most_people: int = 12
    steps: tuple[Step, ...]
    sheet: tuple[Part, ...]
    remember: str
    bring: tuple[str, ...]
    """What the facilitator needs to have at hand."""
    cautions: tuple[str, ...]
    opt_out: str = "You can skip any part. You do not have to share it."
    quiet: str
    """Another way to take part, for somebody who does not want this one."""
    grounding: tuple[str, ...] = ()
    """A calm minute to end with; needed where the intensity is 3."""
    online: str
    low_literacy: str
    no_pens: str
    small_group: str
    large_group: str
    safer: Safer
    safety: str
    """How it keeps people safe: the first of SAMHSA's six principles."""
    choice: str
    """How it leaves the choice with each person: the fifth principle."""
    evidence: str
    """What it rests on, in one honest line."""
    strength: int
    """How strong that is: 1 weak, 2 some, 3 good."""
    rule: Callable[[Exercise, Answers], Mapping[str, Found]] = nothing_found

    def minutes(self, people: int) -> float:
        """How long all the steps take for that many people, in minutes."""
        return sum(step.minutes(people) for step in self.steps)

    def made_safer(self) -> Exercise:
        """The exercise in safer mode; itself, where nothing has to change."""
        other = self.safer
        if not (other.steps or other.sheet or other.remember):
            return self
        return replace(
            self,
            steps=other.steps or self.steps,
            sheet=other.sheet or self.sheet,
            remember=other.remember or self.remember,
        )

    def part(self, kind: type[P], part_id: str) -> P:
        """The part of that kind and id, wherever it stands.

        Raises:
            KeyError: no such part.
        """
        everything = [part for step in self.steps for part in within(step.screen)] + within(self.sheet)
        for part in everything:
            if isinstance(part, kind) and getattr(part, "id", None) == part_id:
                return part
        message = f"{self.id} has no {kind.__name__} named {part_id!r}."
        raise KeyError(message)

    def blank(self, kind: type[P], part_id: str) -> P:
        """The picture of that kind as it stands before anything is drawn on it.

        Raises:
            KeyError: no picture of that id.
            TypeError: it is a picture of another kind.
        """
        found = self.part(Picture, part_id).blank
        if not isinstance(found, kind):
            message = f"The picture {part_id!r} of {self.id} is no {kind.__name__}."
            raise TypeError(message)
        return found

    def respond(self, answers: Answers, setting: Setting = BARE) -> dict[str, Any]:
        """What the group sees next, as data for the board: a pure function of the answers."""
        return live.view(self, answers, setting)

    def screens(self, answers: Answers, setting: Setting = BARE) -> list[dict[str, Any]]:
        """What is on the screen in each step for these answers, wherever the group is just now."""
        return [self.respond({**answers, live.STEP: at}, setting) for at in range(len(self.steps))]

    def worksheet(self) -> dict[str, Any]:
        """The worksheet and the script, as data for the printer: the same for everybody, every time."""
        return paper.worksheet(self)

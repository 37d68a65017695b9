"""The smallest changes that make a meeting fit, in the order of the field guide (1.1)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from exercises.exercise import Exercise
from workshop.plan.times import SHORTER, shortest
from workshop.plan.timetable import Change


class Saves(Protocol):
    """Anything that gives minutes back."""

    @property
    def saves(self) -> int:
        """How many."""


S = TypeVar("S", bound=Saves)


def possible(timed: list[tuple[Exercise, list[int]]]) -> list[list[Change]]:
    """What may give way, in stages: pair shares, then time alone, then second scenarios.

    Only topics are handed in. So the opening, the closing and breaks never give way; and within a
    topic, neither does any step of another kind.
    """
    return [
        [
            change
            for exercise, planned in timed
            for step, before in zip(exercise.steps, planned, strict=True)
            if step.kind == kind
            for change in (Change(exercise, step.id, before, shortest(step, before)),)
            if change.saves
        ]
        for kind in SHORTER
    ]


def smallest(stages: list[list[S]], too_long: int) -> tuple[S, ...] | None:
    """The changes that give back at least that many minutes; None where all together do not.

    A stage begins when the one before is used up. Within a stage, as few changes as can be, and of
    those that leave out the least; then the later ones, as a meeting runs late towards its end.
    """
    chosen: list[S] = []
    for stage in stages:
        if too_long <= 0:
            break
        if (most := sum(change.saves for change in stage)) < too_long:
            chosen += stage
            too_long -= most
            continue
        largest = sorted((change.saves for change in stage), reverse=True)
        count = next(n for n in range(1, len(stage) + 1) if sum(largest[:n]) >= too_long)
        best = min(
            (some for some in combinations(reversed(stage), count) if _saved(some) >= too_long), key=_saved
        )
        chosen += reversed(best)
        too_long = 0
    return None if too_long > 0 else tuple(chosen)


def _saved(changes: Sequence[Saves]) -> int:
    return sum(change.saves for change in changes)

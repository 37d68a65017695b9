"""The planner: what is asked for becomes a plan that fits, or a refusal that says what would."""

from __future__ import annotations

import math
from collections.abc import Sequence

import exercises
from exercises.exercise import Exercise
from workshop.plan.blocks import Part, lay_out
from workshop.plan.changes import possible, smallest
from workshop.plan.times import minutes
from workshop.plan.timetable import Ask, Change, Pause, Plan, Refusal

CIRCLE = 12
"""The most people in one circle."""
FEWEST, MOST = 2, 2 * CIRCLE
LONGEST = 12 * 60
DEEP = 3
"""An exercise this deep has no place in a short meeting (field guide, A4)."""
SHORT = 45


def plan(ask: Ask, changes: Sequence[Change] = ()) -> Plan | Refusal:
    """The timetable for what is asked, with these changes; or why there is none, and what would fit."""
    if refused := _refused(ask):
        return refused
    circles = math.ceil(ask.people / CIRCLE)
    people = math.ceil(ask.people / circles)
    opening, closing = (_part(exercises.load(name), people, ask) for name in ("arriving", "leaving"))
    middle = [_part(item, people, ask) for item in ask.items]
    changed = [_changed(part, changes) for part in middle]
    needs = sum(part.minutes for part in (opening, *changed, closing))
    if needs > ask.minutes:
        return _too_long(ask, opening.minutes + closing.minutes, middle)
    blocks = lay_out([opening, *changed, closing], ask.minutes - needs, people, talk=not changes)
    return Plan(ask, circles, people, blocks, tuple(changes))


def _refused(ask: Ask) -> Refusal | None:
    """What is wrong with the question itself."""
    topics = [item for item in ask.items if isinstance(item, Exercise)]
    again = next(
        (one for at, one in enumerate(topics) if one.id in {other.id for other in topics[:at]}), None
    )
    deep = next((one for one in topics if one.intensity >= DEEP and ask.minutes <= SHORT), None)
    if not FEWEST <= ask.people <= MOST:
        why = "few" if ask.people < FEWEST else "many"
        return Refusal(why, {"people": ask.people, "fewest": FEWEST, "most": MOST})
    if not 0 < ask.minutes <= LONGEST:
        return Refusal("minutes", {"minutes": ask.minutes, "most": LONGEST})
    if not topics:
        return Refusal("nothing")
    if again:
        return Refusal("twice", {"topic": again.title})
    if deep:
        return Refusal("deep", {"topic": deep.title, "minutes": SHORT})
    return None


def _part(item: Exercise | Pause, people: int, ask: Ask) -> Part:
    if isinstance(item, Pause):
        return Part(item, [])
    exercise = item.made_safer() if ask.group.safer else item
    return Part(exercise, minutes(exercise, people, ask.group))


def _changed(part: Part, changes: Sequence[Change]) -> Part:
    """The same part with the steps that give way made shorter; 0 stands for a step left out."""
    if isinstance(part.item, Pause):
        return part
    shorter = {change.step: change.after for change in changes if change.exercise.id == part.item.id}
    ids = (step.id for step in part.item.steps)
    return part._replace(
        steps=[shorter.get(step, planned) for step, planned in zip(ids, part.steps, strict=True)]
    )


def _too_long(ask: Ask, around: int, middle: list[Part]) -> Refusal:
    """The refusal of a meeting that does not fit, with the changes or else the topics that do."""
    needs = around + sum(part.minutes for part in middle)
    found = smallest(_give_way(middle), needs - ask.minutes)
    least = needs - sum(change.saves for stage in _give_way(middle) for change in stage)
    fitting: list[Exercise] = []
    for part in middle if found is None else ():
        around += part.minutes
        if around > ask.minutes:
            break
        fitting += [part.item] if isinstance(part.item, Exercise) else []
    facts = {"needs": needs, "minutes": ask.minutes, "least": least}
    return Refusal("too_long", facts, found or (), tuple(fitting))


def _give_way(middle: list[Part]) -> list[list[Change]]:
    return possible([(part.item, part.steps) for part in middle if isinstance(part.item, Exercise)])

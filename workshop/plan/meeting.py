"""The meeting: a plan as plain data, for the page that keeps the time and for the paper.

It is stored in tonight's notebook, so that nothing has to be planned again to lead or to print it.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from exercises.exercise import Exercise, Step
from workshop.fill import fill
from workshop.lines import lines_for
from workshop.plan.agenda import change_in_words, clock, topic
from workshop.plan.notes import bring, copies, notes, sheets
from workshop.plan.times import shortest
from workshop.plan.timetable import Block, BlockKind, Plan, Slot
from workshop.words import dated, words

VERSION = 1
KEY = "good_company"
"""Where a notebook's metadata holds the meeting."""
PAIR = 2
_MINUTE = 60


def meeting(plan: Plan, title: str, day: date | None = None) -> dict[str, Any]:
    """Everything that the agenda says, with the clock times and the words in it.

    All times are whole minutes: `begins` since the start of the meeting. `each` is the fair share of
    one voice in seconds, where each person has one. `kind` is the kind of the step, or "talk"; `shortest`
    is what stays of it where the meeting runs late.
    """
    ask, said = plan.ask, words()["plan"]
    group = ask.group
    told = {
        "version": VERSION,
        "title": title,
        "where": [
            place for place in (dated(said["day"], day) if day else "", group.name, group.place) if place
        ],
        "people": ask.people,
        "circles": plan.circles,
        "minutes": ask.minutes,
        "start": ask.start.strftime("%H:%M") if ask.start else None,
        "ends": clock(ask.start, ask.minutes),
        "copies": copies(plan),
        "sheets": list(sheets(plan)),
        "bring": list(bring(plan)),
        "know": [said["notes"][name].format(**facts) for name, facts in notes(plan)],
        "shorter": [change_in_words(change) for change in plan.changes],
        "safer": group.safer,
        "blocks": [_block(plan, block) for block in plan.blocks],
    }
    filled: dict[str, Any] = fill(told, lines_for(group.country, group.checked_on), group.role)
    return filled


def _block(plan: Plan, block: Block) -> dict[str, Any]:
    one = block.exercise
    return {
        "kind": block.kind,
        "name": topic(one) if one else words()["plan"][block.kind],
        "exercise": one.id if one else None,
        "at": clock(plan.ask.start, block.begins),
        "begins": block.begins,
        "minutes": block.minutes,
        "bring": list(one.bring) if one else [],
        "slots": [_slot(plan, block.kind, one, slot) for slot in block.slots if one],
    }


def _slot(plan: Plan, kind: BlockKind, exercise: Exercise, slot: Slot) -> dict[str, Any]:
    said = words()["plan"]
    step = next((step for step in exercise.steps if step.id == slot.id), None)
    return asdict(slot) | {
        "name": slot.name or said["talk"],
        "at": clock(plan.ask.start, slot.begins),
        "who": said["speaks"][slot.speaks],
        "each": _fair_share(slot, plan.people),
        "kind": step.kind if step else "talk",
        "shortest": _shortest(plan, kind, exercise, step, slot.minutes) if step else 0,
    }


def _shortest(plan: Plan, kind: BlockKind, exercise: Exercise, step: Step, planned: int) -> int:
    """What a step may shrink to. What the plan has made shorter already is as short as its script has it."""
    gave_way = (exercise.id, step.id) in {(change.exercise.id, change.step) for change in plan.changes}
    return planned if kind != "topic" or gave_way else shortest(step, planned)


def _fair_share(slot: Slot, people: int) -> int | None:
    """Seconds for each voice, where everybody has one: in turn, or in a pair."""
    voices = {"turns": people, "pairs": PAIR}.get(slot.speaks)
    return slot.minutes * _MINUTE // voices if voices else None

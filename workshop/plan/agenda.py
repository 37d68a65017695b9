"""The agenda and the refusal in words: a plan as plain text for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from exercises.exercise import Exercise
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.plan.notes import bring, copies, notes, sheets
from workshop.plan.timetable import Block, Change, Plan, Refusal
from workshop.words import words

_HOUR = 60


def agenda(plan: Plan, head: str) -> str:
    """The times, the steps, what to bring and what to know, as lines of text."""
    group = plan.ask.group
    said = words()["plan"]
    where = [", ".join(filter(None, (group.name, group.place)))]
    know = [said["notes"][name].format(**facts) for name, facts in notes(plan)]
    sheet_list = said["copies"].format(n=copies(plan), sheets=", ".join(sheets(plan)))
    text = "\n\n".join(
        [
            "\n".join([head, *filter(None, where)]),
            *("\n".join(_rows(plan, block)) for block in plan.blocks),
            _row(clock(plan.ask.start, plan.ask.minutes), "", said["end"]),
            _list(said["bring"], (sheet_list, *bring(plan))),
            *([_list(said["shorter"], map(change_in_words, plan.changes))] if plan.changes else []),
            *([_list(said["know"], know)] if know else []),
        ]
    )
    return _filled(text, group)


def refusal(refused: Refusal, group: Group) -> str:
    """Why there is no plan, and what would make one."""
    return _filled(_refusal(refused), group)


def reason(refused: Refusal, group: Group) -> str:
    """Why there is no plan, in one or two sentences, without the changes that would make one."""
    said = words()["plan"]
    text = said[refused.why].format(**refused.facts) if refused.changes else _refusal(refused)
    return _filled(text, group)


def _filled(text: str, group: Group) -> str:
    return fill(text, lines_for(group.country, group.checked_on), group.role)


def _refusal(refused: Refusal) -> str:
    said = words()["plan"]
    text: str = said[refused.why].format(**refused.facts)
    if refused.why != "too_long":
        return text
    if refused.changes:
        steps = _list(said["fits_if"], map(change_in_words, refused.changes))
        return f"{text} {steps}\n{said['add_shorten'].format(**refused.facts)}"
    fitting = said["fitting" if refused.fitting else "fitting_none"].format(
        **refused.facts, topics=", ".join(map(topic, refused.fitting))
    )
    return f"{text} {said['too_long_still'].format(**refused.facts)} {fitting}"


def clock(start: time | None, minutes: int) -> str:
    """The time of day that many minutes after the start; the hours since then where nobody said when."""
    since = minutes + (start.hour * _HOUR + start.minute if start else 0)
    hours, rest = divmod(since, _HOUR)
    return f"{hours % 24:02}:{rest:02}" if start else f"{hours}:{rest:02}"


def _rows(plan: Plan, block: Block) -> Iterator[str]:
    said = words()["plan"]
    name = topic(block.exercise) if block.exercise else said[block.kind]
    yield _row(clock(plan.ask.start, block.begins), said["row"].format(n=block.minutes), name)
    for slot in block.slots:
        step = said["who"].format(step=slot.name or said["talk"], who=said["speaks"][slot.speaks])
        yield _row("", said["row"].format(n=slot.minutes), f"  {step}")


def _row(at: str, minutes: str, name: str) -> str:
    return f"{at:>5}  {minutes:>7}  {name}"


def topic(exercise: Exercise) -> str:
    """What an exercise is called on the agenda: its code, where it has one, and its title."""
    text: str = words()["plan"]["topic"].format(code=exercise.code, title=exercise.title).strip()
    return text


def change_in_words(change: Change) -> str:
    """One sentence about a step that gives way."""
    name = next(step.name for step in change.exercise.steps if step.id == change.step)
    facts: dict[str, Any] = {
        "topic": topic(change.exercise),
        "step": name,
        "before": change.before,
        "after": change.after,
        "saves": change.saves,
    }
    text: str = words()["plan"]["shorten" if change.after else "leave_out"].format(**facts)
    return text


def _list(head: str, things: Iterable[str]) -> str:
    return "\n".join([head, *(f"- {thing}" for thing in things)])

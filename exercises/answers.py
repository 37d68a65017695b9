"""Reading the group's answers: always a value of the right kind, whatever the page sent."""

from __future__ import annotations

import re
from functools import singledispatch

from exercises.parts import Answer, Answers, Choice, Rows, Scale, Write

LONGEST = 2000
"""Characters kept of one text field: far more than a group types, and a bound on what we redraw."""

_UNDRAWABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, and so no picture: nobody can type it, but a page could send it."""


@singledispatch
def value(control: object, answers: Answers, key: str, start: Answer | None = None) -> Answer:
    """The value of a control under `key`, or where it starts. A Choice is the number of its option."""
    del answers, key, start
    message = f"A {type(control).__name__} holds no answer."
    raise TypeError(message)


@value.register
def _(control: Write, answers: Answers, key: str, start: Answer | None = None) -> Answer:
    del control
    given = answers.get(key, start)
    return _UNDRAWABLE.sub("", given[:LONGEST]) if isinstance(given, str) else ""


@value.register
def _(control: Choice, answers: Answers, key: str, start: Answer | None = None) -> Answer:
    usual = control.start if start is None else start
    given = answers.get(key, usual)
    fits = isinstance(given, int) and not isinstance(given, bool) and -1 <= given < len(control.options)
    return given if fits else usual


@value.register
def _(control: Scale, answers: Answers, key: str, start: Answer | None = None) -> Answer:
    usual = control.start if start is None else start
    given = answers.get(key, usual)
    fits = isinstance(given, int) and not isinstance(given, bool) and control.low <= given <= control.high
    return given if fits else usual


def text(answers: Answers, control: Write) -> str:
    """What stands in a text field, without space around it."""
    return str(value(control, answers, control.id)).strip()


def number(answers: Answers, control: Scale | Choice) -> int:
    """The number on a scale, or the number of the option chosen (-1: none yet)."""
    return int(value(control, answers, control.id))


def many_rows(answers: Answers, rows: Rows) -> int:
    """How many rows have been made so far, the removed ones included."""
    given = answers.get(f"{rows.id}.rows", len(rows.start) or rows.least)
    fits = isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= 4 * rows.most
    return int(given) if fits else len(rows.start) or rows.least


def row_numbers(answers: Answers, rows: Rows) -> list[int]:
    """The numbers of the rows that are there, in order; a removed row leaves a gap in the numbers."""
    return [
        row for row in range(many_rows(answers, rows)) if answers.get(f"{rows.id}.{row}.gone") is not True
    ]


def row_start(rows: Rows, row: int, column: int) -> Answer | None:
    """What the example puts into a row before anybody changes it."""
    return rows.start[row][column] if row < len(rows.start) else None


def filled_rows(answers: Answers, rows: Rows) -> list[tuple[Answer, ...]]:
    """The values in each row, column by column."""
    return [
        tuple(
            value(column, answers, f"{rows.id}.{row}.{column.id}", row_start(rows, row, place))
            for place, column in enumerate(rows.columns)
        )
        for row in row_numbers(answers, rows)
    ]

"""Reading the group's answers: always a value of the right kind, whatever the page sent."""

from __future__ import annotations

import re
from functools import singledispatch

from exercises.parts import Answer, Answers, Choice, Grid, Leaf, Order, Rank, Rows, Scale, Ticks, Write

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


def ticked(answers: Answers, ticks: Ticks) -> list[int]:
    """The numbers of the options that are ticked, in order."""
    return [place for place in range(len(ticks.options)) if answers.get(f"{ticks.id}.{place}") is True]


def grid_values(answers: Answers, grid: Grid) -> list[list[int]]:
    """The number of the option chosen in each cell, row by row; -1 where none is."""
    last = len(grid.options) - 1
    values = []
    for row in range(len(grid.rows)):
        usual = grid.start[row] if row < len(grid.start) else (-1,) * len(grid.columns)
        given = [
            answers.get(f"{grid.id}.{row}.{column}", usual[column]) for column in range(len(grid.columns))
        ]
        values.append(
            [
                number
                if isinstance(number, int) and not isinstance(number, bool) and -1 <= number <= last
                else start
                for number, start in zip(given, usual, strict=True)
            ]
        )
    return values


def ranked(answers: Answers, rank: Rank, things: list[tuple[str, str]]) -> Order:
    """Things in the order the group gave them, new ones last.

    Args:
        answers: what the group has put in.
        rank: the part that holds the order.
        things: the key (letters, digits or underscores) and the label of each.
    """
    wanted = str(answers.get(f"{rank.id}.order", "")).split(",")
    place = {key: number for number, key in enumerate(wanted)}
    return Order(tuple(sorted(things, key=lambda thing: place.get(thing[0], len(wanted)))))


def stands_in(leaf: Leaf, said: str) -> bool:
    """Whether a word or a phrase of a leaf stands in what the group wrote, as whole words.

    Args:
        leaf: each item is a list like `nice, always there`; what follows a colon is advice, not looked for.
        said: what the group wrote.
    """
    named = [word.strip().lower() for item in leaf.items for word in item.partition(":")[0].split(",")]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said.lower()) for word in named if word)

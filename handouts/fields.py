"""The fields of a worksheet: every place that a participant fills in, with its name and its label.

A label is what a screen reader says when somebody comes to the field, without the page around it.
So it says the question and the place in it, and no two questions of a worksheet sound the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Literal

from handouts.contract import HOLDS, Item
from handouts.prose import plain

Kind = Literal["text", "tick", "radio"]
Words = Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """One place to fill in, inside one part of a worksheet."""

    kind: Kind
    number: int
    """Which place of the part it is, from 1; the radio buttons of one group share theirs."""
    question: str
    label: str
    """The question and the place in it."""
    option: str = ""
    """What a tick or a radio button stands for."""


@dataclass(frozen=True, kw_only=True)
class Field(Place):
    """A place with what sets it apart from all others in the PDF."""

    name: str
    worksheet: str


def _texts(labels: Iterable[str]) -> list[Place]:
    return [Place("text", n, label, label) for n, label in enumerate(labels, start=1)]


def _ticks(question: str, options: Sequence[str], words: Words) -> list[Place]:
    said = words["form_option"]
    return [
        Place("tick", n, question, said.format(question=question, option=option), option)
        for n, option in enumerate(options, start=1)
    ]


def _radios(questions: Sequence[str], options: Sequence[str], words: Words) -> list[Place]:
    """One group of radio buttons for each question."""
    said = words["form_option"]
    return [
        Place("radio", n, question, said.format(question=question, option=option), option)
        for n, question in enumerate(questions, start=1)
        for option in options
    ]


def _cells(question: str, rows: Sequence[str], columns: Sequence[str], words: Words) -> list[Place]:
    said = words["form_cell"]
    return _texts(
        said.format(question=question, row=row, column=column) for row in rows for column in columns
    )


def _lines(it: Item, question: str, words: Words) -> list[Place]:
    many = int(it["lines"])
    if many == 1:
        said = words["form_option"]
        return _texts(said.format(question=question, option=head) for head in it["heads"])
    rows = [words["form_line"].format(n=n) for n in range(1, many + 1)]
    return _cells(question, rows, it["heads"], words)


def _rungs(it: Item, question: str, words: Words) -> list[Place]:
    return _texts(words["form_rung"].format(question=question, n=n) for n in range(1, int(it["rungs"]) + 1))


def _blanks(it: Item, question: str, words: Words) -> list[Place]:
    many = it["text"].count("{}")
    said = words["form_blank"] if many > 1 else "{sentence}"
    return _texts(said.format(sentence=question, n=n, m=many) for n in range(1, many + 1))


def _cards(it: Item, question: str, words: Words) -> list[Place]:
    many, said = int(it["copies"]), words["form_card"]
    return _texts(
        said.format(question=question, prompt=prompt, n=n, m=many)
        for n in range(1, many + 1)
        for prompt in it["prompts"]
    )


def _marks(low: float, high: float) -> list[str]:
    return [str(mark) for mark in range(int(low), int(high) + 1)]


FIELDS: dict[str, Callable[[Item, str, Words], list[Place]]] = {
    "write": lambda _it, question, _words: _texts([question]),
    "choice": lambda it, question, words: _radios([question], list(map(plain, it["options"])), words),
    "scale": lambda it, question, words: _radios([question], _marks(it["low"], it["high"]), words),
    "sort": lambda it, _question, words: _radios(list(map(" → ".join, it["cards"])), it["heads"][2:], words),
    "vote": lambda it, _question, words: _radios(it["cases"], it["heads"][1:], words),
    "ticks": lambda it, question, words: _ticks(question, list(map(plain, it["options"])), words),
    "hints": lambda it, question, words: _ticks(question, list(map(plain, it["items"])), words),
    "round": lambda it, question, words: _ticks(question, _marks(1, it["most"]), words),
    "rows": _lines,
    "tally": _lines,
    "timetable": _lines,
    "grid": lambda it, question, words: _cells(question, it["rows"], it["columns"], words),
    "rank": _rungs,
    "sentence": _blanks,
    "blanks": _cards,
}
"""The places of each kind of part, in the order in which the template sets them."""

NO_FIELDS = {
    "text": "it is there to read",
    "steps": "they are there to follow",
    "legend": "it says what each sign means",
    "help_lines": "they are there to call",
    "branches": "its choices are there to talk about",
    "timer": "it says how long each turn is",
    "deck": "its cards are written already",
    "poster": "it is a button on the screen",
    "act": "it is a button on the screen",
    "picture": "nobody can draw in a field: what is typed in its place are parts that it holds",
    "section": "the parts that it holds have them",
    "beside": "the parts that it holds have them",
}
"""Why there is nothing to fill in, for all other kinds."""


def number(sheets: Sequence[Item], words: Words) -> list[Field]:
    """Every field of some worksheets, in reading order; each part is told where its own begin.

    The template sets place `n` of a part, from 0, as a link to field `part["field"] + n`.
    """
    fields: list[Field] = []
    titles: set[str] = set()
    names: set[str] = set()
    for sheet in sheets:
        worksheet = _unlike(sheet["title"], "", titles, words)
        questions: set[str] = set()
        for it, section in chain(_within(sheet["sheet"]), [(_small_thing(sheet, words), "")]):
            if it["kind"] not in FIELDS:
                continue
            places = FIELDS[it["kind"]](it, _unlike(_question(it), section, questions, words), words)
            name = _unlike(f"{_plain_name(sheet['id'])}:{_plain_name(it['id'])}", "", names, words)
            it["field"] = len(fields)
            alone = {place.number for place in places} == {1}
            fields += [
                Field(**vars(place), name=name if alone else f"{name}:{place.number}", worksheet=worksheet)
                for place in places
            ]
    return fields


def _small_thing(sheet: Item, words: Words) -> Item:
    """The last line of every worksheet, as a part like the others."""
    part = {"kind": "write", "id": "small_thing", "label": [words["small_thing"]]}
    sheet["small_thing"] = part
    return part


def _within(items: Sequence[Item], section: str = "") -> Iterator[tuple[Item, str]]:
    """Every part, with the ones inside others, in reading order, and the title of the section it is in."""
    for it in items:
        yield it, section
        for inner in HOLDS.get(it["kind"], ()):
            yield from _within(it[inner], it.get("title", section))


def _question(it: Item) -> str:
    return plain(it["label"]) if "label" in it else str(it["text"]).replace("{}", "…")


def _plain_name(text: str) -> str:
    """Letters, digits and hyphens only: in the name of a field, a PDF takes a dot for a step down."""
    return re.sub(r"[^\w-]", "_", text)


def _unlike(text: str, section: str, taken: set[str], words: Words) -> str:
    """The text, so that it is not taken yet: with its section where it has one, or else with a number."""
    under = [words["form_under"].format(section=section, question=text)] if section else []
    again = (words["form_again"].format(question=text, n=n) for n in count(2))
    found: str = next(one for one in chain([text], under, again) if one not in taken)
    taken.add(found)
    return found

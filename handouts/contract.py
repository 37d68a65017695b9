"""The contract: which parts a worksheet may hold, checked before anything is printed.

`exercises/paper.py` writes worksheets, this reads them, and the two never import each other: a
test compares the vocabularies. A worksheet comes out of a file, so nothing in it is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from handouts.letters import clean
from handouts.settings import HandoutError

MIME = "application/vnd.good-company.worksheet+json"
VERSION = 1
DEEPEST = 6
"""How deep parts may lie inside one another: more than any worksheet needs."""
LONGEST_LIST = 200
LARGEST_NUMBER = 100_000
"""Bounds on what a worksheet may ask for; minutes, seconds, lines and percent all lie far inside."""

Item = dict[str, Any]
Take = Callable[[object], Any]
"""Checks one field and cleans it; TypeError where it is of the wrong kind."""


def rich(text: str) -> list[Any]:
    """A text as inline pieces: `**bold**` is the only markup a worksheet knows."""
    pieces = re.split(r"\*\*(.+?)\*\*", clean(text))
    return [{"t": "b", "c": [piece]} if place % 2 else piece for place, piece in enumerate(pieces) if piece]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def _rich(value: object) -> list[Any]:
    return rich(_text(value))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > LARGEST_NUMBER:
        raise TypeError
    return value


def _list_of(take: Callable[[object], Any]) -> Callable[[object], list[Any]]:
    def taken(value: object) -> list[Any]:
        if not isinstance(value, list) or len(value) > LONGEST_LIST:
            raise TypeError
        return [take(one) for one in value]

    return taken


_texts = _list_of(_text)
_riches = _list_of(_rich)
_numbers = _list_of(_number)

KINDS: dict[str, dict[str, Take]] = {
    "text": {"text": _rich},
    "steps": {"items": _riches},
    "legend": {"signs": _list_of(_texts)},
    "write": {"id": _text, "label": _rich, "lines": _number, "help": _rich},
    "choice": {"id": _text, "label": _rich, "options": _riches, "columns": _number},
    "ticks": {"id": _text, "label": _rich, "options": _riches, "columns": _number},
    "scale": {
        "id": _text,
        "label": _rich,
        "low": _number,
        "high": _number,
        "low_word": _text,
        "high_word": _text,
    },
    "rows": {"id": _text, "label": _rich, "heads": _texts, "lines": _number},
    "sort": {"id": _text, "label": _rich, "heads": _texts, "cards": _list_of(_texts)},
    "picture": {"id": _text, "svg": _text, "alt": _text, "width": _number},
    "sentence": {"id": _text, "text": _text},
    "tally": {"id": _text, "label": _rich, "heads": _texts, "lines": _number},
    "timer": {"id": _text, "label": _rich, "turns": _list_of(_list_of(lambda value: value))},
    "help_lines": {"ids": _texts},
    "section": {"title": _text, "items": lambda value: value},
    "beside": {"left": lambda value: value, "right": lambda value: value, "left_share": _number},
}
"""Every part a worksheet may hold, with its fields. Typst has a setter for each (typst/sheet.typ)."""

_NESTED = ("items", "left", "right")

_STEP: dict[str, Take] = {
    "name": _text,
    "minutes": _numbers,
    "say": _riches,
    "do": _riches,
    "watch_for": _riches,
    "if_short": _rich,
}
_ANSWER = dict.fromkeys(("said", "reply", "pile", "why"), _text)
_GUIDE: dict[str, Take] = {
    "intensity": _number,
    "people": _numbers,
    "bring": _riches,
    "cautions": _riches,
    "quiet": _rich,
    "grounding": _riches,
    "online": _rich,
    "low_literacy": _rich,
    "small_group": _rich,
    "large_group": _rich,
    "safer": _riches,
    "safety": _rich,
    "choice": _rich,
    "evidence": _rich,
}
_SHEET = dict.fromkeys(("id", "code", "section", "title"), _text) | dict.fromkeys(
    ("goal", "opt_out", "remember"), _rich
)


def worksheet(value: object) -> Item:
    """A worksheet with everything checked and cleaned, its texts as inline pieces.

    Raises:
        HandoutError: it is not a worksheet this kit can print; the message says which part is wrong.
    """
    if not isinstance(value, dict):
        raise _wrong("it is not a set of named parts")
    if value.get("version") != VERSION:
        raise _wrong("it was made by another version of the kit")
    guide = value.get("guide")
    if not isinstance(guide, dict) or not isinstance(guide.get("steps"), list):
        raise _wrong("the script for the facilitator is missing")
    return {
        **_fields(value, _SHEET, "the worksheet"),
        "sheet": _items(value.get("sheet"), 0),
        "guide": {
            **_fields(guide, _GUIDE, "the script"),
            "steps": [
                {
                    **_fields(step, _STEP, "a step"),
                    "answers": [_fields(one, _ANSWER, "an answer") for one in step.get("answers") or []],
                }
                for step in guide["steps"]
                if isinstance(step, dict)
            ],
        },
    }


def _items(value: object, depth: int) -> list[Item]:
    if not isinstance(value, list) or len(value) > LONGEST_LIST or depth > DEEPEST:
        raise _wrong("a list of parts is missing, or too deep or too long")
    return [_item(one, depth) for one in value]


def _item(value: object, depth: int) -> Item:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str) or kind not in KINDS:
        raise _wrong(f"it holds a part of the unknown kind “{clean(str(kind))[:40]}”")
    item = {"kind": kind, **_fields(value, KINDS[kind], f"a part of the kind “{kind}”")}
    return {
        name: _items(inner, depth + 1) if name in _NESTED and kind in ("section", "beside") else inner
        for name, inner in item.items()
    }


def _fields(value: object, fields: Mapping[str, Take], where: str) -> Item:
    if not isinstance(value, dict):
        raise _wrong(f"{where} is not a set of named fields")
    taken = {}
    for name, take in fields.items():
        try:
            taken[name] = take(value.get(name))
        except TypeError:
            raise _wrong(f"“{name}” is missing or wrong in {where}") from None
    return taken


def _wrong(why: str) -> HandoutError:
    return HandoutError(
        f"A worksheet stored in this notebook cannot be printed, because {why}. "
        "Run “workshop refresh” to store it anew."
    )

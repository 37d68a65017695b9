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
"""Checks one value and cleans it; raises Wrong where it is of another kind."""


class Wrong(Exception):  # noqa: N818 - it never leaves this module
    """A value that does not keep to the contract; the message says which."""


def rich(text: str) -> list[Any]:
    """A text as inline pieces: `**bold**` is the only markup a worksheet knows."""
    pieces = re.split(r"\*\*(.+?)\*\*", clean(text))
    return [{"t": "b", "c": [piece]} if place % 2 else piece for place, piece in enumerate(pieces) if piece]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Wrong
    return clean(value)


def _rich(value: object) -> list[Any]:
    return rich(_text(value))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > LARGEST_NUMBER:
        raise Wrong
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong
    return value


def _list_of(take: Take) -> Take:
    def taken(value: object) -> list[Any]:
        if not isinstance(value, list) or len(value) > LONGEST_LIST:
            raise Wrong
        return [take(one) for one in value]

    return taken


def _record(fields: Mapping[str, Take]) -> Take:
    def taken(value: object) -> Item:
        if not isinstance(value, dict):
            raise Wrong
        record = {}
        for name, take in fields.items():
            try:
                record[name] = take(value.get(name))
            except Wrong as wrong:
                raise wrong if wrong.args else Wrong(f"“{name}” is missing or wrong") from None
        return record

    return taken


def _items(value: object, depth: int = 0) -> list[Item]:
    """The parts of a worksheet, or the parts inside one of them."""
    if not isinstance(value, list) or len(value) > LONGEST_LIST or depth > DEEPEST:
        raise Wrong
    return [_item(one, depth) for one in value]


def _item(value: object, depth: int) -> Item:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str) or kind not in KINDS:
        message = f"it holds a part of the unknown kind “{clean(str(kind))[:40]}”"
        raise Wrong(message)
    inner = {name: _items(value.get(name), depth + 1) for name in HOLDS.get(kind, ())}
    return {"kind": kind, **_record(KINDS[kind])(value), **inner}


_texts, _riches, _numbers = _list_of(_text), _list_of(_rich), _list_of(_number)
_ASKED: dict[str, Take] = {"id": _text, "label": _rich}

KINDS: dict[str, dict[str, Take]] = {
    "text": {"text": _rich},
    "steps": {"items": _riches},
    "legend": {"signs": _list_of(_texts)},
    "sentence": {"id": _text, "text": _text},
    "hints": _ASKED | {"items": _riches},
    "tally": _ASKED | {"heads": _texts, "lines": _number},
    "timetable": _ASKED | {"heads": _texts, "lines": _number},
    "help_lines": {"ids": _texts},
    "write": _ASKED | {"lines": _number, "help": _rich},
    "choice": _ASKED | {"options": _riches, "columns": _number},
    "ticks": _ASKED | {"options": _riches, "columns": _number},
    "scale": _ASKED | {"low": _number, "high": _number, "low_word": _text, "high_word": _text},
    "rows": _ASKED | {"heads": _texts, "lines": _number},
    "grid": _ASKED | {"corner": _text, "rows": _texts, "columns": _texts, "narrow": _flag},
    "rank": _ASKED | {"rungs": _number},
    "sort": _ASKED | {"heads": _texts, "cards": _list_of(_texts)},
    "vote": _ASKED | {"heads": _texts, "cases": _texts},
    "branches": _ASKED | {"nodes": _list_of(_record({"text": _rich, "options": _list_of(_texts)}))},
    "round": _ASKED | {"most": _number},
    "timer": _ASKED | {"turns": _list_of(_record({"name": _text, "seconds": _number}))},
    "blanks": _ASKED | {"prompts": _texts, "copies": _number, "lines": _number},
    "deck": _ASKED | {"leaves": _list_of(_record({"title": _text, "items": _riches}))},
    "poster": _ASKED,
    "act": _ASKED,
    "picture": {
        "id": _text,
        "svg": _text,
        "alt": _text,
        "width": _number,
        "table": _list_of(_texts),
        "to_write": _texts,
        "across": _number,
    },
    "section": {"title": _text},
    "beside": {"left_share": _number},
}
"""Every part a worksheet may hold, with its fields. Typst has a setter for each (typst/sheet.typ)."""
HOLDS = {"section": ("items",), "beside": ("left", "right"), "picture": ("typed",)}
"""The parts that hold other parts, and where. A picture holds what is typed where nobody can draw."""

_FACE = {
    "sheet": _items,
    "remember": _rich,
    "steps": _list_of(
        _record(
            {
                "name": _text,
                "minutes": _numbers,
                "say": _riches,
                "do": _riches,
                "watch_for": _riches,
                "if_short": _rich,
                "answers": _list_of(_record({"kind": _text, "rows": _list_of(_riches)})),
            }
        )
    ),
}
"""What safer mode may change."""

_GUIDE = {
    **dict.fromkeys(("intensity", "strength"), _number),
    "people": _numbers,
    **dict.fromkeys(("bring", "cautions", "grounding", "safer"), _riches),
    **dict.fromkeys(("quiet", "online", "low_literacy", "no_pens", "small_group", "large_group"), _rich),
    **dict.fromkeys(("safety", "choice", "evidence"), _rich),
}


def _version(value: object) -> object:
    if value != VERSION:
        raise Wrong("it was made by another version of the kit")
    return value


_WORKSHEET = _record(
    {
        "version": _version,
        **dict.fromkeys(("id", "code", "section", "title"), _text),
        **dict.fromkeys(("goal", "opt_out"), _rich),
        **_FACE,
        "safer": lambda value: None if value is None else _record(_FACE)(value),
        "guide": _record(_GUIDE),
    }
)


def worksheet(value: object, *, safer: bool = False) -> Item:
    """A worksheet with everything checked and cleaned, its texts as inline pieces.

    Args:
        value: what the notebook stores.
        safer: whether the face for safer mode is wanted, where there is one.

    Raises:
        HandoutError: it is not a worksheet this kit can print; the message says which part is wrong.
    """
    try:
        taken: Item = _WORKSHEET(value)
    except Wrong as wrong:
        why = wrong.args[0] if wrong.args else "it is no set of named parts"
        message = (
            f"A worksheet stored in this notebook cannot be printed, because {why}. "
            "Run “workshop refresh” to store it anew."
        )
        raise HandoutError(message) from None
    other = taken.pop("safer")
    return {**taken, **other} if safer and other else taken

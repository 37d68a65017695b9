"""The board on paper: what a group has put on its screen, as blocks of plain data.

A board says what is on its screen in the parts that `exercises/live` makes; a test compares the
vocabularies. What the group typed stays plain text here: only the kit's own words may be bold, just
as on the screen. What guides a game (a clock, a seat, our own view on a card) is not the group's
word, and stays off the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from handouts.contract import rich
from handouts.document import belongs_to, framed
from handouts.html import Inline
from handouts.letters import clean
from handouts.prose import Block
from handouts.settings import Settings

View = dict[str, Any]
SHORT = ("choice", "scale")
"""Parts whose answer is a word or a number."""


def board(views: Sequence[View], untouched: Sequence[View], settings: Settings, line: str) -> dict[str, Any]:
    """Everything the template needs to print a board, as JSON-ready data; see `board_on_paper`.

    The paper holds the steps on which the group has put something in. Somebody who asks for the
    paper wants the words of the group, not the steps that are the same for everybody: those are on
    the handout. A board that nobody has touched prints every step, so that no paper is empty.
    """
    steps = [(view["step"]["name"], _parts(view["parts"])) for view in views]
    before = [_parts(view["parts"]) for view in untouched]
    told = [step for step, usual in zip(steps, before, strict=True) if step[1] != usual] or steps
    title = clean(views[0]["title"])
    blocks: list[Block] = [_head(title, 1)]
    for name, found in told:
        blocks += [_head(name, 2), *found] if found else []
    return framed(title, blocks, settings, belongs=belongs_to(views[0]), under_title=rich(line))


def _parts(parts: list[View]) -> list[Block]:
    """The blocks of some parts. Short answers that stand below each other make one list."""
    blocks: list[Block] = []
    for short, together in groupby(parts, lambda part: part["kind"] in SHORT):
        if short:
            answers = [(part["label"], _answer(part)) for part in together]
            blocks += _list("ul", [[_bold(label), " ", *_plain(said)] for label, said in answers if said])
        else:
            blocks += [block for part in together for block in KINDS[part["kind"]](part)]
    return blocks


def _head(text: str, level: int) -> Block:
    return {"t": "h", "level": level, "c": [clean(text)]}


def _plain(text: str) -> list[Inline]:
    """A text as inline pieces, its lines kept. Nothing in it is markup."""
    pieces: list[Inline] = []
    for line in clean(text).splitlines():
        pieces += [{"t": "br"}, line]
    return pieces[1:]


def _p(*pieces: Inline) -> Block:
    return {"t": "p", "c": list(pieces)}


def _bold(text: str) -> Inline:
    return {"t": "b", "c": [clean(text)]}


def _label(text: str) -> Block:
    return {"t": "label", "label": [_bold(text)]}


def _list(kind: str, items: Sequence[list[Inline]], label: str = "") -> list[Block]:
    """A list (`ul` or `ol`), under its label where it has one; nothing at all where it has no items."""
    if not items:
        return []
    listed = {"t": kind, "start": 1, "items": [[_p(*item)] for item in items]}
    return [_label(label), listed] if label else [listed]


def _table(label: str, rows: Sequence[Sequence[object]]) -> list[Block]:
    """A table under its label, headings first; nothing at all where it has no rows below them."""
    head, *body = [[_plain(str(cell)) for cell in row] for row in rows]
    return [_label(label), {"t": "table", "head": head, "rows": body}] if body else []


def _answer(control: View) -> str:
    """What a control holds, in words; nothing where the group has left it empty."""
    value = control["value"]
    if control["kind"] == "choice":
        return str(control["options"][value]) if value >= 0 else ""
    return str(value).strip()


def _write(part: View) -> list[Block]:
    said = _answer(part)
    return [_p(_bold(part["label"]), {"t": "br"}, *_plain(said))] if said else []


def _rows(part: View) -> list[Block]:
    """The rows in which something stands."""
    rows = [[_answer(cell) for cell in row["cells"]] for row in part["rows"]]
    heads = [cell["label"] for row in part["rows"][:1] for cell in row["cells"]]
    return _table(part["label"], [heads, *filter(any, rows)])


def _grid(part: View) -> list[Block]:
    rows = [[row["name"], *map(_answer, row["cells"])] for row in part["rows"]]
    heads = [part["corner"], *(cell["label"] for cell in part["rows"][0]["cells"])]
    return _table(part["label"], [heads, *rows])


def _sort(part: View) -> list[Block]:
    """The piles as the group made them."""
    piles = [
        _list("ul", [[*_plain(said), " → ", _bold(reply)] for said, reply in cards], pile)
        for pile, cards in part["sorted"]
    ]
    return [block for pile in piles for block in pile]


def _branches(part: View) -> list[Block]:
    """The way the group took, where it led, and what was noted down on the way."""
    way = _list("ol", list(map(_plain, part["crumbs"])), part["label"])
    notes = part["notes"] or {"items": [], "label": ""}
    return [*way, _p(*rich(part["text"])), *_list("ul", list(map(_plain, notes["items"])), notes["label"])]


def _blanks(part: View) -> list[Block]:
    lines = [_p(_bold(prompt), {"t": "br"}, *_plain(text)) for prompt, text in part["lines"] if text]
    return [_label(part["label"]), {"t": "quote", "c": lines}] if lines else []


def _deck(part: View) -> list[Block]:
    leaves = [_list("ol", list(map(rich, leaf["items"])), leaf["title"]) for leaf in part["leaves"]]
    return [block for leaf in leaves for block in leaf]


def _picture(part: View) -> list[Block]:
    """The picture as it is on the screen, with the same facts in words below it."""
    table = [[clean(cell) for cell in row] for row in part["table"]]
    drawn = {"svg": clean(part["svg"]), "alt": clean(part["alt"]), "width": part["width"]}
    return [{"t": "picture", **drawn, "table": table, "to_write": [], "across": 1}]


def _section(part: View) -> list[Block]:
    inner = _parts(part["parts"])
    return [_head(part["title"], 3), *inner] if inner else []


KINDS: dict[str, Callable[[View], list[Block]]] = {
    "text": lambda part: [_p(*rich(part["text"]))],
    "steps": lambda part: _list("ol", list(map(rich, part["items"]))),
    "legend": lambda part: _list("ul", [[_bold(sign), " ", *_plain(told)] for sign, told in part["signs"]]),
    "sentence": lambda part: [_p({"t": "b", "c": _plain(part["text"])})] if part["text"] else [],
    "hints": lambda part: _list("ul", list(map(rich, part["items"])), part["label"]),
    "tally": lambda part: _table(part["label"], [part["heads"], *part["rows"]]),
    "timetable": lambda part: _table(part["label"], [part["heads"], *part["rows"]]),
    "help_lines": lambda part: _list(
        "ul", [[_bold(name), {"t": "br"}, *_plain(how)] for name, how in part["lines"]]
    ),
    "write": _write,
    "ticks": lambda part: _list(
        "ul", [_plain(option["label"]) for option in part["options"] if option["value"]], part["label"]
    ),
    "rows": _rows,
    "grid": _grid,
    "rank": lambda part: _list("ol", [_plain(row["label"]) for row in part["rows"]], part["label"]),
    "sort": _sort,
    "vote": lambda part: _table(part["label"], part["voted"]),
    "branches": _branches,
    "blanks": _blanks,
    "deck": _deck,
    "picture": _picture,
    "section": _section,
    "beside": lambda part: _parts(part["left"]) + _parts(part["right"]),
    **dict.fromkeys(("round", "timer", "poster", "act"), lambda _part: []),
}
"""Every other part that a board may show, and the blocks it prints as."""

"""The poster: what a group has chosen and added on one step of a board, big, on one page for the wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from handouts.contract import rich
from handouts.document import framed
from handouts.letters import clean
from handouts.settings import Settings

View = dict[str, Any]


def poster(views: Sequence[View], name: str, settings: Settings, line: str) -> dict[str, Any]:
    """Everything the template needs, as JSON-ready data; see `handouts.poster_on_paper`.

    Where nobody has ticked anything yet, all that could be ticked is printed.
    """
    parts, title = next(
        (view["parts"], part["title"])
        for view in views
        for part in view["parts"]
        if part["kind"] == "poster" and part["id"] == name
    )
    offered = [option for part in parts if part["kind"] == "ticks" for option in part["options"]]
    chosen = [option["label"] for option in offered if option["value"]]
    lines = [*(chosen or [option["label"] for option in offered]), *_added(parts)]
    head = {"t": "h", "level": 1, "c": [clean(title)]}
    return framed(clean(title), [head], settings, belongs="", under_title=rich(line)) | {
        "poster": [clean(said) for said in lines]
    }


def _added(parts: Sequence[View]) -> Iterator[str]:
    """What the group has typed into the rows of the step."""
    for part in parts:
        if part["kind"] == "rows":
            cells = (str(cell["value"]).strip() for row in part["rows"] for cell in row["cells"])
            yield from filter(None, cells)

"""Tonight's notebook: the opening, the topics and the closing in one, with the time on each step.

Cells come from the kit's notebooks as they are: their tags, their stored worksheets, and their ids with
the topic before them, since ids stand only once in a notebook. Headings are one level lower, below
the title of the meeting.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workshop.calls import called
from workshop.errors import KitError
from workshop.files import as_stored, kit_notebooks, read_notebook, write_whole
from workshop.plan.meeting import KEY
from workshop.words import words

Cell = dict[str, Any]
MOST = 99
"""How many notebooks of one name may lie beside each other."""


def tonight(meeting: Mapping[str, Any]) -> dict[str, Any]:
    """The notebook of a meeting, ready to be stored.

    Raises:
        KitError: the kit has no notebook for an exercise of the meeting.
    """
    sources = sources_of({block["exercise"] for block in meeting["blocks"] if block["exercise"]})
    cells = [_title(meeting, sources), _agenda(meeting)]
    for number, block in enumerate(meeting["blocks"], 1):
        if block["exercise"]:
            cells += _of_topic(block, sources[block["exercise"]])
        else:
            cells.append(_pause(block, number))
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    for count, cell in enumerate(code, 1):
        cell["execution_count"] = count
        for output in cell["outputs"]:
            output["execution_count"] = count
    first = next(iter(sources.values()))
    notebook = {key: first[key] for key in ("metadata", "nbformat", "nbformat_minor")} | {"cells": cells}
    notebook["metadata"] = first["metadata"] | {
        KEY: {"meeting": dict(meeting), "made": fingerprint(notebook)}
    }
    return notebook


def fingerprint(notebook: Mapping[str, Any]) -> str:
    """What changes when somebody edits a notebook: its words and tags, but nothing that a run leaves."""
    edited = [
        [cell.get("cell_type"), "".join(cell.get("source", "")), cell.get("metadata", {}).get("tags") or []]
        for cell in notebook.get("cells", [])
    ]
    return hashlib.sha256(json.dumps(edited).encode()).hexdigest()


def meeting_of(notebook: Any) -> dict[str, Any] | None:
    """The meeting that a notebook was made for; None in any other notebook."""
    kept = notebook.get("metadata", {}).get(KEY) if isinstance(notebook, dict) else None
    found = kept.get("meeting") if isinstance(kept, dict) else None
    return found if isinstance(found, dict) and isinstance(found.get("blocks"), list) else None


def store(notebook: Mapping[str, Any], path: Path) -> tuple[Path, bool]:
    """Write the notebook, and never over one that somebody edited: then it lies beside that one.

    Returns:
        Where it lies now, and whether an edited one kept its place.

    Raises:
        KitError: it could not be written; whatever was there is as it was.
    """
    beside = (path.with_stem(f"{path.stem}-{number}") for number in range(2, MOST))
    target = next((place for place in (path, *beside) if _may_be_replaced(place)), None)
    if target is None:
        message = f"There are too many notebooks called {path.stem} in {path.parent}. Throw some away."
        raise KitError(message)
    write_whole(target, as_stored(notebook))
    return target, target != path


def _may_be_replaced(path: Path) -> bool:
    """Whether nothing is lost when a notebook is written there."""
    if not path.exists():
        return True
    try:
        there = read_notebook(path)
        kept = there["metadata"][KEY]["made"]
    except (KitError, KeyError, TypeError):
        return False  # somebody else's, or damaged: not ours to throw away
    return bool(kept == fingerprint(there))


def sources_of(wanted: set[str]) -> dict[str, Any]:
    """The notebook of each exercise: the first one that shows it."""
    found: dict[str, Any] = {}
    for path in kit_notebooks():
        notebook = read_notebook(path)
        for name in filter(None, map(called, notebook["cells"])):
            if name in wanted:
                found.setdefault(name, notebook)
    for name in wanted - set(found):
        message = f"The kit has no notebook for “{name}”. Take a fresh copy of the kit."
        raise KitError(message)
    return found


def _title(meeting: Mapping[str, Any], sources: Mapping[str, Any]) -> Cell:
    said = words()["plan"]
    names = [_heading(sources[block["exercise"]]) for block in meeting["blocks"] if block["kind"] == "topic"]
    listed = "\n".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return _markdown("title", f"# {meeting['title']}\n\n{said['helps']}\n\n{said['together']}\n\n{listed}")


def _heading(notebook: Mapping[str, Any]) -> str:
    return "".join(notebook["cells"][0]["source"]).partition("\n")[0].lstrip("# ").strip()


def _agenda(meeting: Mapping[str, Any]) -> Cell:
    said = words()["plan"]
    ends = f"| {meeting['ends']} | | {said['end']} |"
    rows = [f"| {block['at']} | {block['minutes']} | {block['name']} |" for block in meeting["blocks"]]
    lists = [
        (
            said["bring"],
            [
                said["copies"].format(n=meeting["copies"], sheets=", ".join(meeting["sheets"])),
                *meeting["bring"],
            ],
        ),
        (said["shorter"], meeting["shorter"]),
        (said["know"], meeting["know"]),
    ]
    head = said["agenda_for"].format(people=meeting["people"], minutes=meeting["minutes"])
    text = [
        f"## {said['agenda']}",
        " · ".join([*meeting["where"], head]),
        "\n".join([_table(said["heads"][:3]), *rows, ends]),
        *(f"**{name}**\n\n" + "\n".join(f"- {one}" for one in things) for name, things in lists if things),
    ]
    return _markdown("agenda", "\n\n".join(text), "facilitator")


def _of_topic(block: Mapping[str, Any], source: Mapping[str, Any]) -> Iterator[Cell]:
    """The cells of one topic, with its times first."""
    said = words()["plan"]
    place = block["exercise"]
    rows = [
        f"| {slot['at']} | {slot['minutes']} | {slot['name']} | {slot['who']} |" for slot in block["slots"]
    ]
    title = said["times"].format(at=block["at"], name=block["name"], minutes=block["minutes"])
    yield _markdown(
        f"{place}-times", f"## {title}\n\n" + "\n".join([_table(said["heads"]), *rows]), "facilitator"
    )
    for cell in source["cells"]:
        text = (
            re.sub("^#", "##", "".join(cell["source"]), flags=re.MULTILINE)
            if cell["cell_type"] == "markdown"
            else cell["source"]
        )
        yield json.loads(json.dumps(cell)) | {"id": f"{place}-{cell['id']}", "source": _lines(text)}


def _pause(block: Mapping[str, Any], number: int) -> Cell:
    said = words()["plan"]
    text = said["pause"].format(name=block["name"], minutes=block["minutes"])
    tags = ["facilitator"] if block["kind"] == "hand" else []
    return _markdown(f"{block['kind']}-{number}", text, *tags)


def _table(heads: list[str]) -> str:
    return "| " + " | ".join(heads) + " |\n" + "| --- " * len(heads) + "|"


def _markdown(cell_id: str, text: str, *tags: str) -> Cell:
    metadata = {"tags": list(tags)} if tags else {}
    return {"cell_type": "markdown", "id": cell_id, "metadata": metadata, "source": _lines(text)}


def _lines(source: str | list[str]) -> list[str]:
    """A source as a notebook file keeps it: line by line."""
    return "".join(source).splitlines(keepends=True)

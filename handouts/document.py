"""The document: a notebook and settings turned into plain data, in the order in which it prints.

A handout has a side to read and a side to write on: first the prose, then every worksheet on a page
of its own. The guide has the script of each exercise where it stands, and the worksheets at the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from handouts.contract import MIME, rich, worksheet
from handouts.html import text_of_html
from handouts.images import Pictures, from_base64
from handouts.label import label
from handouts.letters import clean, is_seen
from handouts.prose import Block, blocks, plain
from handouts.settings import HandoutError, Settings

FACILITATOR = "facilitator"
"""The tag of a cell that only the facilitator sees; all others are for everyone who holds the paper."""
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp")
OBJECT = re.compile(r"<[^<>]*>")
"""The plain text of an output that says only what kind of thing it is: its HTML has the words."""
_COLOR = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
"""What a terminal takes for a color."""


def document(notebook: object, settings: Settings, notes: list[str]) -> dict[str, Any]:
    """Everything the template needs, as JSON-ready data; `files` holds the bytes of pictures.

    Raises:
        HandoutError: this is no notebook, or a worksheet in it cannot be printed.
    """
    pictures = Pictures(settings.picture, notes)
    prose, sheets = printed_cells(cells_of(notebook), settings, pictures, notes=not for_facilitator(notebook))
    title = title_of(prose, settings, notes)
    set_levels(prose[1:], 1)
    guide = settings.audience == "guide"
    printed = [sheet for sheet in sheets if sheet["sheet"]]
    opt_out = sheets[0]["opt_out"] if sheets else rich(settings.words["opt_out"])
    made = framed(
        settings.words["guide_title"].format(title=title) if guide else title,
        prose,
        settings,
        belongs=belongs_to(sheets[0]) if sheets else "",
        under_title=[] if printed or guide else opt_out,
    ) | {"sheets": printed, "files": pictures.files}
    return made if guide else made | {"label": label(made, settings.language, settings.words)}


def printed_cells(
    cells: list[dict[str, Any]], settings: Settings, pictures: Pictures, *, notes: bool = True
) -> tuple[list[Block], list[dict[str, Any]]]:
    """What some cells print, and the worksheets in them. The facilitator's own cells stand out as notes."""
    prose: list[Block] = []
    sheets: list[dict[str, Any]] = []
    for cell in cells:
        private = FACILITATOR in _tags(cell)
        if private and settings.audience == "participant":
            continue
        printed = _from_cell(cell, settings, sheets, pictures)
        prose += [{"t": "note", "c": printed}] if private and printed and notes else printed
    return prose, sheets


def framed(
    title: str, blocks: list[Block], settings: Settings, *, belongs: str, under_title: list[Any]
) -> dict[str, Any]:
    """Blocks with what stands around them on every paper: the title, the crisis box, the foot."""
    return {
        "title": title,
        "lang": settings.language,
        "rtl": settings.right_to_left,
        "paper": settings.paper,
        "size": settings.size,
        "page_per_exercise": settings.page_per_exercise,
        "guide": settings.audience == "guide",
        "people": settings.people,
        "fillable": settings.fillable,
        "words": dict(settings.words),
        "crisis": {
            "head": settings.crisis.head,
            "sentences": [rich(sentence) for sentence in settings.crisis.sentences],
            "date": settings.crisis.date,
        },
        "lines": {name: list(line) for name, line in settings.lines.items()},
        "local": [[clean(said) for said in (one.name, one.reach, one.checked)] for one in settings.local],
        "tight": False,
        "belongs": belongs,
        "under_title": under_title,
        "label": "",
        "blocks": blocks,
        "sheets": [],
        "poster": [],
    }


def for_facilitator(notebook: object) -> bool:
    """Whether every cell is the facilitator's, so that there is no handout to print."""
    cells = cells_of(notebook)
    return bool(cells) and all(FACILITATOR in _tags(cell) for cell in cells)


def cells_of(notebook: object) -> list[dict[str, Any]]:
    """The cells of a notebook, whatever shape it is in."""
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        message = (
            "This file is not a Jupyter notebook of format 4, so it cannot be printed. "
            "Is it an old one? Open it in JupyterLab and save it."
        )
        raise HandoutError(message)
    return [cell for cell in cells if isinstance(cell, dict)]


def _tags(cell: dict[str, Any]) -> list[Any]:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return tags if isinstance(tags, list) else []


def _joined(source: object) -> str:
    """The text of a source, which a notebook may keep as one string or as a list of lines."""
    return (
        "".join(map(str, source)) if isinstance(source, list) else source if isinstance(source, str) else ""
    )


def _from_cell(
    cell: dict[str, Any], settings: Settings, sheets: list[dict[str, Any]], pictures: Pictures
) -> list[Block]:
    """What one cell prints. A code cell that shows an exercise prints the exercise, not its code."""
    kind = cell.get("cell_type")
    source = _joined(cell.get("source"))
    if kind == "markdown":
        attachments = cell.get("attachments")
        return blocks(source, pictures.reader(attachments if isinstance(attachments, dict) else {}))
    if kind != "code":
        return [{"t": "code", "x": clean(source)}] if source.strip() else []
    stored = cell.get("outputs")
    outputs = [one for one in stored if isinstance(one, dict)] if isinstance(stored, list) else []
    found = [worksheet(data[MIME], safer=settings.safer) for one in outputs if MIME in (data := _data(one))]
    if found:
        sheets += found
        return [{"t": "script", **sheet, **sheet["guide"]} for sheet in found if settings.audience == "guide"]
    code = [{"t": "code", "x": clean(source)}] if source.strip() else []
    return code + [block for one in outputs for block in _from_output(one, pictures)]


def _data(output: dict[str, Any]) -> dict[str, Any]:
    data = output.get("data")
    return data if isinstance(data, dict) else {}


def _from_output(output: dict[str, Any], pictures: Pictures) -> list[Block]:
    """What a stored output of any notebook prints: its picture, else its Markdown, HTML or plain text."""
    data = _data(output)
    plain_text = _joined(data.get("text/plain") or output.get("text")) or _error(output)
    for kind in PICTURES:
        if kind in data:
            raw = (
                _joined(data[kind]).encode(errors="replace")
                if kind.endswith("xml")
                else from_base64(data[kind])
            )
            return [{"t": "p", "c": [pictures.inline(raw, "", clean(plain_text))]}]
    if "text/markdown" in data:
        return blocks(_joined(data["text/markdown"]), pictures.reader({}))
    html = (
        text_of_html(_joined(data.get("text/html"))) if not plain_text or OBJECT.fullmatch(plain_text) else ""
    )
    text = _COLOR.sub("", html or plain_text or _joined(data.get("text/latex")))
    return [{"t": "code", "x": clean(text).rstrip("\n")}] if text.strip() else []


def _error(output: dict[str, Any]) -> str:
    """What went wrong in a cell, line by line; nothing for any other output."""
    lines = output.get("traceback")
    if output.get("output_type") != "error":
        return ""
    return "\n".join(map(str, lines)) if isinstance(lines, list) and lines else str(output.get("evalue", ""))


def title_of(prose: list[Block], settings: Settings, notes: list[str]) -> str:
    """The title: the first heading, moved to the top; the file's name where a notebook has none."""
    heading = next((block for block in prose if block["t"] == "h"), None)
    title = plain(heading["c"]).strip() if heading else ""
    if heading is not None:
        prose.remove(heading)
    else:
        title = clean(settings.fallback_title).strip()
        title = title if is_seen(title) else settings.words["untitled"]
        heading = {"t": "h", "c": [title]}
        notes.append(
            f"This notebook has no title, so “{title}” is printed. Start it with a line like “# A title”."
        )
    prose.insert(0, heading | {"level": 1})
    return title


def set_levels(blocks: list[Block], level: int) -> int:
    """Set heading levels that never skip one, below the one title; the level at the end."""
    for block in blocks:
        if block["t"] == "h":
            level = block["level"] = min(max(block["level"], 2), level + 1)
        elif block["t"] == "script":
            level = 3  # a script ends inside its own sections
        elif block["t"] in ("note", "quote"):
            level = set_levels(block["c"], level)
        elif block["t"] in ("ul", "ol"):
            for item in block["items"]:
                level = set_levels(item, level)
    return level


def belongs_to(shown: Mapping[str, Any]) -> str:
    """Where a worksheet or a board belongs: its code and its section."""
    return " · ".join(word for word in (shown["code"], shown["section"]) if word)

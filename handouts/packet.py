"""The packet: a whole meeting on paper, one document for participants and one for the facilitator.

Participants get the worksheets and the list of places that help, and nothing that the facilitator
reads. The facilitator gets the agenda, what to print and bring, the scripts, the crisis cards, a page
to count people without names, and a page to look back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handouts.agenda import Agenda, on_paper
from handouts.contract import rich
from handouts.document import cells_of, framed, printed_cells, set_levels, title_of
from handouts.images import Pictures
from handouts.label import label
from handouts.letters import clean
from handouts.press import PACKET, press
from handouts.prose import Block
from handouts.settings import Printed, Settings

TITLE, AGENDA = "title", "agenda"
"""The ids of the cells that stand before the parts of the meeting. The agenda is set from its data."""
BEGINS = "-times"
"""How the id of the cell ends that begins a part of the meeting."""
HOLD = {"note": "c", "quote": "c", "ul": "items", "ol": "items"}
"""The blocks that hold other blocks, and where."""


@dataclass(frozen=True, kw_only=True)
class Packet:
    """A meeting, and what its packets need beside its notebook."""

    notebook: object
    agenda: Agenda
    card: tuple[str, ...]
    """The ids of the help lines on the card that everyone gets."""
    cards: object
    """The notebook of the crisis cards."""
    debrief: object
    """The notebook of the page to look back."""
    words: Mapping[str, Any]
    stop: bool = False
    """Whether a number is missing that has to be found before participants get anything."""


def for_participants(packet: Packet, settings: Settings) -> Printed:
    """The PDF for participants.

    Raises:
        HandoutError: the notebook cannot be printed.
    """
    notes: list[str] = []
    pictures = Pictures(settings.picture, notes)
    front = _front(packet, settings, pictures, notes)
    sheets = _sheets(packet.notebook, settings, pictures)
    more = {"participants": True, "sheets": sheets, "files": pictures.files}
    card = [packet.words["card_helps"], {"kind": "help_lines", "ids": list(packet.card)}]
    read = {"blocks": front, "sheets": [*sheets, card], "lines": settings.lines}
    more["label"] = label(read, settings.language, settings.words)
    return _pressed(packet, settings, front, notes, more)


def for_the_facilitator(packet: Packet, settings: Settings) -> Printed:
    """The PDF for the facilitator; it begins with a page in a red frame where `packet.stop` says so.

    Raises:
        HandoutError: a notebook cannot be printed.
    """
    notes: list[str] = []
    pictures = Pictures(settings.picture, notes)
    front = _front(packet, settings, pictures, notes)[:1]
    agenda, said = packet.agenda, packet.words
    sheets = [sheet["title"] for sheet in _sheets(packet.notebook, settings, pictures)]
    more = {
        "participants": False,
        "stop": packet.stop,
        "where": [clean(place) for place in agenda.where],
        "agenda": on_paper(agenda, said["goes_on"]),
        "shorter": list(map(rich, agenda.shorter)),
        "know": list(map(rich, agenda.know)),
        "copies": [[title, agenda.copies] for title in (*sheets, said["card"])],
        "bring": list(map(rich, agenda.bring)),
        "parts": _parts(packet, settings, pictures),
        "cards": _sheets(packet.cards, settings, pictures),
        "debrief": _sheets(packet.debrief, settings, pictures),
    }
    return _pressed(packet, settings, front, notes, more | {"files": pictures.files})


def _pressed(
    packet: Packet, settings: Settings, front: list[Block], notes: list[str], more: Mapping[str, Any]
) -> Printed:
    title = front[0]["title"]
    framed_in = replace(settings, people=packet.agenda.people)
    data = framed(title, front, framed_in, belongs="", under_title=[])
    return press({**data, "said": dict(packet.words), "card": list(packet.card), **more}, notes, PACKET)


def _front(packet: Packet, settings: Settings, pictures: Pictures, notes: list[str]) -> list[Block]:
    """The title of the meeting and the words under it, as the notebook has them."""
    cells = [cell for cell in cells_of(packet.notebook) if cell.get("id") == TITLE]
    front, _ = printed_cells(cells, settings, pictures, notes=False)
    title = title_of(front, replace(settings, fallback_title=packet.agenda.title), notes)
    set_levels(front[1:], 1)
    guide = settings.audience == "guide"
    front[0] |= {"title": settings.words["guide_title"].format(title=title) if guide else title}
    return front


def _sheets(notebook: object, settings: Settings, pictures: Pictures) -> list[dict[str, Any]]:
    """The worksheets in a notebook that have something on them."""
    _, sheets = printed_cells(cells_of(notebook), settings, pictures)
    return [sheet for sheet in sheets if sheet["sheet"]]


def _parts(packet: Packet, settings: Settings, pictures: Pictures) -> list[list[Block]]:
    """The guide: the cells of each part of the meeting, with its times on top and its own headings below."""
    parts: list[list[Block]] = [[]]
    for cell in cells_of(packet.notebook):
        if cell.get("id") in (TITLE, AGENDA):
            continue
        begins = str(cell.get("id")).endswith(BEGINS)
        printed, _ = printed_cells([cell], settings, pictures, notes=not begins)
        if begins:
            parts.append(printed)
        else:
            _lower(printed)
            parts[-1] += printed
    level = 1
    for part in parts:
        level = set_levels(part, level)
        for script in part:
            if script["t"] == "script":
                _put_times(script, packet.agenda.planned(script["id"]))
    return [part for part in parts if part]


def _lower(blocks: list[Block]) -> None:
    """Put every heading one level lower."""
    for block in blocks:
        if block["t"] == "h":
            block["level"] += 1
        for inner in block[HOLD[block["t"]]] if block["t"] in HOLD else ():
            _lower(inner if isinstance(inner, list) else [inner])


def _put_times(script: Block, planned: Mapping[str, int]) -> None:
    """Give each step its minutes on the agenda, and 0 to one that was left out."""
    for step in script["steps"] if planned else ():
        step["planned"] = planned.get(step["name"], 0)

"""The answers in a filled PDF: what somebody typed and ticked in a handout of this kit.

The file comes back from any program that fills in forms, and from anybody, so nothing in it is trusted.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from handouts.forms import OPTION, QUESTION, WORKSHEET
from handouts.letters import clean
from handouts.settings import HandoutError

Answer = str | list[str]
Answers = dict[str, dict[str, Answer]]
DEEPEST = 8
"""How deep fields may lie inside one another; ours have two levels."""
MOST = 20_000
"""How many fields are looked at: many times as many as the largest handout has."""


def answers_in(filled: bytes) -> Answers:
    """What is filled in, by worksheet and question, in the order of reading; what is left empty is left out.

    Words are the answer to a question, and so is the one option that was picked; of boxes to tick, those
    that were ticked.

    Raises:
        HandoutError: it is damaged, locked or no handout of this kit that can be filled in.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would say on the screen how a file is damaged
    try:
        fields = list(_fields(filled))
    except Exception as error:  # a damaged file can fail anywhere in the reader
        message = "This file is damaged or is no PDF. Ask for the file anew, just as it was saved."
        raise HandoutError(message) from error
    if not any(WORKSHEET in field for field in fields):
        message = "This PDF has no places to fill in. Ask for the file that was saved, not for a printed one."
        raise HandoutError(message)
    found: Answers = {}
    for field in fields:
        if WORKSHEET in field:
            _add(found.setdefault(_said(field, WORKSHEET), {}), field)
    return {worksheet: said for worksheet, said in found.items() if said}


def _fields(filled: bytes) -> Iterator[dict[str, Any]]:
    """Every field of a form, the ones that hold others included."""
    root: Any = PdfReader(BytesIO(filled)).trailer["/Root"]
    form = root.get("/AcroForm")
    waiting = [(field, 0) for field in reversed(form["/Fields"])] if form else []
    for _ in range(MOST):
        if not waiting:
            return
        link, depth = waiting.pop()
        field = link.get_object()
        yield field
        kids = field.get("/Kids", ()) if depth < DEEPEST and "/T" in field else ()
        waiting += [(kid, depth + 1) for kid in reversed(kids) if "/T" in kid.get_object()]


def _add(said: dict[str, Answer], field: dict[str, Any]) -> None:
    """Put the answer that a field holds to its question."""
    question = _said(field, QUESTION)
    value = _VALUES.get(str(field.get("/FT")), _words)(field)
    if not value:
        return
    if OPTION in field:  # a box to tick: one of many that answer the same question
        ticked = said.setdefault(question, [])
        if isinstance(ticked, list):
            ticked.append(value)
    else:
        said[question if question not in said else _said(field, "/T")] = value


def _words(field: dict[str, Any]) -> str:
    lines = clean(str(field.get("/V", "")).replace("\r\n", "\n").replace("\r", "\n"))
    return lines.strip()


def _mark(field: dict[str, Any]) -> str:
    """What a tick or the picked one of a group stands for; nothing where there is no mark."""
    on = str(field.get("/V", "/Off"))
    for box in (field, *(kid.get_object() for kid in field.get("/Kids", ()))):
        if on != "/Off" and OPTION in box and on in box["/AP"]["/N"]:
            return _said(box, OPTION)
    return ""


_VALUES = {"/Tx": _words, "/Btn": _mark}


def _said(field: dict[str, Any], key: str) -> str:
    return clean(str(field.get(key, "")))

"""Handouts that can be filled in: printed, and filled in by the programs that people fill them in with."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from conftest import TODAY
from paper import reader
from pypdf import PdfWriter

from handouts.contract import MIME
from handouts.document import document
from handouts.fields import Field, number
from workshop.files import read_notebook
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_notebook, settings_for


@cache
def form(
    path: Path, paper: str = "letter", family: str = "no", audience: str = "participant", size: str = "normal"
) -> bytes:
    """The PDF of a notebook that can be filled in, printed once for all the tests that look at it."""
    group = Group(paper=paper, partners_or_family=family)
    return print_notebook(read_notebook(path), path, audience, group, TODAY, fillable=True, size=size).pdf


def fields_of(notebook, audience: str = "participant", family: str = "no") -> list[Field]:
    """The fields that the PDF of a notebook ought to have, in reading order."""
    group = Group(partners_or_family=family)
    settings = settings_for(Path("a.ipynb"), audience, group, TODAY, fillable=True)
    filled = fill(notebook, lines_for(group.country, group.checked_on), group.role)
    return number(document(filled, settings, [])["sheets"], settings.words)


def sheet_of(items: Sequence[dict], name: str = "sample", title: str = "A sample") -> dict:
    """A notebook that shows one worksheet with these parts."""
    guide = dict.fromkeys(
        (
            "quiet",
            "online",
            "low_literacy",
            "no_pens",
            "small_group",
            "large_group",
            "safety",
            "choice",
            "evidence",
        ),
        "",
    )
    sheet = {
        "version": 1, "id": name, "code": "X1", "section": "Samples", "title": title, "goal": "Try it.", "opt_out": "Pass.",
        "sheet": list(items), "remember": "Breathe.", "steps": [], "safer": None,
        "guide": guide | {"intensity": 1, "strength": 1, "people": [2, 12]} | {key: [] for key in ("bring", "cautions", "grounding", "safer")},
    }  # fmt: skip
    shown = {"cell_type": "code", "outputs": [{"data": {MIME: sheet}}]}
    return {"cells": [{"cell_type": "markdown", "source": "# A sample"}, shown]}


def form_of(notebook, size: str = "normal") -> bytes:
    """The PDF of a notebook that lies in no file."""
    return print_notebook(
        notebook, Path("a.ipynb"), "participant", Group(), TODAY, fillable=True, size=size
    ).pdf


def widgets_of(pdf: bytes) -> list[dict]:
    """Every field on the pages, in the order in which Tab comes to it."""
    return [
        widget
        for sheet in reader(pdf).pages
        for widget in (one.get_object() for one in sheet.get("/Annots", ()))
        if widget["/Subtype"] == "/Widget"
    ]


def values_for(fields: Sequence[Field]) -> list[dict]:
    """Something for every field, in plain data: words, every second tick, and the last of each group."""
    buttons: dict[str, int] = {}
    values = []
    for place, field in enumerate(fields):
        buttons[field.name] = buttons.get(field.name, 0) + 1
        values.append(
            {
                "name": field.name,
                "kind": field.kind,
                "label": field.label,
                "option": field.option,
                "text": f"wörd {place} – “so”",
                "state": str(buttons[field.name]) if field.kind == "radio" else "Yes",
                "on": bool(place % 2),
            }
        )
    last = {value["name"]: value["state"] for value in values}
    return [
        one | {"on": one["on"] if one["kind"] == "tick" else one["state"] == last[one["name"]]}
        for one in values
    ]


def answers_for(fields: Sequence[Field], values: Sequence[dict]) -> dict:
    """What ought to be read back from those values."""
    found: dict = {}
    for field, value in zip(fields, values, strict=True):
        sheet = found.setdefault(field.worksheet, {})
        if field.kind == "text":
            sheet[field.label] = value["text"]
        elif field.kind == "tick" and value["on"]:
            sheet.setdefault(field.question, []).append(field.option)
        elif value["on"]:
            sheet[field.question] = field.option
    return found


def filled_by_pypdf(pdf: bytes, values: Sequence[dict]) -> bytes:
    """The PDF with those values, saved by pypdf."""
    writer = PdfWriter(clone_from=reader(pdf))
    said = {
        one["name"]: one["text"] if one["kind"] == "text" else f"/{one['state']}"
        for one in values
        if one["on"]
    }
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, said, auto_regenerate=False)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def filled_by(command: Sequence[str], folder: Path, pdf: bytes, values: Sequence[dict]) -> bytes:
    """The PDF with those values, saved by a program that takes two files and the values."""
    empty, filled = folder / "empty.pdf", folder / "filled.pdf"
    empty.write_bytes(pdf)
    subprocess.run([*command, empty, filled, json.dumps(values)], check=True, capture_output=True)
    return filled.read_bytes()

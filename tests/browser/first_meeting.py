"""The page “Your first meeting”: the README's own words, with pictures of a meeting as it is led."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from conftest import ROOT

from workshop.group import Group
from workshop.printing import print_notebook

HEADING = "## Your first meeting\n"
MARK = re.compile(r"^<!-- picture (\w+): (.+) -->$", re.MULTILINE)
"""Where a picture goes, and its description. The README shows neither: a file there would soon be out of date."""
SHARP = 2
"""Dots of a picture for each dot of the screen."""


class Clip(NamedTuple):
    """A part of the screen, in its own dots, and how wide it is on paper, in millimeters."""

    x: int
    y: int
    width: int
    height: int
    on_paper: float


def section() -> str:
    """What the README says about the first meeting; its heading becomes the title of the page."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = readme[readme.index(HEADING) :]
    said = said[: said.index("\n## ", len(HEADING))]
    return re.sub(r"^#(#+ )", r"\1", said, flags=re.MULTILINE)


def names(part: str) -> set[str]:
    """What a part of the section calls by its name: everything in italics."""
    text = section().partition(f"\n## {part}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"\*(.+?)\*", text))


def photograph(page, clip: Clip) -> bytes:
    """A part of the screen as a picture for paper. Playwright's own would be too coarse."""
    asked = {**clip._asdict(), "scale": SHARP}
    del asked["on_paper"]
    session = page.context.new_cdp_session(page)
    png = session.send("Page.captureScreenshot", {"clip": asked})["data"]
    session.detach()
    return framed(png, clip)


def framed(png: str, clip: Clip) -> bytes:
    """A picture (in base64) in a thin frame, in the size that it has on paper: an SVG says that in millimeters."""
    size = {"width": str(clip.width), "height": str(clip.height)}
    high = clip.on_paper * clip.height / clip.width
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{clip.on_paper}mm",
            "height": f"{high}mm",
            "viewBox": f"0 0 {clip.width} {clip.height}",
        },
    )
    ET.SubElement(svg, "image", {**size, "href": f"data:image/png;base64,{png}"})
    thick = clip.width / clip.on_paper / 3
    ET.SubElement(svg, "rect", {**size, "fill": "none", "stroke": "#6b7280", "stroke-width": f"{thick}"})
    return ET.tostring(svg, encoding="utf-8")


def sheet(pictures: dict[str, bytes], today: date) -> bytes:
    """The PDF: the section of the README as a notebook in memory, printed as a guide is."""
    cell = {
        "cell_type": "markdown",
        "metadata": {},
        "source": MARK.sub(r"![\2](attachment:\1.svg)", section()),
        "attachments": {
            f"{name}.svg": {"image/svg+xml": b64encode(svg).decode()} for name, svg in pictures.items()
        },
    }
    made = print_notebook({"cells": [cell]}, Path("your_first_meeting.ipynb"), "guide", Group(), today)
    assert made.notes == ()
    return made.pdf

"""Reading a finished PDF back: its text as poppler sees it, and its structure as a screen reader does."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO

from pypdf import PdfReader


def pages_of(pdf: bytes, *options: str) -> list[str]:
    """The text of each page, in reading order, with white space folded."""
    text = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(BytesIO(pdf))


def elements_of(pdf: bytes) -> list[dict]:
    """Every structure element, in reading order."""
    found: list[dict] = []

    def walk(node) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(reader(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def tags_of(pdf: bytes) -> list[str]:
    """What each structure element is, in reading order."""
    return [str(element["/S"]).removeprefix("/") for element in elements_of(pdf)]


def boxes_of(pdf: bytes, page: int) -> tuple[float, float, list[tuple[float, float, float, float]]]:
    """Width and height of a page, and the box of each line of text on it (left, top, right, bottom), in points."""
    options = ["-bbox-layout", "-f", str(page), "-l", str(page)]
    html = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', html)
    lines = re.findall(r'<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"', html)
    return float(size[1]), float(size[2]), [tuple(map(float, line)) for line in lines]


def body_of(pdf: bytes, height: int = 792, foot: float = 93.5) -> str:
    """The text in the order in which it is set, without the feet of the pages (height and foot in points)."""
    above = f"-raw -nopgbrk -x 0 -y 0 -W 2000 -H {height - foot:.0f} - -"
    made = subprocess.run(["pdftotext", *above.split()], input=pdf, capture_output=True, check=True)
    return made.stdout.decode()


def squeezed(text: str) -> str:
    """A text without what a line break may add or take away."""
    return "".join(text.replace("\u200b", "").split())

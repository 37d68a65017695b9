"""Reading a finished PDF back: its text as poppler sees it, and its structure as a screen reader does."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream


def text_of(pdf: bytes, *options: str) -> str:
    """The text of a PDF, each line as it stands on the page."""
    return subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def pages_of(pdf: bytes, *options: str) -> list[str]:
    """The text of each page, in reading order, with white space folded."""
    return [" ".join(page.split()) for page in text_of(pdf, *options).split("\f")[:-1]]


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


def words_of(pdf: bytes) -> list[tuple[float, str]]:
    """Each word with how high its letters are set, in points. Our fonts are 1.3 times as high as their size."""
    html = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    found = re.findall(r'yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)', html)
    return [((float(bottom) - float(top)) / 1.3, word) for top, bottom, word in found]


class Shape(NamedTuple):
    """Something drawn: its edges in points, from the left and from the foot of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def wide(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def high(self) -> float:
        """How high it is."""
        return self.top - self.bottom


def shapes_of(page: PageObject) -> Iterator[Shape]:
    """Every path that is painted on a page, from its drawing operators."""
    kept: list[tuple[float, ...]] = []
    at: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    points: list[tuple[float, float]] = []
    for values, operator in ContentStream(page.get_contents(), page.pdf).operations:
        name = operator.decode()
        if name == "q":
            kept.append(at)
        elif name == "Q":
            at = kept.pop()
        elif name == "cm":
            a, b, c, d, e, f = map(float, values)
            at = (
                *(a * at[0] + b * at[2], a * at[1] + b * at[3]),
                *(c * at[0] + d * at[2], c * at[1] + d * at[3]),
                *(e * at[0] + f * at[2] + at[4], e * at[1] + f * at[3] + at[5]),
            )
        elif name in ("m", "l", "c"):
            numbers = list(map(float, values))
            points += [
                (x * at[0] + y * at[2] + at[4], x * at[1] + y * at[3] + at[5])
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            ]
        elif name in ("f", "f*", "S", "s", "B", "b", "n", "W"):
            if points and name not in ("n", "W"):
                across, up = zip(*points, strict=True)
                yield Shape(min(across), min(up), max(across), max(up))
            points = [] if name != "W" else points


def body_of(pdf: bytes, height: int = 792, foot: float = 83) -> str:
    """The text in the order in which it is set, without the feet of the pages (height and foot in points)."""
    above = f"-raw -nopgbrk -x 0 -y 0 -W 2000 -H {height - foot:.0f} - -"
    made = subprocess.run(["pdftotext", *above.split()], input=pdf, capture_output=True, check=True)
    return made.stdout.decode()


def squeezed(text: str) -> str:
    """A text without what a line break may add or take away."""
    return "".join(text.replace("\u200b", "").split())

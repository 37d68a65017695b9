"""Reading a finished PDF back: its text as poppler sees it, and its structure as a screen reader does."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO

from pypdf import PdfReader


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

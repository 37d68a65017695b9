"""Raw HTML: its words and its pictures as inline pieces; its scripts and its looks stay off the paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import groupby
from typing import Any

from handouts.letters import clean

Inline = str | dict[str, Any]
Image = Callable[[str, str], Inline]
"""Turns the address and the description of a picture into an inline piece."""

TICKS = {False: "\u2610", True: "\u2611"}
"""The box of a task, open or done: a letter, so that a screen reader says it too."""
APART = {
    **dict.fromkeys("br p div li tr table ul ol pre h1 h2 h3 h4 h5 h6 dt dd".split(), "\n"),  # noqa: SIM905 - read as a list of names
    **dict.fromkeys(("td", "th"), " "),
}
"""What keeps the words of two tags apart, where it is not written between them."""
SILENT = {"script", "style"}


class _Words(HTMLParser):
    """Keeps the words and the pictures."""

    def __init__(self, image: Image) -> None:
        super().__init__(convert_charrefs=True)
        self.image = image
        self.pieces: list[Inline] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.silent += tag in SILENT
        if tag == "img":
            self.pieces.append(self.image(given.get("src") or "", clean(given.get("alt") or "")))
        if tag == "input" and given.get("type") == "checkbox":
            self.pieces.append(TICKS["checked" in given])
        if tag in APART:
            self.pieces.append(APART[tag])

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(clean(data))


def of_html(source: str, image: Image) -> list[Inline]:
    """The words and the pictures in a piece of HTML, in order."""
    reader = _Words(image)
    reader.feed(source)
    reader.close()
    return reader.pieces


def text_of_html(source: str) -> str:
    """The words in a piece of HTML, and the description of each picture."""
    return "".join(map(str, of_html(source, lambda _address, alt: alt))).strip("\n")


def paragraphs(source: str, image: Image) -> list[list[Inline]]:
    """The words and the pictures of some HTML: an empty line begins a new paragraph."""
    found: list[list[Inline]] = [[]]
    for is_words, pieces in groupby(of_html(source, image), lambda piece: isinstance(piece, str)):
        if not is_words:
            found[-1] += pieces
            continue
        first, *more = re.split(r"\s*\n\s*\n\s*", "".join(map(str, pieces)))
        found[-1].append(first)
        found += [[one] for one in more]
    return [inside for inside in map(_trimmed, found) if inside]


def _trimmed(pieces: list[Inline]) -> list[Inline]:
    """A paragraph without the space at its ends; nothing where there is nothing but space."""
    for place, strip in ((0, str.lstrip), (-1, str.rstrip)):
        end = pieces[place] if pieces else None
        if isinstance(end, str):
            pieces[place] = strip(end)
    return [piece for piece in pieces if piece]

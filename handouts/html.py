"""Raw HTML: its words and its pictures as inline pieces; its scripts and its looks stay off the paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

Inline = str | dict[str, Any]
Image = Callable[[str, str], Inline]
"""Turns the address and the description of a picture into an inline piece."""


def of_html(source: str, image: Image) -> list[Inline]:
    """The words and the pictures in a piece of HTML, in order."""
    from handouts.tags import Words  # noqa: PLC0415 - few notebooks hold HTML

    reader = Words(image)
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

"""What a piece of HTML says, read by the standard library alone: a second opinion on our own reading."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class _Words(HTMLParser):
    """The text, with the marks of lists as paper has them and the words for pictures that are not there."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent = 0
        self.lists: list[int | None] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.silent += tag in ("script", "style")
        if tag in ("ul", "ol"):
            self.lists.append(int(given.get("start", 1)) if tag == "ol" else None)
        if tag == "li" and self.lists:
            number = self.lists[-1]
            self.pieces.append("•" if number is None else f"{number}.")
            self.lists[-1] = None if number is None else number + 1
        if tag == "img":
            name = given.get("src", "").rsplit("/", 1)[-1]
            self.pieces.append(f"[Picture: {given.get('alt') or name or 'no description'}]")

    def handle_endtag(self, tag):
        self.silent = max(0, self.silent - (tag in ("script", "style")))
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()

    def handle_data(self, data):
        if not self.silent:
            self.pieces.append(data)


def words_of(html: str) -> str:
    """The words of a piece of HTML as paper should have them."""
    reader = _Words()
    # Comments first: the library's idea of one differs from version to version.
    reader.feed(re.sub(r"<!--(?:>|->|.*?-->)", "", html, flags=re.DOTALL))
    reader.close()
    return "".join(reader.pieces)

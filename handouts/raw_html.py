"""Raw HTML in a notebook: its words are kept, its scripts and styles are not."""

from __future__ import annotations

from html.parser import HTMLParser


class _TextOnly(HTMLParser):
    """Keeps the text of raw HTML; drops scripts and styles; a picture gives its description."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")
        if tag == "img":
            self.pieces.append(dict(attrs).get("alt") or "")
        if tag in ("br", "p", "div", "li", "tr"):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)


def words_of(source: str) -> str:
    """The words in a piece of HTML."""
    reader = _TextOnly()
    reader.feed(source)
    reader.close()
    return "".join(reader.pieces).strip("\n")

"""The tags of raw HTML, read one by one: what each leaves on paper. Loaded only where there are some."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from handouts.letters import clean

if TYPE_CHECKING:
    from handouts.html import Image, Inline

TICKS = {False: "\u2610", True: "\u2611"}
"""The box of a task, open or done: a letter, so that a screen reader says it too."""
APART = {
    **dict.fromkeys("br p div li tr table ul ol pre h1 h2 h3 h4 h5 h6 dt dd".split(), "\n"),  # noqa: SIM905 - read as a list of names
    **dict.fromkeys(("td", "th"), " "),
}
"""What keeps the words of two tags apart, where it is not written between them."""
SILENT = {"script", "style"}


class Words(HTMLParser):
    """Keeps the words and the pictures."""

    def __init__(self, image: Image) -> None:
        super().__init__(convert_charrefs=True)
        self.image = image
        self.pieces: list[Inline] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a picture, a box, or the space that a tag makes."""
        given = dict(attrs)
        self.silent += tag in SILENT
        if tag == "img":
            self.pieces.append(self.image(given.get("src") or "", clean(given.get("alt") or "")))
        if tag == "input" and given.get("type") == "checkbox":
            self.pieces.append(TICKS["checked" in given])
        if tag in APART:
            self.pieces.append(APART[tag])

    def handle_endtag(self, tag: str) -> None:
        """Come out of a script or a style."""
        self.silent = max(0, self.silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self.silent:
            self.pieces.append(clean(data))

"""The label at the foot of a handout: how hard it is to read, worked out from the words as they print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from handouts.prose import plain
from handouts.reading import grade, sentences, words

FROM = 8
"""A heading, a label or an option without a full stop is no sentence, unless it has this many words."""
BLANK = "it"
"""The word that stands in for a line to write on, in the middle of a sentence."""
NOT_READ = frozenset(
    ("kind", "id", "ids", "svg", "alt", "title", "code", "section", "guide", "steps", "opt_out")
)
"""What belongs to a worksheet and is no text of it: names, drawings, headings, the script."""


class Measure(NamedTuple):
    """How hard the sentences of a handout are: the Flesch-Kincaid grade, and the most words in one."""

    grade: float
    longest: int


def measured(document: Mapping[str, Any]) -> Measure | None:
    """The measure of a handout; None where it has no sentences."""
    found = said(document)
    return Measure(grade(found), max(len(words(one)) for one in found)) if found else None


def label(document: Mapping[str, Any], language: str, says: Mapping[str, str]) -> str:
    """The label in words. The grade is made for English, so that other languages get none.

    That the PDF keeps to PDF/UA-1 is checked by the compiler (press.py): without it there is no PDF.
    """
    measure = measured(document)
    told = []
    if measure and language == "en":
        told.append(says["label_grade"].format(grade=max(1, round(measure.grade))))
    if measure:
        told.append(says["label_longest"].format(words=measure.longest))
    return " ".join([*told, says["label_checked"]])


def said(document: Mapping[str, Any]) -> list[str]:
    """Every sentence that a participant reads, without headings, short labels and the foot of the page."""
    places = {name: reach for name, (_, reach) in document["lines"].items()}
    texts = [*_in_blocks(document["blocks"]), *_on_sheets(document["sheets"], places)]
    lines = [line for text in texts for line in text.replace("{}", BLANK).splitlines()]
    found = [one for line in lines for one in sentences(line)]
    return [one for one in found if _ends(one) or len(words(one)) >= FROM]


def _ends(sentence: str) -> bool:
    return sentence.rstrip('\u201d"\u2019) ').endswith((".", "?", "!"))


def _in_blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """The paragraphs, the items of lists and the cells of tables."""
    for block in blocks:
        if block["t"] == "p":
            yield plain(block["c"])
        elif block["t"] in ("quote", "note"):
            yield from _in_blocks(block["c"])
        elif block["t"] in ("ul", "ol"):
            for item in block["items"]:
                yield from _in_blocks(item)
        elif block["t"] == "table":
            for row in (block["head"], *block["rows"]):
                yield from map(plain, row)


def _on_sheets(value: Any, places: Mapping[str, str]) -> Iterator[str]:
    """The texts of a worksheet: every string, every list of inline pieces as one, how to reach each place."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        if value.get("kind") == "help_lines":
            yield from (places[name] for name in value["ids"] if name in places)
        for name in value.keys() - NOT_READ:
            yield from _on_sheets(value[name], places)
    elif isinstance(value, list):
        if any(isinstance(one, Mapping) and "t" in one for one in value):
            yield plain(value)
        else:
            for one in value:
                yield from _on_sheets(one, places)

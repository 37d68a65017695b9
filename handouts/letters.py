"""Letters: which ones may be printed, and what stands in for those that cannot."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; tab and newline stay
    "\u2028\u2029"  # separators that no font draws
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the reading direction unseen
    "\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "\ue000-\uf8ff"  # private use: means something in one font only
    "\U000e0000-\U000e007f"  # tags, unseen
    "\U000f0000-\U0010ffff"
    "]"
)
_MARKS = {"Mn", "Me", "Mc", "Cf", "Sk"}
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Letters that only join, part or vary others: there is nothing to name."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without letters that no printer shows; half a surrogate becomes U+FFFD."""
    return _FORBIDDEN.sub("", _SURROGATE.sub("\ufffd", text))


def is_seen(text: str) -> bool:
    """Whether a text leaves something on paper, more than space and letters that nobody sees."""
    return any(unicodedata.category(letter)[0] not in "CZ" and not _UNSEEN.match(letter) for letter in text)


def name_of(letter: str) -> str:
    """What to print where a letter cannot be drawn: its name in brackets, as plain as can be."""
    names = [unicodedata.name(one, f"U+{ord(one):04X}").lower() for one in letter]
    return f"[{', '.join(names)}]"


def named(missing: list[str], within: str) -> dict[int, str]:
    """What to print for each letter that cannot be drawn, as `str.translate` takes it.

    A mark takes the letter below it along: where a font lacks the mark, both are called missing,
    and the letter may be a digit of a telephone number that prints well everywhere else. So marks
    go first, and letters only where no mark is missing. A letter of ASCII is in every font. What is
    not `within` the document was put in by the template.
    """
    letters = {letter for text in missing for letter in text if not letter.isascii() and letter in within}
    marks = {letter for letter in letters if unicodedata.category(letter) in _MARKS}
    return {ord(letter): _instead_of(letter) for letter in (marks or letters)}


def _instead_of(letter: str) -> str:
    """A plain letter where this is one in another width or shape, else its name."""
    if letter.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", letter)
    return "" if _UNSEEN.match(letter) else plain if plain.isascii() and plain.strip() else name_of(letter)

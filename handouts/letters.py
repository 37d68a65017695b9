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
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without letters that no printer shows; half a surrogate becomes U+FFFD."""
    return _FORBIDDEN.sub("", _SURROGATE.sub("\ufffd", text))


def name_of(letter: str) -> str:
    """What to print where a letter cannot be drawn: its name in brackets, as plain as can be."""
    names = [unicodedata.name(one, f"U+{ord(one):04X}").lower() for one in letter]
    return f"[{', '.join(names)}]"

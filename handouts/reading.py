"""How hard a text is to read: its words, its sentences and its Flesch-Kincaid grade (field guide, 3.1).

English only. Syllables are counted by the few rules below, not looked up: the CMU dictionary takes
many times as long to load as a handout takes to print. The rules give the dictionary's count for nine
of ten of its words and for 99 of 100 words on our handouts, more than hyphenation does; a test holds
them to the dictionary.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile("[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_ADDRESS = re.compile(r"\S+\.(?:gov|org|net|com)\S*")
_END = re.compile('(?<=[.?!])[\u201d"\u2019)]*\\s+')

_VOWELS = re.compile("[aeiouy]+")
_SILENT = re.compile(
    r"""
      [^aeiouyl]e$ | [aeiouy]le$                         # make, while; but table
    | [^aeiouytdl]ed$ | [aeiouyl]led$                    # helped, called; but wanted, settled
    | [^aeiouyszxcgl]es$ (?<![cs]hes) | [aeiouy]les$     # times, rules; but places, wishes
    | [^aeiouy]e(?=(?:ful|less|ly|ment|ness|ty)s?$)      # hopeful
    | [^aeiouy]e(?=(?:times?|one|self|where|things?|body|line)s?$)  # someone
    | (?<=\bev)e(?=ry[a-z])                              # everyone
    | [cstg]i[ao] | [cst]ie[nt] | [gq]ua | eople         # special, patient, language, people
    """,
    re.VERBOSE,
)
"""Groups of vowels that are not spoken, or spoken together with the next one."""
_APART = re.compile(
    r"""
      i[ao](?!u) | io(?=u) | eo | ua | uou | creat       # diary, serious, video, usual
    | [aeou]ing | [aeo]y[aeio] | [^aeiouy]y[aeoi]        # being, player, anyone
    | (?<!ch)i(?:er|est|et)$ | (?<!fr)ie[nt]             # easier, quiet, client
    | \b(?:id|ar)eas?\b
    """,
    re.VERBOSE,
)
"""Vowels side by side that are spoken apart."""


@lru_cache(maxsize=5000)
def syllables(word: str) -> int:
    """How many syllables a word has when it is spoken; at least one."""
    plain = word.lower().replace("\u2019", "'").removesuffix("'s").replace("'", "")
    groups = (len(pattern.findall(plain)) for pattern in (_VOWELS, _APART, _SILENT))
    return max(1, next(groups) + next(groups) - next(groups))


def words(text: str) -> list[str]:
    """The words of a text; numbers and addresses are left out."""
    return _WORD.findall(_ADDRESS.sub("", text))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in _END.split(text) if words(one)]


def grade(said: list[str]) -> float:
    """The Flesch-Kincaid grade of some sentences: about the school year in which one reads them with ease.

    The numbers are those of Kincaid, Fishburne, Rogers and Chissom (1975).
    """
    every = [word for one in said for word in words(one)]
    return 0.39 * len(every) / len(said) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59

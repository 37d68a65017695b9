"""How hard a text is to read: the product's own measures, and one more that only the tests hold us to."""

from __future__ import annotations

from handouts.reading import grade, sentences, syllables, words

__all__ = ["grade", "is_passive", "sentences", "syllables", "words"]

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


def is_passive(sentence: str) -> bool:
    """Whether a sentence has a form of "be" and, next or next but one, a participle."""
    all_words = [word.lower() for word in words(sentence)]
    for place, word in enumerate(all_words):
        if word in BE:
            after = all_words[place + 1 : place + 3]
            if any(one in PARTICIPLES or (len(one) > 4 and one.endswith("ed")) for one in after[:2]):
                return True
    return False

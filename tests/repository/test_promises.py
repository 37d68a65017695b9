"""The promise pages: every number on them is a figure that a test measures, and nothing else is one."""

from __future__ import annotations

import re

import pytest
import reading
from conftest import ROOT
from figures import PAGES, SENTENCES, claimed, is_earned, promise_of

TESTS = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
MEASURED = set(re.findall(r'\bfigure\("(\w+)",', TESTS))


def test_each_figure_is_measured_by_a_test_and_has_its_sentence():
    assert set(SENTENCES) == MEASURED


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_page_claims_each_figure_once_and_nothing_more(page):
    text = re.sub(r"\]\(.*?\)", "]", promise_of(page))  # but for the addresses of links
    for key, sentence in SENTENCES.items():
        (number,) = claimed(key, text)
        text = text.replace(sentence.format(n=f"{number:,}"), "")
    assert not re.search(r"[0-9]", text), "no other number stands on a promise page"


def test_a_claim_may_be_round_but_never_too_high():
    assert {"{n}" in sentence for sentence in SENTENCES.values()} == {True}
    key = "wrong_digits"
    assert "more than {n}" in SENTENCES[key]
    assert claimed(key, SENTENCES[key].format(n="2,400")) == [2400]
    assert is_earned(key, 2400, 2438)
    assert not is_earned(key, 2500, 2438)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_page_says_what_nobody_can_promise(page):
    text = promise_of(page)
    for limit in ("memory on the disk", "record the screen", "phone may take a photo", "People may talk"):
        assert limit in text
    for task in ("workshop open", "record", "close the lid", "End the meeting"):
        assert task in text


def test_the_section_of_the_readme_is_in_plain_words():
    said = reading.sentences(re.sub(r"[*`]|\n- ", " ", promise_of(PAGES[0])))
    assert len(said) > 10
    assert reading.grade(said) <= 6.0

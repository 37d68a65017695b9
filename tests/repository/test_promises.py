"""The promise pages: every number on them is a figure that a test measures, and nothing else is one."""

from __future__ import annotations

import re

import pytest
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

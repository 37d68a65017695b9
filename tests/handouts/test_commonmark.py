"""All 652 examples of the CommonMark standard: what the standard says stands on the page, in the same order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import TODAY
from corpora import standard
from html_words import words_of
from paper import body_of, squeezed

from handouts import prose
from handouts.letters import name_of
from workshop.group import Group
from workshop.printing import print_notebook

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
NAMED = "\u0d06\u0cab"
"""The exception: in example 27 stand two letters that not every computer has. They are printed by name."""


@pytest.fixture(scope="module")
def examples(corpora) -> list[tuple[str, str]]:
    """Each example: Markdown, and the HTML that it means. The standard shows a tab as an arrow."""
    found = EXAMPLE.findall(standard(corpora).replace("\r\n", "\n").replace("→", "\t"))
    assert len(found) == 652
    return found


def differing(examples: list[tuple[str, str]]) -> dict[int, tuple[str, str, str]]:
    """The examples that say something else on paper: number, source, what is there, what should be.

    All are printed in one document, with marks in between.
    """
    sources = ["# All", *(text for n, (source, _) in enumerate(examples) for text in (f"@@{n}@@", source))]
    cells = [{"cell_type": "markdown", "source": source} for source in sources]
    made = print_notebook({"cells": cells}, Path("all.ipynb"), "guide", Group(), TODAY)
    on_paper = re.split(r"@@\d+@@", squeezed(body_of(made.pdf)))[1:]
    wrong = {}
    for number, ((source, html), got) in enumerate(zip(examples, on_paper, strict=True), 1):
        wanted = words_of(html)
        by_name = re.sub(f"[{NAMED}]", lambda letter: name_of(letter[0]), wanted)
        if got not in (squeezed(wanted), squeezed(by_name)):
            wrong[number] = (source, got, wanted)
    return wrong


def test_every_example_says_on_paper_what_the_standard_says(examples, poppler):
    assert differing(examples) == {}


def test_a_lost_word_is_found(examples, poppler, monkeypatch):
    """The control: a printer that loses what stands in code is caught at each such example."""
    monkeypatch.setitem(prose.INLINES, "code_inline", lambda *_: [])
    assert len(differing(examples)) >= 20

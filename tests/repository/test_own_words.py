"""Our own words: no eight words in a row stand in the article that the curriculum's points come from.

The article itself is not in this repository. article_sequences.txt holds a short hash of every eight
words in a row of it, and of one control sentence, so that the test can show that it finds something.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from conftest import ROOT

import exercises
from workshop.files import all_notebooks, read_notebook

KNOWN = set((Path(__file__).parent / "article_sequences.txt").read_text(encoding="ascii").split())
ROW = 8


def found_in(text):
    """The runs of eight words of a text that are known."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))
    rows = {" ".join(words[place : place + ROW]) for place in range(len(words) - ROW + 1)}
    return {row for row in rows if hashlib.sha256(row.encode()).hexdigest()[:12] in KNOWN}


def test_the_test_finds_what_is_known():
    assert found_in("Well: This is the sentence that the test must find again!")
    assert len(KNOWN) > 700


def test_no_exercise_repeats_the_article(exercise):
    assert found_in(str(exercises.load(exercise.id))) == set()


def test_no_notebook_repeats_the_article(notebook):
    prose = " ".join("".join(cell["source"]) for cell in read_notebook(notebook)["cells"])
    assert found_in(prose) == set()


def test_no_page_and_no_word_file_repeats_the_article():
    for path in [*ROOT.glob("*.md"), *(ROOT / "workshop").glob("*.toml")]:
        assert found_in(path.read_text(encoding="utf-8")) == set(), path.name
    assert all_notebooks()

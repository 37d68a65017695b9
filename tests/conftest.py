"""What the tests share. Cases are discovered: a new exercise or notebook is held to every promise by being there."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import exercises
from workshop.files import NOTEBOOKS, all_notebooks, read_notebook
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_notebook

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
"""The day that the tests take for today, so that none of them depends on the clock."""


@cache
def printed(path: Path, audience: str = "participant", paper: str = "letter") -> bytes:
    """The PDF of a notebook, printed once for all the tests that look at it."""
    return print_notebook(read_notebook(path), path, audience, Group(paper=paper), TODAY).pdf


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test that asks for one every exercise, every notebook or every topic there is."""
    names = metafunc.fixturenames
    if "exercise" in names:
        metafunc.parametrize(
            "exercise", [exercises.load(name) for name in exercises.names()], ids=exercises.names()
        )
    if "gated_exercise" in names:
        gated = [one for one in map(exercises.load, exercises.names()) if one.made_safer() is not one]
        metafunc.parametrize("gated_exercise", gated, ids=[one.id for one in gated])
    if "notebook" in names:
        found = all_notebooks()
        metafunc.parametrize("notebook", found, ids=[path.stem for path in found])
    if "topic" in names:
        topics = [path for path in all_notebooks() if path.parent != NOTEBOOKS]
        metafunc.parametrize("topic", topics, ids=[path.stem for path in topics])
    if "audience" in names:
        metafunc.parametrize("audience", ["participant", "guide"])


def filled(name):
    """An exercise as the group sees it: its people have names and its lines have numbers."""
    return fill(exercises.load(name), lines_for("US"))


@pytest.fixture(scope="session")
def pdf():
    """Prints a notebook, or gives the PDF that was printed before."""
    return printed


@pytest.fixture(scope="session")
def poppler():
    """The folder of poppler's tools; without them, what reads a page as a person would is skipped."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed: on Debian, apt-get install poppler-utils")
    return Path(shutil.which("pdftotext")).parent

"""What the tests share. Cases are discovered: a new exercise or notebook is held to every promise by being there."""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from figures import figure, note, pytest_terminal_summary

import exercises
from exercises.parts import Branches, Choice, Grid, Rows, Scale, Sort, Ticks, Timer, Vote, Write, within
from handouts import for_facilitator
from workshop.files import NOTEBOOKS, all_notebooks, read_notebook
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_notebook

__all__ = ["figure", "note", "pytest_terminal_summary"]  # pytest finds them here

ROOT = Path(__file__).resolve().parent.parent
TOPIC = NOTEBOOKS / "a_why_relationships_matter" / "a1_support_rings.ipynb"
"""A topic to try things on, where any would do."""
TODAY = date(2026, 11, 23)
"""The day that the tests take for today, so that none of them depends on the clock."""
CANARY = "canary-6f1c<b>&\"'"
"""A word that nobody would type, with the marks that could turn it into markup."""


@cache
def printed(path: Path, audience: str = "participant", paper: str = "letter", **layout) -> bytes:
    """The PDF of a notebook, printed once for all the tests that look at it."""
    return print_notebook(read_notebook(path), path, audience, Group(paper=paper), TODAY, **layout).pdf


def sized() -> list[tuple[Path, str, str, str]]:
    """Every edition in big words, on one paper each: so both papers have their turn, in half the time."""
    return [
        (path, audience, paper, size)
        for place, (path, audience) in enumerate(CASES["edition"]())
        for size, paper in zip(("large", "giant"), ("letter", "a4")[:: 1 if place % 2 else -1], strict=True)
    ]


def is_handout(path: Path) -> bool:
    """Whether participants get this notebook on paper."""
    return not for_facilitator(read_notebook(path))


def has_board(path: Path) -> bool:
    """Whether this notebook shows an exercise."""
    return "show(" in str(read_notebook(path))


CASES = {
    "exercise": lambda: [exercises.load(name) for name in exercises.names()],
    "gated_exercise": lambda: [
        one for one in map(exercises.load, exercises.names()) if one.made_safer() is not one
    ],
    "notebook": all_notebooks,
    "handout": lambda: [path for path in all_notebooks() if is_handout(path)],
    "board": lambda: [path for path in all_notebooks() if has_board(path)],
    "worksheet_handout": lambda: [path for path in all_notebooks() if is_handout(path) and has_board(path)],
    "topic": lambda: [path for path in all_notebooks() if re.match(r"[abc][1-9]_", path.stem)],
    "overview": lambda: [path for path in all_notebooks() if re.match(r"[abc]0_", path.stem)],
    "edition": lambda: [
        (path, audience)
        for path in all_notebooks()
        for audience in ("participant", "guide")
        if audience == "guide" or is_handout(path)
    ],
    "sized": sized,
}
"""What a test may ask for by name, to be run once for each there is."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test that asks for one every exercise, notebook, board, handout, topic, overview or edition there is."""
    for name, cases in CASES.items():
        if name in metafunc.fixturenames:
            found = cases()
            metafunc.parametrize(name, found, ids=[name_of(one) for one in found])
    if "audience" in metafunc.fixturenames:
        metafunc.parametrize("audience", ["participant", "guide"])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long: pytest -m long asks for it."""
    if "long" in config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    items[:] = [item for item in items if item not in long]
    config.hook.pytest_deselected(items=long)


def name_of(case) -> str:
    """How a case is called in the list of tests."""
    if isinstance(case, tuple):
        return "-".join([case[0].stem, *case[1:]])
    return case.stem if isinstance(case, Path) else case.id


ANSWERED = {
    Write: lambda _, key, word: {key: word},
    Choice: lambda part, key, _: {key: len(part.options) - 1},
    Scale: lambda part, key, _: {key: part.high},
    Ticks: lambda part, key, _: {f"{key}.{place}": True for place in range(len(part.options))},
    Grid: lambda part, key, _: {f"{key}.{row}.0": 0 for row in range(len(part.rows))},
    Sort: lambda part, key, _: {f"{key}.{place}": 0 for place in range(len(part.cards))},
    Vote: lambda part, key, _: {f"{key}.{place}.0": 3 for place in range(len(part.cases))},
    Branches: lambda _, key, __: {f"{key}.path": "0,0"},
    Timer: lambda _, key, __: {f"{key}.ends": 4_000_000_000_000},
}
"""What an answer to each part may look like."""


def everything_answered(exercise, word=CANARY):
    """Answers that put a word into every place for words, move every other control and play every game."""
    answers = {}
    for part in (part for step in exercise.steps for part in within(step.screen)):
        columns = part.columns if isinstance(part, Rows) else ()
        for one, key in [(part, getattr(part, "id", "")), *((c, f"{part.id}.0.{c.id}") for c in columns)]:
            answers |= ANSWERED.get(type(one), lambda *_: {})(one, key, word)
    return answers


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


@pytest.fixture(scope="session")
def corpora(tmp_path_factory):
    """The folder of what was fetched from the package indexes; it outlives a run, and checksums hold it."""
    folder = tmp_path_factory.getbasetemp().parent / "good-company-corpora"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

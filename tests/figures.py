"""Figures: what a test has measured. Each is shown at the end of a run, and the promise pages keep to it.

A test says `figure("key", value)`. promises.toml has the sentence for that key, and the pages have it
word for word with a number in it. So a page claims only what a test has earned, and it is that very
test that fails when a page claims something else.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from workshop.files import read_notebook

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = tomllib.loads((Path(__file__).parent / "promises.toml").read_text(encoding="utf-8"))
EARNED, NOTED = "figure", "note"
"""What the reports of tests call a figure, and a word on how it was measured. Both travel in them, since
tests run in several processes."""


def claimed(key: str, text: str) -> list[int]:
    """The numbers that a text claims for a figure."""
    form = re.escape(SENTENCES[key]).replace(r"\{n\}", "([0-9,]+)")
    return [int(number.replace(",", "")) for number in re.findall(form, text)]


def is_earned(key: str, number: int, value: int) -> bool:
    """Whether a page may claim that number: the very value, less for “more than”, or no less for “at most”."""
    if "at most {n}" in SENTENCES[key]:
        return number >= value
    return number < value if "ore than {n}" in SENTENCES[key] else number == value


def promise_of(path: Path) -> str:
    """The section of the README that makes promises, or the prose of a notebook."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return re.search(r"\n## What we promise\n(.*?)(?=\n## )", text, re.DOTALL)[1]
    return "\n".join("".join(cell["source"]) for cell in read_notebook(path)["cells"])


PAGES = (ROOT / "README.md", ROOT / "notebooks" / "07_about_this_kit.ipynb")
"""Where promises stand."""


@pytest.fixture
def figure(request):
    """Records a figure, and holds the promise pages to it."""

    def measured(key: str, value: int) -> None:
        request.node.user_properties.append((EARNED, [key, value]))
        for page in PAGES:
            (number,) = claimed(key, promise_of(page))
            assert is_earned(key, number, value), (
                f"{page.name} claims {number}, and we measured {value}: {key}"
            )

    return measured


@pytest.fixture
def note(request):
    """Says at the end of a run how something was measured."""
    return lambda about, line: request.node.user_properties.append((NOTED, (about, line)))


def pytest_terminal_summary(terminalreporter) -> None:
    """Show the figures that this run has earned, and how."""
    reports = [report for told in terminalreporter.stats.values() for report in told]
    told = [tuple(one) for report in reports for one in getattr(report, "user_properties", ())]
    figures = {tuple(what) for name, what in told if name == EARNED}
    notes = dict(what for name, what in told if name == NOTED)
    if figures or notes:
        terminalreporter.section("figures of the promise pages")
    for key, value in sorted(figures):
        said = SENTENCES[key].replace("more than ", "").replace("at most ", "").format(n=f"{value:,}")
        terminalreporter.line(f"{key} = {value}: {said}")
    for about, line in notes.items():
        terminalreporter.line(f"{about}: {line}")

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
EARNED = pytest.StashKey[dict[str, int]]()


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
        request.config.stash.setdefault(EARNED, {})[key] = value
        for page in PAGES:
            (number,) = claimed(key, promise_of(page))
            assert is_earned(key, number, value), (
                f"{page.name} claims {number}, and we measured {value}: {key}"
            )

    return measured


def pytest_terminal_summary(terminalreporter, config) -> None:
    """Show the figures that this run has earned."""
    earned = config.stash.get(EARNED, {})
    if earned:
        terminalreporter.section("figures of the promise pages")
        for key, value in sorted(earned.items()):
            said = SENTENCES[key].replace("more than ", "").replace("at most ", "").format(n=f"{value:,}")
            terminalreporter.line(f"{key} = {value}: {said}")

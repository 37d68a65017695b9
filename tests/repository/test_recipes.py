"""The recipes of CONTRIBUTING.md, followed: an exercise in one file, a topic in one file, and both keep the promises."""

from __future__ import annotations

import json
import re
import sys

import pytest
from conftest import ROOT, TODAY, TOPIC

import exercises
from exercises import library
from workshop.command import main
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def kind_word(tmp_path, monkeypatch):
    """The exercise of the recipe, put where exercises are found."""
    name, code = re.search(
        r"<!-- a new exercise: exercises/library/(\w+)\.py -->\n```python\n(.*?)```", TEXT, re.DOTALL
    ).groups()
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(library, "__path__", [*library.__path__, str(folder)])
    yield exercises.load(name)
    sys.modules.pop(f"exercises.library.{name}")


@pytest.fixture
def kind_topic(kind_word, tmp_path):
    """The topic of the recipe: a copy of another topic with other words, refreshed."""
    rows = re.findall(r"^\| `(\w+)` \| (?:`(\w+)`)? ?\| (.+) \|$", TEXT, re.MULTILINE)
    model = read_notebook(TOPIC)
    assert [row[0] for row in rows] == [cell["id"] for cell in model["cells"]]
    assert [[row[1]] if row[1] else [] for row in rows] == [
        cell["metadata"].get("tags", []) for cell in model["cells"]
    ]
    for cell in model["cells"]:
        if cell["id"] == "exercise":
            cell["source"] = [f'from workshop import show; show("{kind_word.id}")']
    path = tmp_path / "x1_kind_word.ipynb"
    path.write_text(json.dumps(model), encoding="utf-8")
    assert main(["refresh", str(path)]) == 0
    return path


def test_the_exercise_is_found_plays_and_prints(kind_word):
    assert kind_word.id in exercises.names()
    assert kind_word.respond({"kind_words": "thank you"})["parts"][1]["value"] == "thank you"
    assert kind_word.worksheet()["title"] == "Kind word"
    assert kind_word.goal.startswith("This sheet helps you ")


def test_the_topic_prints_on_two_sides(kind_topic, poppler):
    from paper import pages_of

    pages = pages_of(print_notebook(read_notebook(kind_topic), kind_topic, "participant", Group(), TODAY).pdf)
    assert len(pages) == 2
    assert "Which kind word will you give away this week?" in pages[1]
    assert "kind word" not in pages[0].lower()

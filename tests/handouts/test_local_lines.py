"""The group's own help lines: on the closing's sheet and board, with whether they were checked, and never too many."""

from __future__ import annotations

from datetime import date

import page
import pytest
from conftest import TODAY
from paper import pages_of

import exercises
from exercises.setting import Setting
from workshop.files import NOTEBOOKS, read_notebook
from workshop.group import Group, LocalLine
from workshop.local import on_screen
from workshop.printing import print_notebook

CLOSING = NOTEBOOKS / "02_closing.ipynb"
CHECKED = LocalLine("Harbor House", "Ring the bell at the dock.", date(2026, 11, 2))
UNCHECKED = LocalLine("Open Door", "Ask for Kim at the desk.")


def closing(*lines, paper="letter"):
    group = Group(local=lines, paper=paper)
    return print_notebook(read_notebook(CLOSING), CLOSING, "participant", group, TODAY).pdf


def test_the_closing_has_a_line_with_its_day_or_a_blank_for_it(poppler):
    assert "Harbor House Ring the bell at the dock. Checked on November 2, 2026." in pages_of(
        closing(CHECKED)
    )[1].replace("  ", " ")
    unchecked = pages_of(closing(UNCHECKED))[1]
    assert "Open Door Ask for Kim at the desk. Checked on" in unchecked
    assert "2026." not in unchecked.partition("Open Door")[2].partition("Remember")[0]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("letters", [10, 80])
def test_no_number_of_lines_makes_a_third_side(paper, letters, poppler):
    many = [LocalLine(f"Place {n:02} {'m' * (letters - 9)}", "w " * (letters // 2)) for n in range(12)]
    made = closing(*many, paper=paper)
    _read, write = pages_of(made)
    assert "Place 00" in write or letters == 80
    assert "Place 11" not in write
    assert page.validate_pdf_bytes(made, profile="ua1").is_compliant


def test_the_board_has_them_all():
    setting = Setting(local=on_screen(Group(local=(CHECKED, UNCHECKED))))
    leaving = exercises.load("leaving")
    (shown,) = leaving.respond({"step": len(leaving.steps) - 1}, setting)["parts"]
    assert shown["lines"] == [
        ["Harbor House", "Ring the bell at the dock. Checked on November 2, 2026."],
        ["Open Door", "Ask for Kim at the desk. Nobody has checked this yet."],
    ]


def test_what_a_notebook_stores_names_no_place():
    assert "local" in exercises.load("leaving").worksheet()["sheet"][1]["items"][0]["ids"]
    assert "Harbor House" not in CLOSING.read_text(encoding="utf-8")

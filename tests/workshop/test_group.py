"""The group's file: optional, and every mistake in it gets one sentence that says what would be right."""

from __future__ import annotations

from datetime import date

import pytest

from workshop.errors import KitError
from workshop.group import Group, load_group


def test_without_a_file_the_usual_group(tmp_path):
    assert load_group(tmp_path) == Group()


def test_what_the_file_says_counts(tmp_path):
    (tmp_path / "my_group.toml").write_text('paper = "a4"\npeople = 5\nchecked_on = 2026-11-20\n')
    assert load_group(tmp_path) == Group(paper="a4", people=5, checked_on=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('paper = "A5"', "“paper” must be “letter” or “a4”"),
        ("paper = []", "“paper” must be “letter” or “a4”"),
        ("people = 31", "“people” must be a number from 2 to 12"),
        ("people = true", "“people” must be a number from 2 to 12"),
        ('checked_on = "yesterday"', "“checked_on” must be a day, like 2026-11-20"),
        ("checked_on = 2026-11-20T10:00:00", "“checked_on” must be a day"),
        ('country = "United States"', "“country” must be two capital letters"),
        ('contry = "US"', "a line “contry” that the kit does not know"),
        ('safer = "yes"', "“safer” must be true or false"),
        ("paper = ", "cannot be read"),
    ],
)
def test_a_mistake_gets_one_sentence(tmp_path, text, said):
    (tmp_path / "my_group.toml").write_text(text)
    with pytest.raises(KitError, match=said):
        load_group(tmp_path)

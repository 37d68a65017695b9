"""Help lines: one place for every number, checked, dated, and blank where a country is not filled in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import KitError
from workshop.files import all_notebooks, read_notebook
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import FILE, digits, lines_for
from workshop.printing import print_notebook

US = lines_for("US")


@pytest.fixture
def changed(tmp_path):
    """A copy of the file with one thing changed."""

    def make(old, new):
        text = FILE.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "lines.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return make


def test_the_lines_of_every_page_are_there():
    assert {"emergency", "crisis", "treatment", "local_help"} <= set(US.known)
    assert US.box() == (
        "In danger: call **911**.",
        "Call or text **988** any time.",
        "Find treatment: **FindTreatment.gov**.",
    )


def test_every_line_says_where_it_comes_from():
    for line in US.known.values():
        assert line.source
        assert line.confidence in {"high", "medium"}
        assert line.how()


def test_letters_match_digits():
    assert digits("1-SAFE-A") == digits("1-7233-2") == "172332"
    spelled = [line for line in US.known.values() if line.spelled]
    assert spelled
    for line in spelled:
        assert digits(line.spelled) == digits(line.call)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("-SAFE", "-SAVE", "letters that match"),
        ("-7233", "-7234", "letters that match"),
        ('call = "911"', 'call = "nine"', "digits and hyphens"),
        ('"\ntext_word = "HOME"', ' HOME"', "digits and hyphens"),
        ('confidence = "high"', 'confidence = "sure"', "confidence"),
        ('source = "Field guide 2.1"', 'source = ""', "a name and a source"),
        ('country = "US"', 'country = "usa"', "two capital letters"),
        ('hours = "24/7"', 'hours = "always"', "hours"),
        ('web = "FindTreatment.gov"', 'web = "https://FindTreatment.gov"', "a website"),
        ('id = "crisis"', 'id = "emergency"', "twice"),
        ("[[line]]", "[[line", "cannot be read"),
        ('listed = "2026-11"', 'listed = "soon"', "cannot be read"),
        ('name = "Emergency"', 'nam = "Emergency"', "cannot be read"),
    ],
)
def test_a_wrong_line_is_refused(changed, old, new, why):
    with pytest.raises(KitError, match=why):
        lines_for("US", path=changed(old, new))


def test_a_country_that_is_not_filled_in_has_blanks():
    nowhere = lines_for("NZ")
    assert nowhere.known == {}
    assert nowhere.box()[0] == "In danger: call **________**."
    assert fill("call {line:crisis}", nowhere) == "call ________"


def test_no_number_of_another_country_is_printed(poppler):
    from paper import pages_of

    for path in all_notebooks():
        made = print_notebook(read_notebook(path), path, "guide", Group(country="NZ"), TODAY)
        text = " ".join(pages_of(made.pdf))
        assert "In danger: call ________." in text
        for number in (*map(US.short, US.known), "1-800", "FindTreatment"):
            assert number not in text, f"{number} in {path.name}"


@given(days=st.integers(0, 900), checked=st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2027, 6, 1))))
def test_the_date_line_asks_for_a_check_after_180_days(days, checked):
    lines = replace(US, checked_on=checked)
    newest = max(US.listed, checked) if checked else US.listed
    line = lines.date_line(newest + timedelta(days=days))
    assert line.startswith("Check these numbers. ") == (days > 180)
    assert ("Checked on" in line) == (checked is not None and checked >= US.listed)


def test_the_date_line_in_words():
    assert US.date_line(TODAY) == "Listed November 2026."
    assert replace(US, checked_on=date(2026, 12, 2)).date_line(TODAY) == "Checked on December 2, 2026."
    assert US.date_line(date(2027, 7, 1)) == "Check these numbers. Listed November 2026."


def test_fill_reaches_into_every_kind_of_data(exercise):
    filled = str(fill(exercise, US)) + str(fill(exercise.worksheet(), US))
    assert not re.search(r"\{(line|person|about):", filled)
    assert fill({"a": ["{line:local_help}", 3, None]}, US) == {"a": ["211", 3, None]}
    assert fill("{person:rosa}: {about:rosa}", US).startswith("Rosa: Rosa works")

"""Help lines: one place for every number, checked, dated, and blank where a country is not filled in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from conftest import ROOT, TODAY
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
    assert digits("1-800-799-SAFE") == digits("1-800-799-7233") == "18007997233"
    spelled = [line for line in US.known.values() if line.spelled]
    assert spelled
    for line in spelled:
        assert digits(line.spelled) == digits(line.call)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"1-800-799-SAFE"', '"1-800-799-SAVE"', "letters that match"),
        ('"1-800-799-7233"', '"1-800-799-7234"', "letters that match"),
        ('call = "911"', 'call = "nine"', "digits and hyphens"),
        ('text = "741741"', 'text = "HOME"', "digits and hyphens"),
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
        for number in ("911", "988", "211", "741741", "1-800", "FindTreatment"):
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


def files():
    """Every file of the kit that a person or a printer reads, but not the one that holds the numbers."""
    folders = ("exercises", "handouts", "workshop", "notebooks", "benchmarks")
    for path in [*ROOT.glob("*.*"), *(one for name in folders for one in (ROOT / name).rglob("*.*"))]:
        if path.suffix in {".py", ".ipynb", ".toml", ".js", ".css", ".typ", ".md"} and path != FILE:
            yield path, path.read_text(encoding="utf-8")


def test_no_number_is_typed_anywhere_else():
    known = {digits(number) for line in US.known.values() for number in (line.call, line.text) if number}
    for path, text in files():
        for found in re.findall(r"(?<![\w.#-])\+?\d[\d -]{1,14}\d(?![\w.%-])", text):
            plain = re.sub(r"[ -]", "", found)
            assert plain not in known, f"{found} in {path.name}"
        assert not re.search(r"\b1?-?[0-9]{3}-[0-9]{3}-[0-9]{4}\b", text), path.name


def test_press_three_is_never_printed():
    for path, text in [*files(), (FILE, FILE.read_text(encoding="utf-8"))]:
        assert not re.search(r"press\s*(3|three)", text, re.IGNORECASE), path.name

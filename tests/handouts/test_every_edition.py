"""The editions: large and giant print are layouts of their own, and every page of them keeps the same promises."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import page
import pytest
from conftest import TODAY, TOPIC, name_of
from paper import boxes_of, pages_of, reader, shapes_of, tags_of, words_of

import handouts
from handouts.contract import MIME
from workshop.editions import Edition, all_editions
from workshop.files import read_notebook
from workshop.group import PAPERS, Group
from workshop.printing import print_notebook, settings_for

CRISIS = "Need help now? In danger: call 911. Call or text 988 any time. Find treatment: FindTreatment.gov. Listed November 2026."
SMALLEST = {"normal": (12, 9.5), "large": (18, 18), "giant": (24, 18)}
"""Points, from the field guide, 3.2: the smallest words of a handout, and of the line at its foot."""
BODY = {"normal": 14, "large": 18, "giant": 24}
LINES = {"normal": 9, "large": 13, "giant": 13}
TICKS = {"normal": 5, "large": 8, "giant": 10}
"""Millimeters, from the same table: the least from one writing line to the next, and the least tick box."""
BLANKS = {"normal": 20, "large": 30, "giant": 40}
"""How wide the narrowest place to write on is, in millimeters."""
PEN = {"normal": 0.8, "large": 1.2, "giant": 1.6}
"""How thick a line to write on is, in points; the lines of a table are finer."""
FRAME = 40
"""How high something drawn is at least that frames words, in points."""
MOST_PAGES = {"normal": 2, "large": 4}
MM = 72 / 25.4
FOOT = re.compile(r"^(This is for learning\.|.* · Page \d+ of \d+$)")


def joined(lines):
    """Lines with the ones that go on where they end."""
    found = []
    for line in sorted(lines, key=lambda one: (round(one.bottom), one.left)):
        last = found[-1] if found else None
        if last and abs(last.bottom - line.bottom) < 1 and line.left - last.right < 1:
            found[-1] = last._replace(right=max(last.right, line.right))
        else:
            found.append(line)
    return found


def sheet_pdf(pdf, path, size, **more):
    return pdf(path, "participant", "letter", size=size, **more)


def test_keeps_every_rule_of_pdf_ua(sized, pdf):
    path, audience, paper, size = sized
    result = page.validate_pdf_bytes(pdf(path, audience, paper, size=size), profile="ua1")
    assert result.rules.total == 104
    assert [str(failure) for failure in result.failures] == []


def test_every_page_says_where_help_is_and_nothing_runs_off_it(sized, pdf, poppler):
    path, audience, paper, size = sized
    made = pdf(path, audience, paper, size=size)
    for number, text in enumerate(pages_of(made), start=1):
        assert CRISIS in text
        assert f"Page {number} of " in text
        width, height, lines = boxes_of(made, number)
        for left, top, right, bottom in lines:
            assert left >= 71
            assert right <= width - 66  # a full stop at the end of a line may hang over
            assert 64 <= top < bottom <= height - 18  # poppler counts the air above the letters


@pytest.mark.parametrize("apart", [False, True], ids=["", "page per exercise"])
@pytest.mark.parametrize("size", ["large", "giant"])
def test_no_page_is_empty_or_begins_with_a_box_alone(edition, size, apart, pdf, poppler):
    texts = pages_of(pdf(*edition, size=size, page_per_exercise=apart))
    assert not [text for text in texts if text.startswith(("Remember.", "Need help now?"))]


@pytest.mark.parametrize("paper", PAPERS)
def test_no_frame_runs_through_words(edition, paper, pdf, poppler):
    made = pdf(*edition, paper, size="giant")  # where a page holds the least
    for number, sheet in enumerate(reader(made).pages, start=1):
        frames = [shape for shape in shapes_of(sheet) if shape.high > FRAME]
        _, height, lines = boxes_of(made, number)
        edges = [(height - edge, frame) for frame in frames for edge in (frame.top, frame.bottom)]
        for left, top, right, bottom in lines:
            middle = (0.7 * top + 0.3 * bottom, 0.3 * top + 0.7 * bottom)
            crossed = [
                one for at, one in edges if middle[0] < at < middle[1] and left < one.right > one.left < right
            ]
            assert crossed == [], (number, (left, top, right, bottom))


@pytest.mark.parametrize("size", ["normal", "large", "giant"])
def test_words_are_as_big_as_the_edition_says(handout, size, pdf, poppler):
    words = words_of(sheet_pdf(pdf, handout, size))
    letters = [(high, word) for high, word in words if word.isascii()]  # signs come from other fonts
    least, foot = SMALLEST[size]
    assert min(high for high, _ in letters) >= foot - 0.2
    small = " ".join(word for high, word in letters if high < least - 0.2)
    if least == foot:
        assert small == ""
    else:  # only what stands at the foot of each page
        pages = len(reader(sheet_pdf(pdf, handout, size)).pages)
        assert small.count("This is for learning. It is not a diagnosis or treatment.") == pages
    body = [high for high, _ in letters if abs(high - BODY[size]) < 0.2]
    assert len(body) > len(letters) / 3


@pytest.mark.parametrize("size", ["normal", "large", "giant"])
def test_there_is_room_to_write_and_to_tick(worksheet_handout, size, pdf):
    made = sheet_pdf(pdf, worksheet_handout, size)
    drawn = "Figure" in tags_of(made)  # a picture may have dots of any size
    for one in reader(made).pages:
        shapes = list(shapes_of(one))
        pen = [shape for shape in shapes if abs(shape.high - PEN[size]) < 0.05 and shape.wide > 40]
        lines = sorted({round(shape.bottom) for shape in pen})  # two blanks may stand on one line
        assert all(above - below >= LINES[size] * MM - 1 for below, above in itertools.pairwise(lines)), lines
        for line in joined(
            shape for shape in shapes if abs(shape.high - PEN[size]) < 0.05 and shape.wide > 2
        ):
            assert line.wide >= BLANKS[size] * MM, line
        for shape in shapes:
            if abs(shape.wide - shape.high) < 0.5 and 8 < shape.wide < 40 and not drawn:
                assert shape.wide >= TICKS[size] * MM


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", MOST_PAGES)
def test_takes_few_pages(handout, size, paper, pdf):
    assert len(reader(pdf(handout, "participant", paper, size=size)).pages) <= MOST_PAGES[size]


@pytest.mark.parametrize("size", ["large", "giant"])
def test_no_word_is_lost_where_a_table_turns_or_becomes_a_list(handout, size, pdf, poppler):
    usual, big = (" ".join(pages_of(sheet_pdf(pdf, handout, one))) for one in ("normal", size))
    letters = "".join(filter(str.isalnum, big))
    assert {word for word in re.findall(r"[^\W_]+", usual) if word not in letters} == set()


def test_headings_are_bigger_than_the_words(handout, pdf, poppler):
    for size, least in (("large", 22), ("giant", 28)):
        assert max(high for high, _ in words_of(sheet_pdf(pdf, handout, size))) >= least


def sections(items):
    """How many sections the parts of a worksheet hold."""
    return sum(
        (one["kind"] == "section") + sections(one.get("left", [])) + sections(one.get("right", []))
        for one in items
    )


def test_a_page_per_exercise(worksheet_handout, pdf, poppler):
    (stored,) = (
        out["data"][MIME]
        for cell in read_notebook(worksheet_handout)["cells"]
        for out in cell.get("outputs", [])
    )
    made = pdf(worksheet_handout, "participant", "letter", page_per_exercise=True)
    assert [str(one) for one in page.validate_pdf_bytes(made, profile="ua1").failures] == []
    first = stored["sheet"][0]["kind"] in ("section", "beside") and sections(stored["sheet"][:1]) > 0
    assert len(reader(made).pages) == 1 + max(1, sections(stored["sheet"]) + (not first))
    heads = tags_of(made).count("H3")
    assert heads == sections(stored["sheet"])


def test_each_script_of_a_guide_has_pages_of_its_own(topic, pdf, poppler):
    pages = pages_of(pdf(topic, "guide", "letter", page_per_exercise=True), "-raw")
    (begins,) = (place for place, text in enumerate(pages) if "Run the exercise:" in text)
    assert pages[begins].startswith("Run the exercise:")


HEBREW = {
    "cells": [
        {"cell_type": "markdown", "source": "# שלום לכולם\n\nברוכים הבאים.\n\n> **זכרו.** אפשר לדלג."},
        {"cell_type": "markdown", "source": "| אחת | שתיים |\n|---|---|\n| שלוש | ארבע |"},
    ]
}


def hebrew(**layout):
    settings = settings_for(Path("shalom.ipynb"), "participant", Group(), TODAY, **layout)
    return handouts.handout(HEBREW, handouts.Settings(**{**vars(settings), "language": "he"})).pdf


@pytest.mark.parametrize("size", ["normal", "large"])
def test_hebrew_reads_from_right_to_left_by_itself(size, poppler):
    made = hebrew(size=size)
    assert [str(one) for one in page.validate_pdf_bytes(made, profile="ua1").failures] == []
    assert reader(made).trailer["/Root"]["/Lang"] == "he"
    width, _, lines = boxes_of(made, 1)
    margin = 25.4 * MM
    assert abs(lines[0][2] - (width - margin)) < 2
    bars = [shape for shape in shapes_of(reader(made).pages[0]) if shape.wide < 5 and shape.high > 20]
    assert bars
    assert all(shape.left > width / 2 for shape in bars), "the stroke stands where lines begin"


def test_the_direction_can_be_said(poppler):
    def first_line(made):
        width, _, lines = boxes_of(made, 1)
        return lines[0][0], width - lines[0][2]

    left, right = first_line(hebrew(rtl=False))
    assert left < 80 < right
    latin = print_notebook(read_notebook(TOPIC), TOPIC, "participant", Group(), TODAY, rtl=True).pdf
    left, right = first_line(latin)
    assert right < 80 < left


def test_editions_have_names_of_their_own():
    editions = all_editions(tuple(PAPERS))
    assert len(editions) == 2 * 3 * 2 * 2 * 2
    assert len({one.ending("letter") for one in editions}) == len(editions)
    assert Edition().ending("letter") == ".handout.pdf"
    assert Edition(size="large").ending("letter") == ".large.pdf"
    assert Edition(size="large", paper="a4", page_per_exercise=True).ending("letter") == ".pages.a4.large.pdf"
    assert Edition(size="large", fillable=True).ending("letter") == ".large_fillable.pdf"
    assert Edition(paper="a4").ending("a4") == ".handout.pdf"


def test_the_names_of_cases_tell_them_apart():
    assert name_of((TOPIC, "guide", "a4", "large")) == f"{TOPIC.stem}-guide-a4-large"

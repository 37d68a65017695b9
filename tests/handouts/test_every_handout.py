"""The promises that every printed page keeps: found by the notebooks being there."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

import page
import pytest
from conftest import TODAY
from paper import boxes_of, elements_of, pages_of, reader, tags_of

from handouts.contract import MIME
from workshop.files import read_notebook
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_notebook

CRISIS = "Need help now? In danger: call 911. Call or text 988 any time. Find treatment: FindTreatment.gov. Listed November 2026."
NOT_A_DIAGNOSIS = "This is for learning. It is not a diagnosis or treatment."
OPT_OUT = "You can skip any part. You do not have to share it."


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_keeps_every_rule_of_pdf_ua(edition, paper, pdf):
    result = page.validate_pdf_bytes(pdf(*edition, paper), profile="ua1")
    assert result.rules.total == 104
    assert [str(failure) for failure in result.failures] == []


def test_has_a_title_a_language_and_no_date(edition, pdf):
    made = reader(pdf(*edition))
    assert made.metadata.title
    assert made.trailer["/Root"]["/Lang"] == "en"
    assert made.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata.creation_date_raw is None or "2026" not in str(made.metadata.creation_date_raw)


def test_headings_start_at_one_and_never_skip(edition, pdf):
    levels = [int(tag[1:]) for tag in tags_of(pdf(*edition)) if tag[0] == "H" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_long_documents_have_bookmarks(notebook, pdf):
    guide = reader(pdf(notebook, "guide"))
    assert len(guide.pages) <= 3 or len(guide.outline) > 1


def test_every_picture_has_a_description(edition, pdf):
    figures = [element for element in elements_of(pdf(*edition)) if element["/S"] == "/Figure"]
    stored = [
        out["data"][MIME] for cell in read_notebook(edition[0])["cells"] for out in cell.get("outputs", [])
    ]
    drawn = [alt for sheet in stored for alt in descriptions(sheet["sheet"])]
    assert [str(figure["/Alt"]) for figure in figures] == drawn


def descriptions(part):
    """What is said about each picture in a part of a worksheet, in the order in which they print."""
    if isinstance(part, list):
        return [alt for one in part for alt in descriptions(one)]
    if not isinstance(part, dict):
        return []
    return (
        [part["alt"]]
        if part.get("kind") == "picture"
        else [alt for one in part.values() for alt in descriptions(one)]
    )


def test_every_table_has_headings(edition, pdf):
    tags = tags_of(pdf(*edition))
    assert tags.count("Table") <= tags.count("TH")


def test_every_page_says_where_help_is(edition, pdf, poppler):
    pages = pages_of(pdf(*edition))
    title = reader(pdf(*edition)).metadata.title
    for number, text in enumerate(pages, start=1):
        assert CRISIS in text
        assert NOT_A_DIAGNOSIS in text
        assert f"{title} · Page {number} of {len(pages)}" in text
    assert edition[1] == "guide" or any(OPT_OUT in text for text in pages)


def test_the_crisis_box_is_part_of_the_text_right_after_the_title(handout, pdf, poppler):
    first = pages_of(pdf(handout), "-raw")[0]
    assert first.index("Need help now?") > 0
    assert "H1" in tags_of(pdf(handout))[:6]


def test_nothing_runs_off_the_page(edition, pdf, poppler):
    made = pdf(*edition)
    for number in range(1, len(reader(made).pages) + 1):
        width, height, lines = boxes_of(made, number)
        for left, top, right, bottom in lines:
            assert left >= 56
            assert right <= width - 42
            assert 36 <= top < bottom <= height - 18


def test_no_page_begins_with_a_box_alone(edition, pdf, poppler):
    assert not [text for text in pages_of(pdf(*edition)) if text.startswith("Remember.")]


def test_fits_two_sides(handout, pdf):
    assert len(reader(pdf(handout)).pages) <= 2
    assert len(reader(pdf(handout, "participant", "a4")).pages) <= 2


def test_one_side_to_read_and_one_to_write_on(worksheet_handout, pdf, poppler):
    read, write = pages_of(pdf(worksheet_handout))
    assert "This handout helps you" in read
    assert "This sheet helps you" in write
    assert "This sheet helps you" not in read
    assert "One small thing I will try:" in write


def test_half_of_a_worksheet_is_room_to_write(topic, pdf, poppler):
    width, height, lines = boxes_of(pdf(topic), 2)
    live = (width - 72 - 57) * (height - 48 - 94)
    body = [line for line in lines if line[3] < height - 94]
    text = sum((right - left) * (bottom - top) for left, top, right, bottom in body)
    assert text / live < 0.5


def test_fonts_are_in_the_file_and_small(edition, pdf):
    for sheet in reader(pdf(*edition)).pages:
        for font in sheet["/Resources"].get("/Font", {}).values():
            below = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in below or "/FontFile3" in below
    assert len(pdf(*edition)) < 500_000


def test_the_same_bytes_every_time(edition, pdf):
    notebook, audience = edition
    again = print_notebook(read_notebook(notebook), notebook, audience, Group(), TODAY).pdf
    assert hashlib.sha256(again).digest() == hashlib.sha256(pdf(*edition)).digest()


def letters(pdf):
    """The letters and digits of a PDF in reading order, without what stands at the foot of every page."""
    found = ""
    for text in pages_of(pdf, "-raw"):
        foot = text.find(NOT_A_DIAGNOSIS)
        found += text[:foot].replace(CRISIS, "")
    return "".join(filter(str.isalnum, found))


def test_scripts_and_answers_are_for_the_facilitator_only(exercise, poppler):
    """Looked up in the handout and the guide of a notebook that shows this exercise and nothing else."""
    cell = {"cell_type": "code", "outputs": [{"data": {MIME: exercise.worksheet()}}]}
    alone = {"cells": [{"cell_type": "markdown", "source": "# Alone"}, cell]}
    handout, guide = (
        letters(print_notebook(alone, Path("alone.ipynb"), audience, Group(), TODAY).pdf)
        for audience in ("participant", "guide")
    )
    steps = exercise.worksheet()["steps"]
    secrets = [
        *(line for step in exercise.steps for line in (*step.watch_for, step.if_short)),
        *(
            row[-1]
            for step in steps
            for one in step["answers"]
            if one["kind"] == "sort"
            for row in one["rows"]
        ),
        *exercise.cautions,
        *exercise.safer.notes,
        exercise.evidence,
    ]
    for secret in secrets:
        plain = "".join(filter(str.isalnum, fill(secret, lines_for("US"))))
        assert plain in guide, secret
        assert plain not in handout, secret
    assert "".join(filter(str.isalnum, fill(exercise.remember, lines_for("US")))) in handout

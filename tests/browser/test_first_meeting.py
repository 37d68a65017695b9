"""The page “Your first meeting”: one side, names that are on the screen, and pictures of it as it is today."""

from __future__ import annotations

from datetime import date

import page as checker
import pytest
from browser.conftest import PICTURES
from browser.first_meeting import MARK, Clip, names, photograph, section, sheet
from browser.led import led, to_the_board
from meeting import held
from paper import boxes_of, elements_of, pages_of, reader

from workshop.words import words

TOPIC = "a_why_relationships_matter/a3_load_and_lift.ipynb"
CLIPS = {
    "bar": Clip(0, 0, 1280, 60, on_paper=170),
    "board": Clip(40, 141, 1205, 494, on_paper=120.6),
    "more": Clip(893, 0, 372, 380, on_paper=48.4),
}
"""What is shown, of a screen of 1280 by 720."""


@pytest.fixture(scope="module")
def screen(tmp_path_factory, chromium):
    """The pictures by name, and what stands on the buttons of the bar."""
    with held(tmp_path_factory.mktemp("first"), "a3") as meeting, led(meeting, chromium, TOPIC) as page:
        page.locator(".gc-more > summary").click()
        buttons = page.locator(".gc-bar :is(button, summary)").all_inner_texts()
        taken = {"more": photograph(page, CLIPS["more"])}
        page.locator(".gc-more > summary").click()
        to_the_board(page)
        return taken | {name: photograph(page, CLIPS[name]) for name in ("bar", "board")}, buttons


@pytest.fixture(scope="module")
def pdf(screen):
    """The page, made anew; it is kept beside the other pictures, so that people can look at it and print it."""
    made = sheet(screen[0], date.today())  # noqa: DTZ011 - it is printed for today
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "your_first_meeting.pdf").write_bytes(made)
    return made


def test_what_it_names_is_on_the_screen(screen):
    buttons = {said.partition(":")[0] for said in screen[1]}
    assert names("Lead") - {words()["shortcut"]["name"]} <= buttons
    assert words()["lab"]["end"] in names("Pack up") <= buttons


def test_it_is_one_side_with_every_step(pdf, poppler):
    (text,) = pages_of(pdf)
    assert all(f" {step}. " in text for step in range(1, 12))
    width, height, lines = boxes_of(pdf, 1)
    for left, top, right, bottom in lines:
        assert 56 <= left < right <= width - 42
        assert 36 <= top < bottom <= height - 18


def test_it_keeps_every_rule_of_pdf_ua(pdf):
    assert reader(pdf).metadata.title == "Your first meeting · guide"
    found = checker.validate_pdf_bytes(pdf, profile="ua1")
    assert found.rules.total == 104
    assert [str(failure) for failure in found.failures] == []


def test_every_picture_is_there_with_its_description(pdf):
    marked = dict(MARK.findall(section()))
    assert set(marked) == set(CLIPS)
    figures = [str(one["/Alt"]) for one in elements_of(pdf) if one["/S"] == "/Figure"]
    assert figures == list(marked.values())

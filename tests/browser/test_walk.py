"""A walk through each board: every step is reached and is for everybody, and words stay off the disk."""

from __future__ import annotations

from conftest import CASES

from handouts import for_facilitator
from workshop.files import NOTEBOOKS, read_notebook
from workshop.words import words

WORDS = words()["board"]
TOPIC = NOTEBOOKS / "a_why_relationships_matter" / "a3_load_and_lift.ipynb"
USE = {
    "range": "ArrowRight",
    "select-one": "ArrowDown",
    "checkbox": "Space",
    "text": "k",
    "textarea": "k",
    "summary": "Enter",
}
"""The key that changes each kind of control."""
FOCUSED = """() => {
  const node = document.activeElement;
  const look = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return {
    ours: Boolean(node.closest(".gc-board")),
    name: (node.getAttribute("aria-label") ?? node.labels?.[0]?.innerText ?? node.innerText).trim(),
    kind: node.type ?? node.localName,
    state: String(node.matches("[type=checkbox]") ? node.checked : node.value ?? node.parentElement.open),
    seen: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
STOPS = """() => [...document.querySelectorAll(".gc-board :is(button, input, select, textarea, summary)")]
  .filter((node) => node.checkVisibility() && !node.closest(".gc-notok, .gc-clear")).length"""


def test_every_step_is_reached_and_every_control_is_labelled(board, walked):
    seen = walked(board)
    assert len(seen.steps) == len(set(seen.steps)) >= 1
    alone = for_facilitator(read_notebook(board))  # then the words are not the group's
    assert alone or all(WORDS["group_words"] in said for said in seen.helped)
    for check in ("unlabelled", "remembered", "small", "trouble"):
        assert seen.found[check] == [], check


def test_axe_finds_nothing_at_any_step_in_light_and_in_dark(board, walked):
    assert walked(board).found["axe"] == []


def test_nothing_is_cut_off_at_any_width(board, walked):
    assert walked(board).found["cut_off"] == []


def test_the_focus_can_be_seen_on_every_control(board, walked):
    assert walked(board).found["unseen_focus"] == []


def test_what_is_typed_into_any_exercise_stays_off_the_disk(lab, walked, secret, figure):
    boards = CASES["board"]()
    typed = [(board, name) for board in boards for name in walked(board).typed]  # and the board is saved
    figure("fields_typed", len(typed))
    figure("words_found", len(lab.place.found(secret)))
    for board in boards:
        assert (lab.work / board.relative_to(NOTEBOOKS)).read_bytes() == board.read_bytes()


def test_one_whole_topic_with_the_keyboard_alone(opened):
    with opened(TOPIC) as page:
        used = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate(FOCUSED)["ours"]:
                break
        while True:
            step = page.locator(".gc-board h3").inner_text()
            last = page.locator(".gc-board nav .gc-main").count() == 0
            stops = tab_to(page, WORDS["back"] if last else "Next: ", used)
            assert len(stops) == page.evaluate(STOPS), stops
            if last:
                break
            page.keyboard.press("Enter")
            page.wait_for_function(
                "step => document.querySelector('.gc-board h3').innerText !== step", arg=step
            )
            page.keyboard.press("Tab")  # the new heading has the focus, so that a screen reader says it
        assert used >= {"range", "select-one", "textarea"}
        tab_to(page, WORDS["clear"])
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUSED)["name"] == WORDS["back"]
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate(FOCUSED)["name"] == WORDS["clear_no"]
        tab_to(page, WORDS["clear_yes"])
        page.keyboard.press("Space")
        page.get_by_text(WORDS["cleared"]).wait_for()
        assert page.evaluate(FOCUSED)["kind"] == "h3"


def tab_to(page, name, used=None):
    """Press Tab up to the control of this name; the stops on the way, each seen, each kind tried out once."""
    stops = []
    while True:
        here = page.evaluate(FOCUSED)
        assert here["ours"], f"The way to {name} leaves the board after {stops}"
        assert here["seen"], here
        stops.append(here["name"])
        if here["name"].startswith(name):
            return stops
        if used is not None and here["kind"] in USE.keys() - used:
            used.add(here["kind"])
            page.keyboard.press(USE[here["kind"]])
            assert page.evaluate(FOCUSED)["state"] != here["state"], here
        page.keyboard.press("Tab")

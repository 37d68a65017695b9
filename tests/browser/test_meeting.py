"""A meeting led from `workshop open`: calm and by itself. What goes wrong in one: test_evening.py."""

from __future__ import annotations

import json
import urllib.request

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser.conftest import PICTURES
from browser.led import came, led, press, to_the_board
from meeting import gone, held

from workshop.files import NOTEBOOKS, read_notebook
from workshop.words import words

WORDS = words()["lab"]
BOARD = words()["board"]
A4 = "a_why_relationships_matter/a4_bounce_back_line.ipynb"
A1 = "a_why_relationships_matter/a1_support_rings.ipynb"
COMPUTER = """() => [...document.querySelectorAll(
  '.jp-InputPrompt, .jp-OutputPrompt, .jp-CodeCell .jp-Cell-inputWrapper, .jp-Toolbar, #jp-menu-panel, .jp-SideBar, #jp-main-statusbar, .jp-Notebook-footer')]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.offsetWidth > 0 && node.offsetHeight > 0).map((node) => node.className)"""
SIDEWAYS = """() => [document.documentElement, document.querySelector('.jp-WindowedPanel-outer'), document.querySelector('.gc-bar')]
  .map((node) => node.scrollWidth - node.clientWidth)"""


@pytest.fixture(scope="module")
def meeting(tmp_path_factory):
    with held(tmp_path_factory.mktemp("meeting")) as running:
        yield running


def test_every_notebook_opens_by_itself_with_nothing_of_a_computer_in_sight(notebook, meeting, chromium):
    name = notebook.relative_to(NOTEBOOKS).as_posix()
    with led(meeting, chromium, name) as page:
        seen = []
        while True:
            assert page.evaluate(COMPUTER) == []
            assert page.locator(".jp-Cell.gc-here").count() == 1
            for width in (320, 640, 1280):
                page.set_viewport_size({"width": width, "height": 720})
                page.wait_for_timeout(60)
                assert max(page.evaluate(SIDEWAYS)) <= 0, (width, page.evaluate(SIDEWAYS))
            assert page.evaluate("() => document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0
            seen.append(page.locator(".gc-where").inner_text())
            page.screenshot(path=PICTURES / f"led-{notebook.stem}-{len(seen)}.png")
            if page.locator(".gc-board").is_visible():
                answers_a_click_and_a_key(page)
            following = page.locator(".gc-bar .gc-on:not([disabled])")
            if following.count() == 0:
                break
            following.click()
        cells = read_notebook(notebook)["cells"]
        private = [cell for cell in cells if "facilitator" in cell["metadata"].get("tags", [])]
        assert len(seen) == len(set(seen)) == (len(cells) - len(private) or len(cells))
        assert page.trouble == []


def answers_a_click_and_a_key(page):
    """The board goes on by a real key and back by a real click; a board of one step asks and is told no."""
    board = page.locator(".gc-board")
    heading = "name => document.querySelector('.gc-board h3').innerText === name"
    first, further = board.locator("h3").inner_text(), board.locator("nav .gc-main")
    if further.count():
        name = further.inner_text().removeprefix(BOARD["next_step"].partition("{")[0])
        further.press("Enter")
        page.wait_for_function(heading, arg=name)
        board.locator("nav .gc-quiet").click()
        page.wait_for_function(heading, arg=first)
    else:
        board.get_by_role("button", name=BOARD["clear"]).press("Enter")
        board.get_by_role("button", name=BOARD["clear_no"]).click()
        board.get_by_role("button", name=BOARD["clear"]).wait_for()


def test_the_bar_and_its_windows_are_for_everybody(meeting, chromium):
    with led(meeting, chromium, A1) as page:
        page.evaluate(AXE_SCRIPT)

        def faults(where):
            rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
            found = page.evaluate("([where, rules]) => axe.run(where, { runOnly: rules })", [where, rules])
            return [(one["id"], one["nodes"][0]["html"][:120]) for one in found["violations"]]

        page.locator(".gc-more > summary").click()
        assert faults(".gc-bar") == []
        for label, opener in (
            (BOARD["not_ok"], lambda: page.locator(".gc-help-now").press("Enter")),
            (WORDS["topics"], lambda: press(page, WORDS["topics"])),
            (WORDS["start_again"], lambda: press(page, WORDS["start_again"])),
        ):
            page.mouse.click(400, 400)
            opener()
            assert page.locator("dialog h2").inner_text() == label
            page.evaluate(
                "() => document.querySelectorAll('dialog details').forEach((one) => { one.open = true; })"
            )
            assert faults("dialog") == []
            page.keyboard.press("Escape")
            page.locator("dialog").wait_for(state="detached")


def test_the_list_stands_on_the_screen_at_any_width(meeting, chromium):
    with led(meeting, chromium, A1) as page:
        page.locator(".gc-more > summary").click()
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 720})
            for entry in page.locator(".gc-more button").all():
                box = entry.bounding_box()
                assert min(box["x"], width - box["x"] - box["width"]) >= 0, (width, box)


def test_someone_is_not_ok_is_one_press_away(meeting, chromium):
    with led(meeting, chromium, "07_about_this_kit.ipynb") as page:
        page.locator(".gc-help-now").click()
        page.locator("dialog summary").first.click()
        assert "988" in page.locator("dialog").inner_text()
        assert page.get_by_role("button", name=WORDS["close"]).count() == 1


def test_notes_are_there_only_when_asked_for(meeting, chromium):
    with led(meeting, chromium, A4) as page:
        to_the_board(page)
        assert not page.locator(".gc-script").is_visible()
        press(page, WORDS["notes_on"])
        assert "Say" in page.locator(".gc-script").inner_text()
        assert page.locator(".gc-where").inner_text().startswith("4 of 7")
        page.locator(".gc-bar .gc-go").first.click()
        page.locator(".gc-bar .gc-go").first.click()
        assert "Before the group comes" in page.locator(".gc-here").inner_text()
        press(page, WORDS["notes_off"])
        assert "Before the group comes" not in page.locator(".gc-here").inner_text()


def test_words_grow_and_shrink(meeting, chromium):
    with led(meeting, chromium, A1) as page:
        size = "() => parseFloat(getComputedStyle(document.querySelector('.gc-here p')).fontSize)"
        before = page.evaluate(size)
        page.get_by_role("button", name=WORDS["bigger"]).click()
        assert page.evaluate(size) > before >= 22
        for _ in range(9):
            page.get_by_role("button", name=WORDS["smaller"]).click()
        assert 16 <= page.evaluate(size) < before


def test_a_clicker_goes_on_and_back(meeting, chromium):
    with led(meeting, chromium, A1) as page:
        page.keyboard.press("PageDown")
        page.wait_for_function("() => document.querySelector('.gc-where').innerText.startsWith('2 of')")
        page.keyboard.press("PageUp")
        page.wait_for_function("() => document.querySelector('.gc-where').innerText.startsWith('1 of')")


def test_another_topic_opens_in_the_same_window_and_words_stay(meeting, chromium):
    with led(meeting, chromium, A4) as page:
        to_the_board(page)
        page.get_by_label("What helped").first.fill("choir")
        page.wait_for_function("() => document.querySelector('.gc-count').innerText.includes('choir')")
        for title, place in (
            ("A1 Who holds you up?", "Who holds you up?"),
            ("A4 What helps people come back?", "Bounce-back line"),
        ):
            press(page, WORDS["topics"])
            page.locator("dialog").get_by_role("button", name=title).click()
            page.wait_for_function(
                "place => document.querySelector('.gc-where').innerText.includes(place)", arg=place
            )
        assert page.get_by_label("What helped").first.input_value() == "choir"


def test_start_again_asks_and_forgets_everything(meeting, chromium):
    with led(meeting, chromium, A4) as page:
        to_the_board(page)
        page.get_by_label("What happened").first.fill("okapi")
        page.wait_for_function(
            "() => document.querySelector('.gc-picture svg').textContent.includes('okapi')"
        )
        press(page, WORDS["start_again"])
        page.keyboard.press("Enter")  # the safe answer has the focus
        assert page.get_by_label("What happened").first.input_value() == "okapi"
        press(page, WORDS["start_again"])
        page.get_by_role("button", name=WORDS["start_again_yes"]).click()
        page.wait_for_function(
            "() => document.querySelector('.gc-where').innerText.startsWith('1 of')", timeout=60_000
        )
        to_the_board(page)
        page.wait_for_function("() => !document.querySelector('.gc-board').innerHTML.includes('okapi')")
        assert page.get_by_label("What happened").first.input_value() == "New job"


def test_the_handout_of_the_open_notebook_is_printed(meeting, chromium):
    with led(meeting, chromium, A1) as page:
        with page.expect_popup() as tab:
            press(page, WORDS["print"])
        address = tab.value.url
        assert address.endswith(f"nbconvert/handout/{A1}")
        with urllib.request.urlopen(f"{address}?token={meeting.token}") as answer:
            assert answer.read().startswith(b"%PDF")
        tab.value.close()


def test_a_changed_notebook_waits_and_says_so(tmp_path, chromium):
    changed = read_notebook(NOTEBOOKS / A1)
    code = next(cell for cell in changed["cells"] if cell["cell_type"] == "code")
    changed["cells"].append(
        code | {"id": "extra", "source": ["open('hit', 'w')"], "outputs": [], "execution_count": None}
    )
    (tmp_path / "mine.ipynb").write_text(json.dumps(changed), encoding="utf-8")
    with held(tmp_path, str(tmp_path / "mine.ipynb")) as own:
        page = chromium.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(own.page("mine/mine.ipynb"))
        page.get_by_text(WORDS["changed"]).wait_for(timeout=60_000)
        page.wait_for_timeout(1000)
        assert page.locator(".gc-board").count() == 0
        assert not list(own.process.memory.rglob("hit"))
        page.get_by_role("button", name=WORDS["changed_start"]).click()
        page.wait_for_selector(".gc-board", state="attached", timeout=60_000)
        page.close(run_before_unload=False)


def test_end_the_meeting_ends_it_for_good(tmp_path, chromium):
    with held(tmp_path, "a1") as own:
        page = chromium.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(own.page(A1))
        came(page, A1)
        press(page, WORDS["end"])
        page.locator("dialog").get_by_role("button", name=WORDS["end"]).click()
        page.get_by_text(WORDS["ended"]).wait_for()
        assert own.process.wait(20) == 0
        assert gone(own.process)
        page.close(run_before_unload=False)

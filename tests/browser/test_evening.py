"""The evening on which everything goes wrong: every trouble on a notebook, and a thousand stray keys and clicks.

One notebook goes through the troubles each time, and a few get some keys. `pytest -m long tests/browser/test_evening.py`
takes every notebook, each trouble for as long as it lasts in life, and all the keys; about an hour.
"""

from __future__ import annotations

import math
import shutil
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from browser.conftest import started
from browser.evening import WITHIN, Evening, instrument, save_all_the_same
from browser.led import led, press
from browser.line import line_to
from browser.stray import GUARDS, cells, harm, stray
from browser.troubles import TROUBLES, server_of, the_kernel_is_killed, the_line_is_cut, the_server_hangs
from meeting import held

from workshop.files import NOTEBOOKS, all_notebooks, read_notebook
from workshop.words import words

WORDS = words()["lab"]
SHORT = {"offline": 5, "hung": 5, "lid": 3}
LONG = {"offline": 20, "hung": 40, "lid": 30}
"""Seconds."""
SEED = 20261123
A4 = NOTEBOOKS / "a_why_relationships_matter" / "a4_bounce_back_line.ipynb"
EVENINGS = [
    pytest.param(A4, SHORT, id=f"{A4.stem}-short"),
    *[pytest.param(one, LONG, id=one.stem, marks=pytest.mark.long) for one in all_notebooks()],
]
STRAY = [
    *[
        pytest.param(one, 250, id=f"{one.stem}-{SEED}-short")
        for one in all_notebooks()
        if one.stem in {"01_opening", "a1_support_rings"}
    ],
    *[pytest.param(one, 1000, id=f"{one.stem}-{SEED}", marks=pytest.mark.long) for one in all_notebooks()],
]
AS_IT_IS = """
export const banner = () => {};
export const watch = () => {};
export const keepAsking = () => {};
export const keepCalm = () => {};
"""
"""In place of what watches over a meeting: nothing."""


@pytest.fixture(scope="module")
def meeting(tmp_path_factory):
    with held(tmp_path_factory.mktemp("evening")) as running:
        yield running


@pytest.fixture(scope="module")
def at(lab, chromium, meeting):
    """Begins an evening with a notebook, over a line that can be cut."""
    profile = str(lab.folder / "profile")
    browser = next(
        one
        for one in psutil.Process().children(recursive=True)
        if f"--user-data-dir={profile}" in one.cmdline() and "--type=" not in " ".join(one.cmdline())
    )
    with line_to(meeting.url) as line:
        over = replace(meeting, url=line.url)

        @contextmanager
        def evening(where, lasts, prepare=instrument):
            with led(over, chromium, name_of(where), prepare) as page:
                begun = Evening(page, over, name_of(where), line, browser, lasts)
                begun.get_to_work()
                yield begun

        yield evening


@pytest.fixture(scope="module")
def earned():
    """What was done, notebook by notebook: the figures of the long part are those of all notebooks together."""
    return {"troubles": Counter(), "keys": Counter(), "told_after": []}


def name_of(where):
    return where.relative_to(NOTEBOOKS).as_posix()


@pytest.mark.parametrize(("where", "lasts"), EVENINGS)
def test_whatever_goes_wrong_nothing_is_lost_and_the_page_says_so(where, lasts, at, earned, figure):
    with at(where, lasts) as evening:
        evening.lives()
        for trouble in TROUBLES:
            trouble(evening)
            earned["troubles"][where] += 1
        earned["told_after"] += evening.told_after
        figure("told_within", math.ceil(max(earned["told_after"])))


def test_without_what_watches_over_a_meeting_the_same_troubles_are_found(at):
    def unwatched(page):
        instrument(page)
        page.route("**/life.js", lambda route: route.fulfill(content_type="text/javascript", body=AS_IT_IS))

    with at(A4, SHORT, unwatched) as evening:
        for trouble, sentence in (
            (the_kernel_is_killed, "stopped"),
            (the_server_hangs, "away"),
            (the_line_is_cut, "away"),
        ):
            with pytest.raises(AssertionError, match=f"{WORDS[sentence]}: not within {WITHIN} seconds"):
                trouble(evening)
        with pytest.raises(AssertionError, match="Kernel Restarting"):
            evening.calm()


@pytest.mark.long
def test_when_the_kit_never_comes_back_the_page_says_what_to_do(tmp_path, chromium):
    with held(tmp_path, "a4") as own, led(own, chromium, name_of(A4), instrument) as page:
        evening = Evening(page, own, name_of(A4), None, None, LONG)
        evening.get_to_work()
        before = evening.screen()
        server_of(own).kill()
        evening.told(WORDS["away"])
        evening.kept(before)
        evening.eventually(page.get_by_text(WORDS["gone"]).is_visible, WORDS["gone"], 70)
        evening.kept(before)
        evening.calm()


@pytest.mark.parametrize(("where", "many"), STRAY)
def test_stray_keys_and_clicks_change_no_page(where, many, meeting, chromium, earned):
    name = name_of(where)
    stored = {name_of(one): cells(read_notebook(one)) for one in all_notebooks()}
    (file,) = meeting.process.memory.glob(f"*/notebooks/{name}")
    with led(meeting, chromium, name, guarded) as page:
        done = stray(page, name, SEED, many)
        assert harm(page, stored, name, file) == [], done
        earned["keys"][where] += len(done)
        save_all_the_same(page)
        assert harm(page, stored, name, file) == []
        still_led(page)


def guarded(page):
    instrument(page)
    page.add_init_script(GUARDS)


def still_led(page):
    """One Escape closes what is open, and the bar answers: it leads to a topic, and through it."""
    for _ in range(3):  # a card in a window, and a search
        page.keyboard.press("Escape")
    assert page.locator(".jp-Dialog, .lm-Menu, .jp-CommandPalette:visible, dialog").count() == 0
    place = page.locator(".gc-where")
    place.click()
    press(page, WORDS["topics"])
    page.locator("dialog").get_by_role("button", name="A1 Who holds you up?").click()
    page.wait_for_function("() => document.title === 'Who holds you up?'")
    before = place.inner_text()
    page.locator(".gc-bar .gc-go:enabled").last.click()
    page.wait_for_function("before => document.querySelector('.gc-where').innerText !== before", arg=before)


@pytest.fixture
def unguarded(lab, chromium):
    """JupyterLab as it is, with a copy of a notebook that may come to harm."""
    copy = lab.work / "stray.ipynb"
    shutil.copyfile(A4, copy)
    page = chromium.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    guarded(page)
    page.goto(lab.address(NOTEBOOKS / copy.name))
    started(page)
    yield page
    page.close(run_before_unload=False)
    lab.end_kernels()
    Path.unlink(copy)


def test_in_jupyterlab_as_it_is_the_same_keys_do_harm(unguarded):
    stray(unguarded, "stray.ipynb", SEED, 150)
    assert harm(unguarded, {"stray.ipynb": cells(read_notebook(A4))}, "stray.ipynb")


def of_every_notebook(done):
    """How much was done, if it was done with every notebook."""
    if set(done) != set(all_notebooks()):
        pytest.skip("not every notebook had its turn")
    return done.total()


@pytest.mark.long
def test_the_figure_of_the_troubles(earned, figure):
    figure("troubles", of_every_notebook(earned["troubles"]))


@pytest.mark.long
def test_the_figure_of_the_stray_keys(earned, figure):
    figure("wrong_keys", of_every_notebook(earned["keys"]))

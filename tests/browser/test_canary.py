"""Secret words typed in real meetings, in the window that opens by itself: then every byte of the disk is searched.

Each meeting lies on one disk with its home, its temporary folders and its private folder, which would
be in memory on most computers: the hardest case. `pytest -m long` opens every notebook, and cuts
meetings off in every way; without it there are three notebooks and one cut.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from browser.canary import (
    SETTLES,
    fields_of,
    force_saving,
    led_by_itself,
    open_topic,
    secret,
    stock,
    type_everywhere,
)
from browser.conftest import save
from browser.disk import MEMORY, copy_of_the_kit
from browser.led import press, to_the_board
from conftest import CASES
from meeting import SOON, of_the_meeting

from workshop.lab.private_folder import PREFIX, in_memory, sweep
from workshop.words import words

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a browser started by a shell script")
LAB = words()["lab"]
BOARD = words()["board"]
STATE = "application/vnd.jupyter.widget-state+json"
GATED = [path.stem for path in CASES["board"]() if fields_of(path) != fields_of(path, safer=True)]
ALL = [path.stem for path in CASES["board"]()]
CORE = Path("/proc/sys/kernel/core_pattern")
SOME = ("01_opening", "a4_bounce_back_line", "c2_where_is_the_line")
"""A form that grows, a picture that shows the words, and long fields."""
MENU = """(on) => {
  document.body.classList.toggle("gc-led", !on);
  document.querySelector(".gc-bar").style.display = on ? "none" : "";
}"""
long = pytest.mark.long


@pytest.fixture(scope="module")
def kit(place):
    return copy_of_the_kit(place)


def named(*stems):
    return [path for path in CASES["board"]() if path.stem in stems]


def lead(led, notebook, word, *, safer=False):
    """Lead one notebook through everything that could store a word; what is typed, and a piece of each PDF."""
    page = led.page
    t = time.monotonic()
    def tick(n):
        print(notebook.stem, n, round(time.monotonic() - t, 1), os.getloadavg()[0])
    open_topic(led, notebook)
    tick("open")
    typed = type_everywhere(page, word)
    tick("typed")
    assert typed >= fields_of(notebook, safer=safer)
    saved = saves(page)
    assert STATE in saved, "the page was told to save the state of its widgets"
    assert word not in saved
    tick("saved")
    page.reload()
    page.wait_for_selector(".gc-board", state="attached")
    to_the_board(page)
    tick("reloaded")
    if typed:
        assert keeps(page, word), "the words come back from the kernel: they were there"
    r= typed, printed(page)
    tick("printed")
    return r


def saves(page):
    """Save by the menu that a meeting hides below its bar; what the page sent to be stored."""
    asked = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda event: asked.append(event))
    page.evaluate(MENU, True)
    save(page)
    page.evaluate(MENU, False)
    *_, put = (one for one in asked if one["request"]["method"] == "PUT" and "/api/contents/" in one["request"]["url"])
    body = session.send("Network.getRequestPostData", {"requestId": put["requestId"]})["postData"]
    session.detach()
    return body


def keeps(page, word):
    return word in page.evaluate("() => JSON.stringify([...globalThis.__goodCompanyMemory.values()])")


def printed(page):
    """Print the board and open its PDF in a window, print the handout; a piece from the middle of the board's."""
    page.get_by_role("button", name=BOARD["print"], exact=True).click()
    with page.expect_popup() as tab:
        page.get_by_role("button", name=BOARD["print_yes"]).click()
    link = page.get_by_role("link", name=BOARD["print_open"])
    link.wait_for()
    pdf = bytes(
        page.evaluate("async link => [...new Uint8Array(await (await fetch(link)).arrayBuffer())]", link.get_attribute("href"))
    )
    assert pdf.startswith(b"%PDF")
    page.wait_for_timeout(500)
    tab.value.close()
    return pdf[len(pdf) // 2 :][:64]


def closed(led):
    """Whether nothing of a meeting is left, within a moment: no process, and no private folder."""
    process = led.meeting.process
    ends = time.monotonic() + SOON
    while time.monotonic() < ends:
        if not list(process.memory.glob(f"{PREFIX}*")) and not of_the_meeting(process):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("stems", [SOME, pytest.param(ALL, marks=long)], ids=["some", "all"])
def test_a_meeting_leaves_no_word_of_it_on_the_disk(place, kit, playwright, stems):
    word, pieces = secret(), set()
    with led_by_itself(place, kit, playwright, "a4") as led:
        force_saving(led)
        for notebook in named(*stems):
            pieces.add(lead(led, notebook, word)[1])
        assert place.found(word, *pieces) == []
        press(led.page, LAB["end"])
        led.page.locator("dialog").get_by_role("button", name=LAB["end"]).click()
        assert closed(led)
        assert led.meeting.process.wait(SOON) == 0
    assert place.found(word, *pieces) == []


@long
def test_a_safer_meeting_leaves_none_and_only_the_group_file_is_stored(place, kit, playwright):
    word, name = secret(), secret()
    (kit / "my_group.toml").write_text("safer = true\n", encoding="utf-8")
    with led_by_itself(place, kit, playwright, "00") as led:
        to_the_board(led.page)
        led.page.get_by_label("What is your group called?").fill(name)
        led.page.locator(".gc-act button").first.click()
        led.page.locator(".gc-act .gc-said").filter(has_text="Saved").wait_for()
        force_saving(led)
        for notebook in named(*GATED):
            lead(led, notebook, word, safer=True)
        led.browser.new_browser_cdp_session().send("Browser.close")
        assert closed(led)
    assert place.found(word) == []
    stored = [one for one in place.found(name) if not one.startswith("byte ")]
    assert stored == [str(kit / "my_group.toml")]
    (kit / "my_group.toml").unlink()


CUTS = {
    "the kernel is killed": ("kernel", signal.SIGKILL),
    "the kernel crashes": ("kernel", signal.SIGSEGV),
    "the page crashes": ("page", signal.SIGSEGV),
    "the window is killed": ("window", signal.SIGKILL),
    "the server is killed": ("server", signal.SIGKILL),
    "the launcher is killed": ("launcher", signal.SIGKILL),
    "everything is killed": ("server launcher window page kernel", signal.SIGKILL),
}
"""What is cut off, and how. A crash leaves a core dump where one is allowed."""


def cut_off(place, kit, playwright, how, monkeypatch, memory=None):
    """Type into a meeting and cut it off; search at once, and again when the rest of it has ended."""
    word = secret()
    parts, ending = CUTS[how]
    with led_by_itself(place, kit, playwright, "a4", memory) as led:
        type_everywhere(led.page, word)
        time.sleep(SETTLES)
        running = led.processes()
        for one in [one for part in parts.split() for one in running[part]]:
            one.send_signal(ending)
        time.sleep(1)
        assert place.found(word) == []
        if parts == "kernel":
            led.page.get_by_role("button", name=LAB["go_on"]).click()
            led.page.get_by_text(LAB["stopped"]).wait_for(state="detached")
            assert keeps(led.page, word)
        if parts in {"kernel", "page"}:
            led.browser.new_browser_cdp_session().send("Browser.close")
        if how == "everything is killed":
            led.meeting.process.wait(SOON)
            left = [path for path in led.folder.rglob("*") if path.is_file()]
            assert left, "nobody was there to wipe it"
            assert not [path for path in left if word.encode() in path.read_bytes()]
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(led.meeting.process.memory))
            sweep()  # as the next meeting does
        assert closed(led)
    assert place.found(word) == []


def test_a_meeting_that_is_cut_off_leaves_no_word(place, kit, playwright, monkeypatch):
    cut_off(place, kit, playwright, "everything is killed", monkeypatch)


@long
def test_a_meeting_that_is_cut_off_in_any_way_leaves_no_word(place, kit, playwright, monkeypatch, figure):
    for how in CUTS:
        cut_off(place, kit, playwright, how, monkeypatch)
    figure("cut_off", len(CUTS))


@long
@pytest.mark.skipif(not in_memory(MEMORY), reason="this system keeps no folder in memory")
def test_a_meeting_in_memory_leaves_no_word_there_either(place, kit, playwright, monkeypatch):
    with TemporaryDirectory(dir=MEMORY) as memory:
        for how in ("the launcher is killed", "everything is killed"):
            cut_off(place, kit, playwright, how, monkeypatch, Path(memory))


def test_stock_widgets_in_a_usual_window_are_found(place, playwright):
    """The control: the same search, where nothing guards the words."""
    word = secret()
    with stock(place, playwright) as page:
        page.locator(".widget-text input").press_sequentially(word)
        page.locator(".widget-textarea textarea").press_sequentially(word)
        save(page)
        time.sleep(SETTLES)
    found = place.found(word)
    assert any("stock.ipynb" in one for one in found), found
    assert any("Session_" in one for one in found), found
    assert place.image is None or any("byte" in one for one in found)


def test_a_deleted_file_is_found(place):
    """The control: on a disk of its own, what was written and deleted is still there."""
    word = secret()
    path = place.folder / "draft"
    path.write_text(f"{word}", encoding="utf-16-le")
    assert str(path) in place.found(word)
    path.unlink()
    assert bool(place.found(word)) == bool(place.image)


@pytest.mark.skipif(not CORE.is_file() or CORE.read_text().startswith("|"), reason="a dump goes elsewhere here")
def test_the_memory_of_a_crash_is_found(place):
    """The control: a program that may leave its memory in a file does, words and all."""
    word = secret()
    crash = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2); os.kill(os.getpid(), 11)"
    subprocess.run([*place.within, sys.executable, "-c", crash, word], cwd=place.folder / "tmp", check=False)
    assert any(Path(one).name.startswith("core") for one in place.found(word))

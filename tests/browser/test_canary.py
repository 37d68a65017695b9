"""Secret words typed in real meetings, in the window that opens by itself: then every byte of the disk is searched.

Each meeting lies on one disk with its home and its temporary folders. Its private folder lies there too,
which is the hardest case: most computers have a place in memory for it. `pytest -m long tests/browser`
leads every notebook and cuts meetings off in every way; without it, there are three notebooks and one cut.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from browser.canary import LAB, comes_back, fields_of, force_saving, lead, secret, type_everywhere
from browser.conftest import save
from browser.disk import MEMORY
from browser.led import press, to_the_board
from browser.window import copy_of_the_kit, led_by_itself, stock
from conftest import CASES
from meeting import SOON

from workshop.lab.private_folder import in_memory, sweep

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a browser that is started by a shell script")
long = pytest.mark.long
BOARDS = CASES["board"]()
GATED = [path for path in BOARDS if fields_of(path) != fields_of(path, safer=True)]
"""Those that have other fields in safer mode."""
SOME = [path for path in BOARDS if path.stem in {"01_opening", "a4_bounce_back_line", "c2_where_is_the_line"}]
"""A form that grows, a picture that shows the words, and long fields."""
CORE = Path("/proc/sys/kernel/core_pattern")
SETTLES = 6
"""Seconds after which a browser has written what it remembers of a page; the control is given as many."""
ALL = "everything is killed"
CUTS = {
    "the kernel is killed": ("kernel", signal.SIGKILL),
    "the kernel crashes": ("kernel", signal.SIGSEGV),
    "the page crashes": ("page", signal.SIGSEGV),
    "the window is killed": ("window", signal.SIGKILL),
    "the server is killed": ("server", signal.SIGKILL),
    "the launcher is killed": ("launcher", signal.SIGKILL),
    ALL: ("server launcher window page kernel", signal.SIGKILL),
}
"""What is cut off, and how. A crash leaves its memory in a file where that is allowed; the last is a power cut."""


@pytest.fixture(scope="module")
def opening(place, playwright):
    """Opens a meeting of a kit that lies in the place."""
    kit = copy_of_the_kit(place)
    return lambda wanted, memory=None: led_by_itself(place, kit, playwright, wanted, memory)


@pytest.mark.parametrize("notebooks", [SOME, pytest.param(BOARDS, marks=long)], ids=["some", "all"])
def test_a_meeting_leaves_no_word_on_the_disk(place, opening, notebooks, note):
    word = secret()
    with opening("a4") as led:
        force_saving(led)
        fields, pieces = zip(*(lead(led, notebook, word) for notebook in notebooks), strict=True)
        note("where the secret words were looked for", place.searched)
        note("secret words in a meeting led", f"{sum(fields)} fields of {len(notebooks)} notebooks")
        assert place.found(word, *pieces) == []
        press(led.page, LAB["end"])
        led.page.locator("dialog").get_by_role("button", name=LAB["end"]).click()
        assert led.closed()
        assert led.meeting.process.wait(SOON) == 0
    assert place.found(word, *pieces) == []


@long
def test_in_safer_mode_too_and_only_the_group_file_is_stored(place, opening):
    word, name = secret(), secret()
    file = place.folder / "kit" / "my_group.toml"
    file.write_text("safer = true\n", encoding="utf-8")
    with opening("00") as led:
        to_the_board(led.page)
        led.page.get_by_label("What is your group called?").fill(name)
        led.page.locator(".gc-act button").first.click()
        led.page.locator(".gc-act .gc-said").first.filter(has_text="Saved").wait_for()
        force_saving(led)
        for notebook in GATED:
            lead(led, notebook, word, safer=True)
        led.close()
        assert led.closed()
    assert place.found(word) == []
    assert [one for one in place.found(name) if not one.startswith("byte ")] == [str(file)]
    file.unlink()


def cut_off(place, opening, how, memory=None):
    """Type into a meeting and cut it off; search at once, and again when the rest of it has ended."""
    word = secret()
    parts, ending = CUTS[how]
    with opening("a4", memory) as led:
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
            comes_back(led.page, word)
        if parts in {"kernel", "page"}:
            led.close()
        if how == ALL:
            led.meeting.process.wait(SOON)
            left = [path for path in led.folder.rglob("*") if path.is_file()]
            assert left, "nobody was there to wipe it"
            assert not [path for path in left if word[:16].encode() in path.read_bytes()]
            with pytest.MonkeyPatch.context() as told:
                told.setenv("XDG_RUNTIME_DIR", str(led.meeting.process.memory))
                sweep()  # as the next meeting does
        assert led.closed()
    assert place.found(word) == []


def test_a_meeting_that_is_cut_off_leaves_no_word(place, opening):
    cut_off(place, opening, ALL)


@long
def test_a_meeting_that_is_cut_off_in_any_way_leaves_no_word(place, opening, figure):
    for how in CUTS:
        cut_off(place, opening, how)
    figure("cut_off", len(CUTS))


@long
@pytest.mark.skipif(not in_memory(MEMORY), reason="this system keeps no folder in memory")
def test_a_meeting_in_memory_leaves_no_word_there_either(place, opening):
    with TemporaryDirectory(dir=MEMORY) as memory:
        for how in ("the launcher is killed", ALL):
            cut_off(place, opening, how, Path(memory))


def test_words_in_stock_widgets_and_a_usual_window_are_found(place, playwright):
    """The control: the same search, where nothing guards the words."""
    word = secret()
    with stock(place, playwright) as page:
        page.locator(".widget-text input").press_sequentially(word)
        page.locator(".widget-textarea textarea").press_sequentially(word)
        save(page)
        time.sleep(SETTLES)
    found = place.found(word)
    assert any("stock.ipynb" in one for one in found), found
    assert any("Session" in one for one in found), found
    assert place.image is None or any("byte" in one for one in found)


def test_words_of_a_deleted_file_are_found(place):
    """The control: on a disk of its own, what was written and deleted is still there."""
    word = secret()
    path = place.folder / "draft"
    path.write_text(word, encoding="utf-16-le")
    assert str(path) in place.found(word)
    path.unlink()
    assert bool(place.found(word)) == bool(place.image)


@pytest.mark.skipif(
    not CORE.is_file() or CORE.read_text().startswith("|"),
    reason="here, the memory of a crash goes elsewhere",
)
def test_words_in_the_memory_of_a_crash_are_found(place):
    """The control: a program that may leave its memory in a file does so, words and all."""
    word = secret()
    crash = "import os, resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2); os.abort()"
    subprocess.run([*place.within, sys.executable, "-c", crash, word], cwd=place.folder / "tmp", check=False)
    assert any(Path(one).parent == place.folder / "tmp" for one in place.found(word))

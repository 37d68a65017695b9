"""Secret words typed in real meetings, in the window that opens by itself: then every byte of the disk is searched.

Each meeting lies on one disk with its home, its temporary folders and its private folder, which would
be in memory on most computers: the hardest case. `pytest -m long` opens every notebook, and cuts
meetings off in every way; without it there are three notebooks and one cut.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest
from browser.canary import (
    SETTLES,
    fields_of,
    force_saving,
    led_by_itself,
    open_topic,
    secret,
    tools,
    type_everywhere,
    window_port,
)
from browser.conftest import save
from browser.disk import MEMORY, copy_of_the_kit
from browser.led import press, to_the_board
from conftest import CASES
from meeting import SOON, gone

from workshop.files import NOTEBOOKS
from workshop.words import words

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a browser started by a shell script")
LAB = words()["lab"]
BOARD = words()["board"]
STATE = "application/vnd.jupyter.widget-state+json"
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
    open_topic(led, notebook)
    typed = type_everywhere(page, word)
    assert typed >= fields_of(notebook, safer=safer)
    page.wait_for_timeout(1000 * SETTLES / 2)
    saved = saves(page)
    assert STATE in saved, "the page was told to save the state of its widgets"
    assert word not in saved
    page.reload()
    page.wait_for_selector(".gc-board", state="attached")
    to_the_board(page)
    if typed:
        assert keeps(page, word), "the words come back from the kernel: they were there"
    return typed, printed(page)


def saves(page):
    """Save by the menu that a meeting hides below its bar; what the page sent to be stored."""
    asked = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", asked.append)
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


def test_try(place, kit, playwright):
    word = secret()
    t = time.monotonic()
    with led_by_itself(place, kit, playwright, "a4") as led:
        print("open", time.monotonic() - t, led.page.url, {k: [p.pid for p in v] for k, v in led.processes().items()})
        force_saving(led)
        for notebook in named(*SOME):
            typed, pdf = lead(led, notebook, word)
            print(notebook.stem, typed, time.monotonic() - t)
        print(place.found(word), time.monotonic() - t)
        press(led.page, LAB["end"])
        led.page.locator("dialog").get_by_role("button", name=LAB["end"]).click()
        assert led.meeting.process.wait(20) == 0
        assert gone(led.meeting.process)
        print(time.monotonic() - t)
    print(place.found(word), time.monotonic() - t)

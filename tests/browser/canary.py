"""A secret word in every field of a meeting, and everything done there that could write it down."""

from __future__ import annotations

import json
import re
from pathlib import Path
from secrets import token_hex

from browser.conftest import save
from browser.led import came, press, to_the_board
from browser.walk import FIELDS, steps_of

import exercises
from exercises.parts import Rows, Write, within
from workshop.calls import called
from workshop.files import NOTEBOOKS, read_notebook
from workshop.words import words

BOARD = words()["board"]
LAB = words()["lab"]
HOSTILE = {
    "@jupyter-widgets/jupyterlab-manager/plugin": {"saveState": True},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": True, "autosaveInterval": 1},
}
"""The settings that would save the most: the state of every widget, every second."""
STATE = "application/vnd.jupyter.widget-state+json"
"""What JupyterLab calls that state in a notebook."""
ELSEWHERE = """() => [...document.querySelectorAll("input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable=true]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.offsetHeight && !node.closest('.gc-board'))
  .map((node) => node.outerHTML.slice(0, 120))"""
"""Places to type in sight that are not of the board."""
MENU = """({ on }) => {
  document.body.classList.toggle("gc-led", !on);
  document.querySelector(".gc-bar").style.display = on ? "none" : "";
}"""
"""Shows JupyterLab's menu, which a meeting hides."""
OWN = re.compile(rb"<xmpMM:InstanceID>([^<]+)<")
"""What Typst works out from every word of a PDF. Another piece, one of its letters, may be in other PDFs too."""
BYTES = "async link => [...new Uint8Array(await (await fetch(link)).arrayBuffer())]"


def secret() -> str:
    """A word of 128 random bits: where it is found, it was written."""
    return token_hex(16)


def force_saving(led):
    """Turn on by hand what would save the most; a page that opens now does so."""
    for name, settings in HOSTILE.items():
        path = led.folder / "settings" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings), encoding="utf-8")


def lead(led, notebook: Path, word: str, *, safer: bool = False) -> tuple[int, bytes]:
    """Lead a notebook through everything that could write the word down.

    Returns:
        How many fields it was typed into, and what only the PDF of this board has in it.
    """
    page = led.page
    name = notebook.relative_to(NOTEBOOKS).as_posix()
    page.goto(led.meeting.page(name))
    came(page, name)
    typed = type_everywhere(page, word)
    assert typed >= fields_of(notebook, safer=safer)
    sent = saves(page)
    assert STATE in sent, "it was told to save the state of its widgets"
    assert word not in sent
    page.reload()
    came(page, name)
    to_the_board(page)
    if typed:
        comes_back(page, word)
    return len(typed), prints(page)


def type_everywhere(page, word: str) -> set[str]:
    """Type a word into every field of the open notebook, key by key; the names of the fields."""
    assert page.evaluate(ELSEWHERE) == []
    to_the_board(page)
    typed = set()
    for _ in steps_of(page):
        for add in page.locator(".gc-board .gc-rows > button").all():
            rows = page.locator(".gc-board .gc-rows fieldset")
            before = rows.count()
            add.click()
            rows.nth(before).wait_for()
        for field in page.locator(FIELDS).all():
            field.press("ControlOrMeta+a")
            page.keyboard.type(word)
            assert field.input_value() == word
            typed.add(field.get_attribute("data-answer"))
        assert page.evaluate(ELSEWHERE) == []
    return typed


def fields_of(notebook: Path, *, safer: bool = False) -> set[str]:
    """The fields that a notebook's exercise says it has; each row of a form has those of the first."""
    named = set()
    for name in filter(None, map(called, read_notebook(notebook)["cells"])):
        exercise = exercises.load(name)
        for step in (exercise.made_safer() if safer else exercise).steps:
            for part in within(step.screen):
                columns = part.columns if isinstance(part, Rows) else ()
                named |= {part.id} if isinstance(part, Write) else set()
                named |= {f"{part.id}.0.{one.id}" for one in columns if isinstance(one, Write)}
    return named


def saves(page) -> str:
    """Save by JupyterLab's menu; what the page sent to be stored."""
    asked = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.requestWillBeSent", lambda event: asked.append((event["requestId"], event["request"]))
    )
    page.evaluate(MENU, {"on": True})
    save(page)
    page.evaluate(MENU, {"on": False})
    put = [which for which, sent in asked if sent["method"] == "PUT" and "/api/contents/" in sent["url"]]
    sent = session.send("Network.getRequestPostData", {"requestId": put[-1]})["postData"]
    session.detach()
    return sent


def comes_back(page, word: str) -> None:
    """Wait until the word is among the answers in the page's memory: the kernel gave it back, so it was there."""
    page.wait_for_function(
        "word => JSON.stringify([...globalThis.__goodCompanyMemory.values()]).includes(word)", arg=word
    )


def prints(page) -> bytes:
    """Print the guide and the board, and look at both; what only the PDF of this very board has in it."""
    with page.expect_popup() as tab:
        press(page, LAB["print_guide"])
    tab.value.close()
    page.get_by_role("button", name=BOARD["print"], exact=True).click()
    with page.expect_popup() as tab:
        page.get_by_role("button", name=BOARD["print_yes"]).click()
    link = page.get_by_role("link", name=BOARD["print_open"])
    link.wait_for()
    pdf = bytes(page.evaluate(BYTES, link.get_attribute("href")))
    assert pdf.startswith(b"%PDF")
    page.wait_for_timeout(500)
    tab.value.close()
    return OWN.search(pdf)[1]

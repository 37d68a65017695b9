"""A meeting in the window that `workshop open` itself opens, and a secret word in every field of it."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import psutil
from browser.conftest import CHROMIUM
from browser.led import came, to_the_board
from browser.walk import FIELDS, steps_of
from meeting import Meeting, begun, of_the_meeting

import exercises
from exercises.parts import Rows, Write, within
from workshop.calls import called
from workshop.files import NOTEBOOKS, read_notebook

SETTLES = 6
"""Seconds after which a browser has written what it will remember of a page; the control finds it by then."""
REAL = """#!/bin/sh
exec {browser} --headless=new --no-sandbox --disable-gpu --remote-debugging-port=0 "$@"
"""
"""The system's browser under the name that the launcher looks for. All else is as the launcher asks for
it: only nobody sees the window, and the test can reach into it."""
HOSTILE = {
    "@jupyter-widgets/jupyterlab-manager/plugin": {"saveState": True},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": True, "autosaveInterval": 1},
}
"""The settings that would save the most: the state of every widget, every second."""
OUTSIDE = """() => [...document.querySelectorAll("input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable=true]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.offsetHeight && !node.closest('.gc-board'))
  .map((node) => node.outerHTML.slice(0, 120))"""
"""Places to type in sight that are not of the board: there should be none."""


def secret() -> str:
    """A word of 128 random bits: where it is found, it was written."""
    return token_hex(16)


@dataclass
class Led:
    """A meeting and its window; `folder` is its private one."""

    meeting: Meeting
    browser: object
    page: object
    folder: Path

    def processes(self) -> dict[str, list[psutil.Process]]:
        """What runs, by its part in the meeting."""
        running = of_the_meeting(self.meeting.process)
        (window,) = (one for one in running if any(word.startswith("--app=") for word in one.cmdline()))
        return {
            "launcher": [psutil.Process(self.meeting.process.pid)],
            "server": [one for one in running if "workshop.lab.serve" in one.cmdline()],
            "kernel": [one for one in running if "ipykernel_launcher" in one.cmdline()],
            "window": [window],
            "page": [one for one in window.children(recursive=True) if "--type=renderer" in one.cmdline()],
        }


def tools(place) -> Path:
    """A folder in which the launcher finds the browser."""
    folder = place.folder / "tools"
    folder.mkdir(exist_ok=True)
    (folder / "chromium").write_text(REAL.format(browser=shlex.quote(CHROMIUM)), encoding="utf-8")
    (folder / "chromium").chmod(0o755)
    return folder


@contextmanager
def led_by_itself(place, kit, playwright, wanted, memory=None):
    """`workshop open` as the icon runs it: its server, its kernel and its own window, all in the place."""
    runtime = memory or place.folder / "runtime"
    told = place.environment(PYTHONPATH=kit, PATH=f"{tools(place)}:/usr/bin:/bin", XDG_RUNTIME_DIR=runtime)
    with begun(place.folder, wanted, within=place.within, **told) as process:
        port, folder = window_port(process.memory)
        said = json.loads(next((folder / "runtime").glob("jpserver-*.json")).read_text(encoding="utf-8"))
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        (page,) = browser.contexts[0].pages
        page.set_default_timeout(60_000)
        page.on("dialog", lambda dialog: dialog.accept())
        page.wait_for_selector(".gc-ready .gc-bar")
        page.wait_for_selector(".gc-board", state="attached")
        yield Led(Meeting(process, said["url"], said["token"]), browser, page, folder)


def window_port(memory: Path) -> tuple[int, Path]:
    """Where the window can be reached, once it is open; and the private folder."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        for said in memory.glob("good-company-*/window-*/DevToolsActivePort"):
            if lines := said.read_text(encoding="utf-8").splitlines():
                return int(lines[0]), said.parents[1]
        time.sleep(0.05)
    raise AssertionError("the window has not opened")


def force_saving(led):
    """Turn on by hand what would save the most."""
    for name, settings in HOSTILE.items():
        path = led.folder / "settings" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings), encoding="utf-8")


def open_topic(led, notebook: Path):
    """Go to a notebook in the window."""
    name = notebook.relative_to(NOTEBOOKS).as_posix()
    led.page.goto(led.meeting.page(name))
    came(led.page, name)


def type_everywhere(page, word: str) -> set[str]:
    """Type a word into every field of the open board, key by key; the names of the fields."""
    assert page.evaluate(OUTSIDE) == [], "no field but those of the board"
    to_the_board(page)
    typed = set()
    for _ in steps_of(page):
        for add in page.locator(".gc-board .gc-rows > button").all():
            before = page.locator(".gc-board .gc-rows fieldset").count()
            add.click()
            page.wait_for_function("n => document.querySelectorAll('.gc-board .gc-rows fieldset').length > n", arg=before)
        for field in page.locator(FIELDS).all():
            field.press("ControlOrMeta+a")
            page.keyboard.type(word)
            assert field.input_value() == word
            typed.add(field.get_attribute("data-answer"))
        assert page.evaluate(OUTSIDE) == []
    return typed


def fields_of(notebook: Path, *, safer: bool = False) -> set[str]:
    """The fields that a notebook's exercise says it has; a row of a form may have more."""
    named = set()
    for name in filter(None, map(called, read_notebook(notebook)["cells"])):
        exercise = exercises.load(name)
        for step in (exercise.made_safer() if safer else exercise).steps:
            for part in within(step.screen):
                columns = part.columns if isinstance(part, Rows) else ()
                named |= {part.id} if isinstance(part, Write) else set()
                named |= {f"{part.id}.0.{one.id}" for one in columns if isinstance(one, Write)}
    return named


STOCK = "import ipywidgets as w; w.VBox([w.Text(), w.Textarea()])"


@contextmanager
def stock(place, playwright):
    """The control: stock widgets in plain JupyterLab, in a window that is not private."""
    folder = place.folder / "stock"
    work = folder / "work"
    settings = folder / "settings" / "@jupyter-widgets" / "jupyterlab-manager"
    for path in (work, settings):
        path.mkdir(parents=True)
    cell = {"cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "execution_count": None, "source": STOCK}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    (work / "stock.ipynb").write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": [cell]}))
    (settings / "plugin.jupyterlab-settings").write_text(json.dumps({"saveState": True}))
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", "--IdentityProvider.token=t",
        f"--ServerApp.root_dir={work}", f"--LabApp.user_settings_dir={folder / 'settings'}",
    ]  # fmt: skip
    told = place.environment(JUPYTER_RUNTIME_DIR=folder / "run")
    profile = folder / "profile"
    quiet = {"env": told, "cwd": work, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen([*place.within, *command], **quiet)]
    try:
        url = json.loads(awaited(lambda: next((folder / "run").glob("jpserver-*.json")).read_text(encoding="utf-8")))["url"]
        browser = [tools(place) / "chromium", f"--user-data-dir={profile}", "--no-first-run", f"{url}lab/tree/stock.ipynb?token=t"]
        started.append(subprocess.Popen([*place.within, *browser], **quiet))
        port = awaited(lambda: int((profile / "DevToolsActivePort").read_text(encoding="utf-8").split()[0]))
        (page,) = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}").contexts[0].pages
        page.set_default_timeout(20_000)
        page.get_by_text("| Idle").wait_for()  # a kernel that still starts would not hear
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.locator(".widget-text input").first.wait_for()
        yield page
    finally:
        for one in started:
            for below in [*psutil.Process(one.pid).children(recursive=True), one]:
                below.kill()
            one.wait()


def awaited(told):
    """What is told, once it is there."""
    ends = time.monotonic() + 60
    while True:
        try:
            return told()
        except (OSError, StopIteration, ValueError, IndexError):
            if time.monotonic() > ends: raise
            time.sleep(0.05)

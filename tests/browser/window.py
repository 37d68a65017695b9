"""Windows that open by themselves: a meeting's as `workshop open` opens it, and a usual one for the control."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from browser.conftest import CHROMIUM
from conftest import ROOT
from meeting import SOON, Meeting, begun, of_the_meeting
from nbformat.v4 import new_code_cell, new_notebook, writes

from workshop.lab.private_folder import PREFIX

STARTS_WITHIN = 60
"""Seconds."""
REAL = """#!/bin/sh
exec {browser} --headless=new --no-sandbox --disable-gpu --remote-debugging-port=0 "$@"
"""
"""The system's browser, under the name that the launcher looks for. All else is as the launcher asks for
it: only nobody sees the window, and the test can reach into it."""
STOCK = "import ipywidgets as w; w.VBox([w.Text(), w.Textarea()])"
SAVE_STATE = "@jupyter-widgets/jupyterlab-manager/plugin"


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

    def close(self) -> None:
        """Close the window, as a person does."""
        self.browser.new_browser_cdp_session().send("Browser.close")

    def closed(self) -> bool:
        """Whether nothing of the meeting is left, within a moment: no process, and no private folder."""
        process = self.meeting.process
        ends = time.monotonic() + SOON
        while time.monotonic() < ends:
            if not list(process.memory.glob(f"{PREFIX}*")) and not of_the_meeting(process):
                return True
            time.sleep(0.1)
        return False


@contextmanager
def led_by_itself(place, kit, playwright, wanted, memory=None):
    """`workshop open` as the icon runs it: its server, its kernel and its own window, all in the place.

    Args:
        place: the disk.
        kit: the folder of the kit there.
        playwright: reaches into the window.
        wanted: the notebook to open.
        memory: where the private folder may lie; on the disk, where none is given.
    """
    runtime = memory or place.folder / "runtime"
    told = place.environment(PYTHONPATH=kit, PATH=f"{tools(place)}:/usr/bin:/bin", XDG_RUNTIME_DIR=runtime)
    with begun(place.folder, wanted, within=place.within, **told) as process:
        window = awaited(lambda: next(process.memory.glob(f"{PREFIX}*/window-*/DevToolsActivePort")))
        folder = window.parents[1]
        server = awaited(lambda: json.loads(next((folder / "runtime").glob("jpserver-*.json")).read_bytes()))
        browser, page = reached(playwright, window)
        page.on("dialog", lambda dialog: dialog.accept())
        page.wait_for_selector(".gc-ready .gc-bar")
        page.wait_for_selector(".gc-board", state="attached")
        yield Led(Meeting(process, server["url"], server["token"]), browser, page, folder)


def copy_of_the_kit(place) -> Path:
    """A copy of the kit in the place, for what it keeps beside its own files."""
    kit = place.folder / "kit"
    for name in ("exercises", "handouts", "notebooks", "workshop"):
        shutil.copytree(
            ROOT / name, kit / name, ignore=shutil.ignore_patterns("__pycache__", "pdf", ".ipynb_checkpoints")
        )
    return kit


@contextmanager
def stock(place, playwright):
    """The page of stock widgets in plain JupyterLab, told to save their state, in a window that is not private.

    Afterwards everything is killed.
    """
    work, run, settings, profile = (
        place.folder / "stock" / name for name in ("work", "run", "settings", "profile")
    )
    for path in (work, (settings / SAVE_STATE).parent):
        path.mkdir(parents=True)
    (settings / f"{SAVE_STATE}.jupyterlab-settings").write_text('{"saveState": true}', encoding="utf-8")
    notebook = new_notebook(
        cells=[new_code_cell(STOCK)], metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    (work / "stock.ipynb").write_text(writes(notebook), encoding="utf-8")
    server = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0",
        "--IdentityProvider.token=t", f"--ServerApp.root_dir={work}", f"--LabApp.user_settings_dir={settings}",
    ]  # fmt: skip
    told = place.environment(JUPYTER_RUNTIME_DIR=run)
    quiet = {"env": told, "cwd": work, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen([*place.within, *server], **quiet)]
    try:
        url = awaited(lambda: json.loads(next(run.glob("jpserver-*.json")).read_bytes())["url"])
        browser = [
            tools(place) / "chromium",
            f"--user-data-dir={profile}",
            "--no-first-run",
            f"{url}lab/tree/stock.ipynb?token=t",
        ]
        started.append(subprocess.Popen([*place.within, *browser], **quiet))
        _, page = reached(playwright, profile / "DevToolsActivePort")
        page.get_by_text("| Idle").wait_for()  # a kernel that still starts would not hear
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.locator(".widget-text input").wait_for()
        yield page
    finally:
        for one in started:
            for below in [*psutil.Process(one.pid).children(recursive=True), one]:
                below.kill()
            one.wait()


def tools(place) -> Path:
    """A folder in which the launcher finds the browser."""
    folder = place.folder / "tools"
    folder.mkdir(exist_ok=True)
    (folder / "chromium").write_text(REAL.format(browser=shlex.quote(CHROMIUM)), encoding="utf-8")
    (folder / "chromium").chmod(0o755)
    return folder


def reached(playwright, said: Path):
    """A browser that says in this file where it can be reached, and the one page in it."""
    port = awaited(lambda: int(said.read_text(encoding="utf-8").split()[0]))
    browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
    page = awaited(lambda: next(iter(browser.contexts[0].pages)))
    page.set_default_timeout(1000 * STARTS_WITHIN)
    return browser, page


def awaited(told):
    """What is told, once it is there.

    Raises:
        OSError, StopIteration, ValueError, IndexError: it never was.
    """
    ends = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            return told()
        except (OSError, StopIteration, ValueError, IndexError):
            if time.monotonic() > ends:
                raise
            time.sleep(0.05)

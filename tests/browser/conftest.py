"""A real JupyterLab and a real Chromium, both with folders of their own that are gone afterwards."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from secrets import token_hex
from uuid import uuid4

import pytest
from browser.disk import Place, one_place
from browser.walk import walk
from conftest import ROOT

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PICTURES = ROOT / "tests" / "pictures"
TOKEN = "a-token-for-tests"  # noqa: S105 - a server on this machine, for a minute


def pytest_collection_modifyitems(items):
    """Mark what is in this folder, and skip it with a reason where there is no browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium: on Debian, apt-get install chromium"))


@dataclass
class Lab:
    """A running JupyterLab: where it is, and the folders that everything it writes lies in."""

    url: str
    place: Place
    folder: Path
    work: Path

    def address(self, notebook: Path) -> str:
        """Where a notebook opens, in a workspace of its own: JupyterLab would bring back yesterday's tabs."""
        name = notebook.relative_to(ROOT / "notebooks").as_posix()
        return f"{self.url}/lab/workspaces/{uuid4().hex}/tree/{name}?token={TOKEN}"

    def ask(self, method: str, path: str):
        """Ask the server's own interface."""
        request = urllib.request.Request(
            f"{self.url}/api/{path}", method=method, headers={"Authorization": f"token {TOKEN}"}
        )
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null")

    def end_kernels(self) -> None:
        """Forget all answers: they live in the kernels."""
        for session in self.ask("GET", "sessions"):
            self.ask("DELETE", f"sessions/{session['id']}")


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    with one_place(tmp_path_factory.mktemp("place") / "disk") as made:
        yield made


@pytest.fixture(scope="session")
def secret():
    """A word of 128 random bits: where it is found, it was written."""
    return token_hex(16)


@pytest.fixture(scope="session")
def lab(place):
    folder = place.folder / "lab"
    folder.mkdir()
    work = folder / "notebooks"
    shutil.copytree(ROOT / "notebooks", work, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = {"JUPYTER_CONFIG_DIR": folder / "config", "JUPYTER_DATA_DIR": folder / "data",
            "JUPYTER_RUNTIME_DIR": folder / "run", "IPYTHONDIR": folder / "ipython"}  # fmt: skip
    for path in home.values():
        path.mkdir()
    themes = folder / "config" / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension"
    themes.mkdir(parents=True)
    (themes / "themes.jupyterlab-settings").write_text(
        '{"adaptive-theme": true}'
    )  # light or dark, as the system is
    command = [
        *place.within,
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--ip=127.0.0.1",
        f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={work}", f"--LabApp.workspaces_dir={folder / 'spaces'}",
    ]  # fmt: skip
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=place.environment(**home), stdout=log, stderr=log)
        try:
            started = Lab(f"http://127.0.0.1:{port}", place, folder, work)
            for _ in range(300):
                try:
                    started.ask("GET", "status")
                    break
                except OSError:
                    time.sleep(0.1)
            yield started
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture(scope="session")
def playwright():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(lab, playwright):
    context = playwright.chromium.launch_persistent_context(
        str(lab.folder / "profile"),
        executable_path=CHROMIUM,
        args=QUIET,
        viewport={"width": 1280, "height": 720},
        env=lab.place.environment(),
        downloads_path=lab.folder / "downloads",
    )
    yield context
    context.close()


@pytest.fixture(scope="session")
def opened(lab, chromium):
    """Opens a notebook in JupyterLab; gives the page once its board is drawn."""

    @contextmanager
    def open_notebook(notebook: Path):
        page = chromium.new_page()
        page.trouble = []
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("console", lambda said: page.trouble.append(said.text) if said.type == "error" else None)
        page.goto(lab.address(notebook))
        started(page)
        try:
            yield page
        finally:
            page.close(run_before_unload=False)
            lab.end_kernels()

    return open_notebook


@pytest.fixture(scope="session")
def walked(opened, secret):
    """Walks through a board once, for all the tests that ask what was seen on the way."""
    PICTURES.mkdir(exist_ok=True)

    @cache
    def walk_through(board: Path):
        with opened(board) as page:
            seen = walk(page, lambda step: PICTURES / f"{board.stem}-{step}.png", secret)
            save(page)
            seen.found["trouble"] += page.trouble
        return seen

    return walk_through


def started(page):
    """Wait for the board: the notebook starts by itself, in plain JupyterLab as well."""
    page.wait_for_selector(".gc-board", timeout=60_000)


def save(page):
    """Save as a facilitator would by mistake, and wait until the server has it."""
    page.get_by_role("menuitem", name="File", exact=True).click()
    with page.expect_response(
        lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url
    ):
        page.get_by_text("Save Notebook", exact=True).click()

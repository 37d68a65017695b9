"""How long a facilitator waits: `workshop open` up to a live exercise, beside stock JupyterLab up to the bare notebook.

    uv run --extra test python benchmarks/opening.py

Both are started cold in one run, by turns, each with a new browser; the least of several runs
counts. Stock JupyterLab gets the same notebook and none of the kit's settings; it never starts an
exercise by itself, so its time ends where the cells are on the screen. The last line is the time
from the run of a cell to its controls, as the page counts it.
Read the ratios; the seconds are this machine's.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from workshop.files import NOTEBOOKS

RUNS = 3
NOTEBOOK = NOTEBOOKS / "a_why_relationships_matter" / "a1_support_rings.ipynb"
MANY = "c_keeping_relationships_strong/c3_small_moments.ipynb"
"""Its second step has 21 menus."""
MARK = 200
"""Milliseconds from the run of a cell to its controls that we mean to stay under."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*token=\w+")
COUNT = """() => { window.counted = new Promise((done) => {
  const old = document.querySelector('.gc-board');
  window.addEventListener('pointerup', () => {
    const start = performance.now();
    const look = () => {
      const board = document.querySelector('.gc-board');
      if (board && board !== old && board.querySelectorAll('select').length >= 20) done(performance.now() - start);
      else requestAnimationFrame(look);
    };
    look();
  }, { once: true, capture: true });
}); }"""
"""Counts from the next click until there is a new board with its controls."""


@contextmanager
def opened(command: list[str], environment: dict[str, str], browser: Browser) -> Iterator[Page]:
    """The page that a command opens, in a new browser window; everything ends with the block."""
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        address = None
        while not address:
            time.sleep(0.02)
            log.seek(0)
            address = ADDRESS.search(log.read())
        page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        page.goto(address[0])
        yield page
        page.context.close()
        process.terminate()
        process.wait()


def seconds(command: list[str], environment: dict[str, str], browser: Browser, sign: str) -> float:
    """Seconds from the command until a sign is on the page."""
    begun = time.monotonic()
    with opened(command, environment, browser) as page:
        page.wait_for_selector(sign, state="attached", timeout=25_000)
        return time.monotonic() - begun


def milliseconds(folder: Path, browser: Browser) -> float:
    """From the run of a cell to more than 20 controls on the page, the least of several runs."""
    command, environment = lab(folder, NOTEBOOKS / MANY, with_kit=True)
    with opened(command, environment, browser) as page:
        page.locator(".gc-board nav .gc-main").click(timeout=25_000)
        page.wait_for_function("() => document.querySelectorAll('.gc-board select').length >= 20")
        least = float("inf")
        for _ in range(RUNS):
            page.get_by_role("menuitem", name="Run", exact=True).click()
            run = page.get_by_text("Run All Cells", exact=True)
            run.hover()
            page.evaluate(COUNT)
            run.click()
            least = min(least, page.evaluate("() => window.counted"))
            page.wait_for_timeout(500)
        return least


def lab(folder: Path, notebook: Path, *, with_kit: bool = False) -> tuple[list[str], dict[str, str]]:
    """Plain JupyterLab; as it comes, unless the kit's own files stay switched on."""
    config = folder / "config"
    (config / "labconfig").mkdir(parents=True)
    (config / "labconfig" / "page_config.json").write_text(
        json.dumps({"disabledExtensions": {"good-company": not with_kit}}), encoding="utf-8"
    )
    (config / "jupyter_server_config.json").write_text(
        json.dumps({"ServerApp": {"jpserver_extensions": {"workshop.lab": with_kit}}}), encoding="utf-8"
    )
    work = folder / "work"
    work.mkdir()
    shutil.copyfile(notebook, work / notebook.name)
    places = {
        "JUPYTER_CONFIG_DIR": config,
        "JUPYTER_DATA_DIR": folder / "data",
        "JUPYTER_RUNTIME_DIR": folder / "run",
    }
    command = [sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser", "--port=0",
               f"--LabApp.workspaces_dir={folder / 'spaces'}", f"--ServerApp.root_dir={work}",
               f"--LabApp.default_url=/lab/tree/{notebook.name}"]  # fmt: skip
    return command, os.environ | {name: str(place) for name, place in places.items()}


def main() -> None:
    """Time both, by turns, and print a table."""
    ours = [
        sys.executable,
        "-c",
        "import sys; from workshop.command import main; sys.exit(main())",
        "open",
        "a1",
        "--no-browser",
    ]
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    least = {"stock": float("inf"), "ours": float("inf")}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as folder:
                least["stock"] = min(
                    least["stock"],
                    seconds(*lab(Path(folder), NOTEBOOK), browser, ".jp-Notebook .jp-MarkdownOutput h1"),
                )
            least["ours"] = min(least["ours"], seconds(ours, dict(os.environ), browser, ".gc-board"))
        with tempfile.TemporaryDirectory() as folder:
            controls = milliseconds(Path(folder), browser)
        browser.close()
    print(f"jupyter lab, the notebook on the screen    {least['stock']:6.2f} s   1.00")
    verdict = "reached" if least["ours"] < least["stock"] else "MISSED"
    print(
        f"workshop open, the exercise is live        {least['ours']:6.2f} s   {least['ours'] / least['stock']:4.2f}   target 1.00: {verdict}"
    )
    verdict = "reached" if controls < MARK else "MISSED"
    print(f"a cell run, 21 controls on the page      {controls:6.0f} ms         target {MARK} ms: {verdict}")


if __name__ == "__main__":
    main()

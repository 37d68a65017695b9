"""How long printing takes and how much memory, beside Typst alone and beside the usual ways to print a notebook.

    uv run python benchmarks/printing.py          # some minutes
    uv run python benchmarks/printing.py --long   # the others print 200 documents as well: up to an hour

Times are processor time (user and system, with everything that was started), and the least of
several runs where they are short. Read the ratios: the seconds are this machine's. 1.0 is Typst
alone, which imports typst and compiles documents that are ready: no printer built on it is faster.
Python may keep what it has compiled, as it does for everybody who prints a second time.

The others print the same notebooks as they are: prose and code, with one line in place of each
worksheet, and nothing at the foot of the page. So they do less. One that is not here is named so.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handouts import for_facilitator
from handouts.document import document
from handouts.press import FONTS, TEMPLATES
from workshop.files import all_notebooks, read_notebook
from workshop.group import Group
from workshop.printing import settings_for

RUNS = 20
SHORT = 1.0
"""Seconds: what takes longer is measured once more and no oftener."""
MANY = (20, 200)
TARGET = 2.5
"""How many times the floor one document may cost in a new process."""

FLOOR = """
import sys, typst
templates, font_folder, *ready = sys.argv[1:]
fonts = typst.Fonts(include_system_fonts=False, font_paths=[font_folder])
for file in ready:
    with open(file, encoding="utf-8") as text:
        typst.compile(templates + "/handout.typ", root=templates, font_paths=fonts, pdf_standards=["ua-1"],
            sys_inputs={"doc": text.read()}, timestamp=0)
"""
OURS = (
    "import sys; from workshop.command import main; sys.exit(main(['print', '--output-dir', *sys.argv[1:]]))"
)
NBCONVERT = "import sys; from nbconvert.nbconvertapp import main; main(sys.argv[1:])"
WEASYPRINT = """
import sys
from nbconvert.exporters import HTMLExporter
from weasyprint import HTML
folder, *notebooks = sys.argv[1:]
exporter = HTMLExporter()
for number, path in enumerate(notebooks):
    html, _ = exporter.from_filename(path)
    HTML(string=html).write_pdf(f"{folder}/{number}.pdf", pdf_variant="pdf/ua-1")
"""
MEMORY = """
import sys
from datetime import date
from pathlib import Path
import psutil
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook
paths = [Path(one) for one in sys.argv[1:]]
for number in range(1, 1001):
    path = paths[number % len(paths)]
    print_notebook(read_notebook(path), path, "participant", Group(), date(2026, 11, 23))
    if number in (100, 1000):
        print(psutil.Process().memory_info().rss)
"""


@dataclass(frozen=True)
class Printer:
    """A way to print notebooks: its name, and the command for a folder to print to, before the notebooks."""

    name: str
    command: tuple[str, ...]
    here: bool


def printers(folder: str) -> list[Printer]:
    """The usual ways to print a notebook, and whether they are installed here."""
    nbconvert = ("-c", NBCONVERT, "--log-level=ERROR", f"--output-dir={folder}")
    has_html = importlib.util.find_spec("weasyprint") is not None
    has_latex = all(map(shutil.which, ("xelatex", "pandoc")))
    return [
        Printer("nbconvert HTML and WeasyPrint", ("-c", WEASYPRINT, folder), has_html),
        Printer("nbconvert --to webpdf", (*nbconvert, "--to=webpdf"), has_browser()),
        Printer("nbconvert --to pdf (LaTeX)", (*nbconvert, "--to=pdf"), has_latex),
    ]


def has_browser() -> bool:
    """Whether Playwright has a browser of its own: nbconvert's webpdf can use no other."""
    if importlib.util.find_spec("playwright") is None:
        return False
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - perhaps it is not installed

    with sync_playwright() as started:
        return Path(started.chromium.executable_path).exists()


def seconds(environment: dict[str, str], command: tuple[str, ...], runs: int = RUNS) -> float:
    """Processor time of a Python command, the least of several runs; a first one that is short does not count."""
    taken: list[float] = []
    while len(taken) <= (runs if not taken or taken[-1] < SHORT else 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            (sys.executable, *command),
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken[1:])


def copies(folder: Path) -> tuple[list[str], list[str]]:
    """As many notebooks as the longest run prints, and the same as documents that are ready for Typst."""
    handouts = [path for path in reversed(all_notebooks()) if not for_facilitator(read_notebook(path))]
    notebooks, ready = [], []
    for number in range(max(MANY)):
        path = handouts[number % len(handouts)]
        notebooks.append(folder / f"{number:03}_{path.name}")
        shutil.copyfile(path, notebooks[-1])
        settings = settings_for(path, "participant", Group(), date(2026, 11, 23))
        data = document(read_notebook(path), settings, [])
        data.pop("files")
        ready.append(notebooks[-1].with_suffix(".json"))
        ready[-1].write_text(json.dumps(data), encoding="utf-8")
    return list(map(str, notebooks)), list(map(str, ready))


def row(name: str, costs: list[float | None], floors: list[float]) -> None:
    """One line of the table: each cost as a multiple of Typst alone."""
    cells = [
        f"{cost:8.2f} s {cost / floor:7.1f}" if cost is not None else f"{'-':>10} {'':7}"
        for cost, floor in zip(costs, floors, strict=True)
    ]
    print(f"{name:32}{''.join(cells)}", flush=True)


def main() -> None:
    """Time everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--long", action="store_true", help="let the others print 200 documents, too")
    long = parser.parse_args().long
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {key: one for key, one in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        notebooks, ready = copies(folder)
        sizes = (1, *MANY)

        def costs(command: tuple[str, ...], files: list[str], most: int = max(MANY)) -> list[float | None]:
            """New process for 1, 20 and 200 documents; and, from the last two there are, one more document."""
            cold = [
                seconds(environment, (*command, *files[:many])) if many <= most else None for many in sizes
            ]
            known = [(many, cost) for many, cost in zip(sizes, cold, strict=True) if cost is not None]
            (few, less), (many, more) = known[-2:]
            return [cold[0], (more - less) / (many - few), *cold[1:]]

        print(f"{'':32}{'1, cold':>18}{'1 more, warm':>18}{'20':>18}{'200':>18}")
        floors = [one or 0.0 for one in costs(("-c", FLOOR, str(TEMPLATES), str(FONTS)), ready)]
        row("Typst alone", list(floors), floors)
        ours = costs(("-c", OURS, name), notebooks)
        row("workshop print", ours, floors)
        for printer in printers(name):
            if printer.here:
                row(printer.name, costs(printer.command, notebooks, max(MANY) if long else min(MANY)), floors)
            else:
                print(f"{printer.name:32}{'not installed':>18}")
        ratio = (ours[0] or 0) / floors[0]
        print(
            f"\nOne handout in a new process: {ratio:.2f} times the floor; target {TARGET}: {'reached' if ratio <= TARGET else 'MISSED'}"
        )
        said = subprocess.run(
            (sys.executable, "-c", MEMORY, *notebooks[:20]), check=True, capture_output=True, env=environment
        ).stdout.split()
        after_100, after_1000 = (int(one) / 2**20 for one in said)
        print(
            f"Memory after 100 documents {after_100:.0f} MB, after 1000 {after_1000:.0f} MB: {after_1000 / after_100:.2f} times as much"
        )


if __name__ == "__main__":
    main()

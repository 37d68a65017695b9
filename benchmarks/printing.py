"""How long printing takes: one handout and all of them, each in a new process, beside what Typst alone needs.

    uv run python benchmarks/printing.py

Times are processor time of the whole process (user and system), the least of several runs. The
floor is a process that imports typst and compiles one ready document: no printer built on Typst
can be faster. Read the ratios; the seconds are this machine's.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from handouts.document import document
from handouts.press import FONTS, TEMPLATES
from workshop.files import all_notebooks, read_notebook
from workshop.group import Group
from workshop.printing import settings_for

RUNS = 7
LONG_RUNS = 3
FASTER = 1.6
"""How much sooner two threads are to be ready than one, with the whole kit in all editions."""
TARGETS = {"one handout": 0.25, "all handouts": 1.5}
"""Seconds of processor time that we mean to stay under."""
FLOOR = """
import sys, typst
typst.compile(sys.argv[1] + "/handout.typ", root=sys.argv[1], ignore_system_fonts=True, pdf_standards=["ua-1"],
    font_paths=typst.Fonts(include_system_fonts=False, font_paths=[sys.argv[2]]),
    sys_inputs={"doc": open(sys.argv[3], encoding="utf-8").read()}, timestamp=0)
"""


def seconds(*command: str) -> float:
    """Processor time of the command, the least of several runs after one that does not count."""
    least = float("inf")
    for run in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = min(least, used) if run else least
    return least


def elapsed(*command: str) -> float:
    """Time on the clock that the command takes, the least of a few runs: only a quiet machine tells much."""
    least = float("inf")
    for _ in range(LONG_RUNS):
        before = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        least = min(least, time.perf_counter() - before)
    return least


def main() -> None:
    """Time the floor and the command, and print a table."""
    one = all_notebooks()[-1]
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder, "ready.json")
        data = document(read_notebook(one), settings_for(one, "participant", Group(), date(2026, 11, 23)), [])
        data.pop("files")
        ready.write_text(json.dumps(data), encoding="utf-8")
        command = [
            sys.executable,
            "-c",
            "import sys; from workshop.command import main; sys.exit(main())",
            "print",
        ]
        floor = seconds(sys.executable, "-c", FLOOR, str(TEMPLATES), str(FONTS), str(ready))
        print(f"{'Typst alone, one ready document':34} {floor:6.3f} s    1.0")
        timed = {
            "one handout": seconds(*command, str(one), "--output-dir", folder),
            "all handouts": seconds(*command, "--output-dir", folder),
        }
        every = (*command, "--all-editions", "--output-dir", folder, "-j")
        one_thread, two_threads = elapsed(*every, "1"), elapsed(*every, "2")
    for name, used in timed.items():
        verdict = "reached" if used < TARGETS[name] else "MISSED"
        print(
            f"workshop print, {name:18} {used:6.3f} s  {used / floor:5.1f}    target {TARGETS[name]} s: {verdict}"
        )
    times = one_thread / two_threads
    verdict = "reached" if times >= FASTER else "MISSED"
    print(
        f"all editions, two threads {two_threads:6.1f} s, one {one_thread:6.1f} s: {times:.2f} times, "
        f"target {FASTER}: {verdict}"
    )


if __name__ == "__main__":
    main()

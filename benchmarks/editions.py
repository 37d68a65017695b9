"""How much faster the whole kit prints in all its editions when two threads share the work.

    uv run python benchmarks/editions.py                        # some minutes
    uv run python benchmarks/editions.py notebooks/01*.ipynb    # a first look, with fewer

Every notebook in every edition, by one command with `-j 1` and with `-j 2`, each in a new process, by
turns; the least of several runs counts. Wall time, as a facilitator waits for it: so it needs two
quiet cores, and what else runs on them makes the ratio smaller. The second column is processor time,
which tells a busy computer from a lock: where threads wait for each other, only the wall time grows.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

RUNS = 3
THREADS = (1, 2)
TARGET = 1.6
"""How many times as fast two threads are to be, on two quiet cores."""
QUIET = 0.25
"""Processes that may already be waiting for a core, on average, where a figure is to be trusted."""
CODE = "import sys; from workshop.command import main; sys.exit(main())"


class Took(NamedTuple):
    """Seconds that a run took by the clock, and of the processors."""

    wall: float
    work: float


def printed(threads: int, notebooks: list[str]) -> tuple[Took, int]:
    """Print all there is of some notebooks once; what it took, and how many PDFs there are."""
    with tempfile.TemporaryDirectory() as folder:
        typed = ("print", "--all-editions", "-j", str(threads), "--output-dir", folder, *notebooks)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", CODE, *typed], check=True, stdout=subprocess.DEVNULL)
        wall = time.perf_counter() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Took(wall, work), len(list(Path(folder).glob("*.pdf")))


def main() -> None:
    """Time both by turns, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "notebooks", nargs="*", metavar="NOTEBOOK", help="which ones; all, where you name none"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each is measured")
    options = parser.parse_args()
    busy = os.getloadavg()[0] > QUIET
    taken: dict[int, list[Took]] = {threads: [] for threads in THREADS}
    for _ in range(options.runs):
        for threads, found in taken.items():
            took, many = printed(threads, options.notebooks)
            found.append(took)
    least = {threads: Took(*map(min, zip(*found, strict=True))) for threads, found in taken.items()}
    for threads, (wall, work) in least.items():
        print(f"{many} PDFs, -j {threads}   {wall:7.1f} s   {work:7.1f} s of the processors")
    ratio = least[1].wall / least[2].wall
    verdict = "reached" if ratio >= TARGET else "MISSED"
    print(f"two threads are {ratio:.2f} times as fast; target {TARGET}: {verdict}")
    if busy:
        print("This computer was busy when this began. On quiet cores the ratio is higher.")


if __name__ == "__main__":
    main()

"""How long planning takes: the slowest of many questions, and the whole command in a new process.

    uv run python benchmarks/planning.py

The questions are every build, and all 17 topics in one meeting of every length from 1 minute to
12 hours, for 2 to 24 people. Each takes its least of several runs. The second figure is processor time.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from workshop.files import ROOT
from workshop.group import Group, load_group
from workshop.group_file import EXAMPLE
from workshop.plan.builds import ENDING, builds, items, topics
from workshop.plan.planner import plan
from workshop.plan.timetable import Ask

RUNS = 3
MARK = 50
"""Milliseconds that any plan is to stay under."""
SLOW = Group(setting="online", needs=("interpreter", "scribe"))


def asks() -> Iterator[Ask]:
    """The questions."""
    for build in builds().values():
        for people in range(2, 13):
            for names in build.for_people(people):
                yield Ask(people=people, minutes=build.minutes, items=items(names))
    everything = items(name for name in topics() if name != ENDING)
    for minutes in range(1, 721):
        for people in (2, 7, 12, 24):
            for group in (Group(), SLOW):
                yield Ask(people=people, minutes=minutes, items=everything, group=group)


def milliseconds(ask: Ask) -> float:
    """How long one plan takes."""
    least = float("inf")
    for _ in range(RUNS):
        begun = time.perf_counter()
        plan(ask)
        least = min(least, time.perf_counter() - begun)
    return 1000 * least


def command() -> float:
    """Processor time of the whole command, in milliseconds, the least of several runs."""
    code = "import sys; from workshop.command import main; sys.exit(main())"
    least = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-c", code, "plan", "--build", "day"], check=True, stdout=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * least


def group_file() -> float:
    """How long the group's file takes to load, in milliseconds."""
    least = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "my_group.toml").write_bytes((ROOT / EXAMPLE).read_bytes())
        for _ in range(RUNS):
            begun = time.perf_counter()
            load_group(Path(folder))
            least = min(least, time.perf_counter() - begun)
    return 1000 * least


def main() -> None:
    """Time them, and print a table."""
    times = [milliseconds(ask) for ask in asks()]
    verdict = "reached" if max(times) < MARK else "MISSED"
    print(f"the slowest of {len(times)} plans      {max(times):7.1f} ms   target {MARK} ms: {verdict}")
    print(f"the group's file, msgspec loaded {group_file():7.1f} ms")
    print(f"workshop plan, a new process    {command():7.1f} ms")


if __name__ == "__main__":
    main()

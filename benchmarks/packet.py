"""How long the way from a plan to its packet takes: both commands, each in a new process.

    uv run python benchmarks/packet.py

Wall time as a facilitator waits for it, the least of several runs, for a meeting of 90 minutes.
The second column is processor time, which a busy computer changes less.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
TOGETHER, PACKET = 1000, 600
"""Milliseconds that both commands, and the packet alone, are to stay under."""
CODE = "import sys; from workshop.command import main; sys.exit(main())"


def took(*typed: str) -> tuple[float, float]:
    """Wall and processor time of one command, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", CODE, *typed], check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * wall, 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Time them, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        plan = ("plan", "--build", "standard", "--start", "18:00", "--output-dir", folder)
        packet = ("print", "--packet", str(Path(folder, "tonight.ipynb")), "--output-dir", folder)
        runs = [(took(*plan), took(*packet)) for _ in range(RUNS)]
    planned, printed = ([min(column) for column in zip(*one, strict=True)] for one in zip(*runs, strict=True))
    together = planned[0] + printed[0]
    for name, (wall, work) in {"workshop plan": planned, "workshop print --packet": printed}.items():
        print(f"{name:25} {wall:7.0f} ms  {work:7.0f} ms")
    for name, wall, target in (("the packet", printed[0], PACKET), ("both", together, TOGETHER)):
        print(f"{name:25} {wall:7.0f} ms  target {target} ms: {'reached' if wall < target else 'MISSED'}")


if __name__ == "__main__":
    main()

"""Confined printing: a notebook from somebody you do not know, in a process of its own, with limits.

The process starts afresh (it is never forked: the printer's threads would not survive that), and all
that comes back is bytes: a line of JSON, and the PDF. What goes wrong in there ends in one sentence here.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Timer
from typing import Any, Unpack

from handouts import Printed
from workshop.editions import Layout
from workshop.errors import KitError
from workshop.files import LARGEST_NOTEBOOK, read_notebook
from workshop.group import Group
from workshop.printing import Audience, print_notebook

DEADLINE = 30
"""Seconds. The slowest of ours takes a hundredth of it."""
MEMORY = 2_000_000_000
"""Bytes of address space; a usual handout takes a tenth. Windows has no such limit, macOS may ignore it."""
BROKE = "needs more memory than a handout may take, or breaks the printer"
LARGEST_PDF = 4 * LARGEST_NOTEBOOK
"""Bytes that the process may write to a file or send back."""


def print_untrusted(
    path: Path,
    audience: Audience,
    group: Group,
    today: date,
    *,
    deadline: float = DEADLINE,
    **layout: Unpack[Layout],
) -> Printed:
    """The PDF of a notebook file, printed within the limits.

    Raises:
        KitError: it cannot be printed, or not within the limits.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="good-company-pictures-") as scratch:
        child = spawn.Process(target=_print, args=(theirs, scratch, (path, audience, group, today), layout))
        with safe_path():
            child.start()
        started = time.monotonic()
        theirs.close()
        clock = Timer(deadline, child.kill)
        clock.start()
        try:
            head, _, pdf = ours.recv_bytes(LARGEST_PDF).partition(b"\n")
        except (EOFError, OSError) as error:
            late = time.monotonic() - started >= deadline
            reason = f"takes longer than {deadline:g} seconds to print" if late else BROKE
            message = f"{path.name} {reason}, so it was stopped."
            raise KitError(message) from error
        finally:
            clock.cancel()
            child.kill()
            child.join()
            ours.close()
    said = json.loads(head)
    if "sorry" in said:
        raise KitError(said["sorry"])
    return Printed(pdf, tuple(said["notes"]))


@contextmanager
def safe_path() -> Iterator[None]:
    """Let the process that starts now not take a file types.py, where we are, for one of Python's."""
    name = "PYTHONSAFEPATH"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        os.environ.pop(name)
        os.environ.update({} if before is None else {name: before})


def _print(
    connection: Connection, scratch: str, order: tuple[Path, Audience, Group, date], layout: Layout
) -> None:
    """What happens in the other process: print, and send one message."""
    _confine(scratch)
    try:
        path, audience, group, today = order
        printed = print_notebook(read_notebook(path), path, audience, group, today, **layout)
        head: dict[str, Any] = {"notes": printed.notes}
        pdf = printed.pdf
    except KitError as error:
        head, pdf = {"sorry": str(error)}, b""
    connection.send_bytes(json.dumps(head).encode() + b"\n" + pdf)


def _confine(scratch: str) -> None:
    """Set the limits, before the first byte of the notebook is read."""
    silent = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # a compiler that runs out of memory says so in its own words
        os.dup2(silent, stream)
    tempfile.tempdir = scratch
    os.environ["RAYON_NUM_THREADS"] = "2"  # each thread sets address space aside
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    seconds = DEADLINE * (
        os.cpu_count() or 1
    )  # of the processor: only for when nobody is left to keep the time
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, LARGEST_PDF),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # a system without this limit, or with a lower one
            resource.setrlimit(limit, (most, most))

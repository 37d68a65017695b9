"""The private folder: everything of one meeting lies in it, and it is gone when the meeting ends."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from workshop.errors import KitError

PREFIX = "good-company-"
ROOM_NEEDED = 300_000_000
"""Bytes: a browser's own folder is the biggest thing in it, about a hundred million."""
PATIENCE = 30
"""Tenths of a second that we try to remove the folder while something still writes into it."""


def places() -> list[Path]:
    """Where it may lie, the best first: in memory where there is such a place, so never on a disk."""
    named = [os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm" if os.name == "posix" else None]  # noqa: S108 - memory, and the folder is made with 0700
    return [Path(place) for place in (*named, tempfile.gettempdir()) if place and _fits(Path(place))]


def _fits(place: Path) -> bool:
    try:
        return os.access(place, os.W_OK | os.X_OK) and shutil.disk_usage(place).free > ROOM_NEEDED
    except OSError:
        return False


def in_memory(place: Path) -> bool:
    """Whether a folder lies in the computer's memory, as far as the system says; never on a disk then."""
    here = place.resolve()
    mounted = {
        Path(one.mountpoint): one.fstype
        for one in psutil.disk_partitions(all=True)
        if here.is_relative_to(one.mountpoint)
    }
    return bool(mounted) and mounted[max(mounted, key=lambda mount: len(mount.parts))] in {"tmpfs", "ramfs"}


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only this user can read (0700), wiped when the block ends, whatever ended it.

    Raises:
        KitError: there is no room for it anywhere.
    """
    sweep()
    folder = None
    for place in places():
        try:
            folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))
            break
        except OSError:
            continue
    if folder is None:
        message = "There is no room for a private folder. Free some space on this computer, and try again."
        raise KitError(message)
    try:
        yield folder
    finally:
        wipe(folder)


def sweep() -> None:
    """Wipe what was left by a meeting that was cut off, by a power cut for example."""
    for place in places():
        for left in place.glob(f"{PREFIX}*"):
            owner = left.name.removeprefix(PREFIX).partition("-")[0]
            if owner.isdigit() and not psutil.pid_exists(int(owner)):
                wipe(left)


def wipe(folder: Path) -> None:
    """End what still runs from the folder, and remove it. A closing browser may write a moment longer."""
    for _ in range(PATIENCE):
        for process in running_from(folder):
            with suppress(psutil.Error):
                process.kill()
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)


def running_from(folder: Path) -> list[psutil.Process]:
    """The processes that were started with this folder: the browser, the kernels; never this one."""
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if process.pid != os.getpid() and any(str(folder) in word for word in process.info["cmdline"] or ())
    ]

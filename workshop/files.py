"""Files: found, read with one clear sentence when something is wrong, and written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import stat
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

from workshop.errors import KitError

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
MEETINGS = ROOT / "my_meetings"
"""Where the notebooks of planned meetings lie."""
PDFS = ROOT / "handouts" / "pdf"
LARGEST_PICTURE = 20_000_000
LARGEST_NOTEBOOK = 50_000_000
"""Bytes. Ours are a thousand times smaller; a file beyond this is not a notebook to print."""
READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened to be read: without waiting where it turns out to be a pipe."""
UNFINISHED = ".good-company-"
"""How the name of a file begins that is still being written; the number of its process follows."""


def all_notebooks(folder: Path = NOTEBOOKS) -> list[Path]:
    """Every notebook in the folder, in the order of their names."""
    return sorted(
        path
        for path in folder.rglob("*.ipynb")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def kit_notebooks() -> list[Path]:
    """Every notebook of the kit.

    Raises:
        KitError: there are none, so this is no full copy of the kit.
    """
    found = all_notebooks()
    if not found:
        message = f"There are no notebooks in {NOTEBOOKS}. Run this from a full copy of the kit."
        raise KitError(message)
    return found


def planned_notebooks() -> list[Path]:
    """The notebook of every meeting that was planned."""
    return all_notebooks(MEETINGS)


def meeting_called(name: str) -> Path | None:
    """The notebook of a meeting that was planned under that name; None where there is none."""
    path = MEETINGS / f"{name}.ipynb"
    return path if path.parent == MEETINGS and is_there(path) else None


def is_there(path: Path) -> bool:
    """Whether there is such a file; a name too long for any file is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def read_notebook(path: Path) -> Any:
    """A notebook as plain data.

    Raises:
        KitError: there is no such file, or it is not JSON.
    """
    try:
        data = _read(os.open(path, READ), LARGEST_NOTEBOOK)
        if data is None:
            message = f"{path.name} is too large to be a notebook that can be printed."
            raise KitError(message)
        return json.loads(data)
    except FileNotFoundError:
        message = f"There is no notebook {path}. Check the name, or name a topic, like a1."
    except IsADirectoryError:
        message = f"{path} is a folder. Name a notebook in it, a file that ends in .ipynb."
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
    except (ValueError, RecursionError):
        message = f"{path.name} is damaged or is not a Jupyter notebook. Take a fresh copy of it."
    raise KitError(message)


def as_stored(notebook: Any) -> bytes:
    """A notebook as Jupyter itself writes it, so that saving one changes no byte of it."""
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _read(descriptor: int, most: int) -> bytes | None:
    """All of an open file; None where it is longer than `most` bytes.

    Raises:
        OSError: it cannot be read, or it is no plain file: a pipe might never end.
    """
    try:
        kind = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(kind):
            raise OSError(errno.EINVAL, "it is no plain file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(most + 1)
    finally:
        os.close(descriptor)
    return data if len(data) <= most else None


def picture_beside(path: Path, name: str) -> bytes | None:
    """The bytes of a picture in the notebook's own folder or below; None where it is elsewhere.

    No link is followed on the way down, so that a notebook that came with a folder full of links
    cannot put another file of this computer on paper. (Windows has no links that anybody may make,
    and no way to refuse them; there, the real path decides.)
    """
    folder = path.resolve().parent
    steps = PurePath(name).parts
    try:
        if not steps or ".." in steps or not (folder / name).resolve().is_relative_to(folder):
            return None
        if PurePath(name).is_absolute():
            steps = PurePath(name).relative_to(folder).parts
        return _read(_open_below(folder, steps), LARGEST_PICTURE)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links that lead round in a circle
        return None


def _open_below(folder: Path, steps: tuple[str, ...]) -> int:
    """A file below a folder, opened step by step, so that nobody can put a link in between."""
    if os.open not in os.supports_dir_fd:
        return os.open(folder.joinpath(*steps), READ)
    here = os.open(folder, READ)
    for step in steps:
        above = here
        try:
            here = os.open(step, READ | os.O_NOFOLLOW, dir_fd=above)
        finally:
            os.close(above)
    return here


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place so that a reader sees the old one or the new one, never half of one.

    Raises:
        KitError: it could not be written; the old file, if there was one, is as it was.
    """
    temporary = path.parent / f"{UNFINISHED}{os.getpid()}-{os.urandom(6).hex()}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        with suppress(OSError, ValueError):  # where the folder itself is no folder
            temporary.unlink()
        reason = getattr(error, "strerror", None) or "no file can have this name"
        message = f"{path.name} could not be written to {path.parent}: {reason}. Nothing changed."
        raise KitError(message) from error
    _keep(path.parent)


def _keep(folder: Path) -> None:
    """Put the folder itself on the disk, where the system can: then even a power cut keeps the new file."""
    with suppress(OSError):  # the file is in place; Windows and some network drives cannot do more
        descriptor = os.open(folder, READ)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what was left half written in a folder by a process that was killed."""
    for left in folder.glob(f"{UNFINISHED}*"):
        owner = left.name.removeprefix(UNFINISHED).partition("-")[0]
        if owner.isdecimal() and not _runs(int(owner)):
            with suppress(OSError):  # on Windows a file that somebody has open stays
                left.unlink()


def _runs(process: int) -> bool:
    """Whether a process of this number is there. Windows need not be asked: there, an open file stays."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, and is another user's
        return True
    return True

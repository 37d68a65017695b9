"""Files: found, read with one clear sentence when something is wrong, and written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
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
        if path.stat().st_size > LARGEST_NOTEBOOK:
            message = f"{path.name} is too large to be a notebook that can be printed."
            raise KitError(message)
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        message = f"There is no notebook {path}. Check the name, or name none to print them all."
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


def picture_beside(path: Path, name: str) -> bytes | None:
    """The bytes of a picture in the notebook's own folder or below; None where it is elsewhere."""
    folder = path.resolve().parent
    wanted = folder / name
    try:
        inside = wanted.resolve().is_relative_to(folder)
        if not inside or not wanted.is_file() or wanted.stat().st_size > LARGEST_PICTURE:
            return None
        return wanted.read_bytes()
    except (OSError, ValueError):
        return None


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place so that a reader sees the old one or the new one, never half of one.

    Raises:
        KitError: it could not be written; the old file, if there was one, is as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):  # where the folder itself is no folder
            temporary.unlink()
        message = f"{path.name} could not be written to {path.parent}: {error.strerror}. Nothing changed."
        raise KitError(message) from error

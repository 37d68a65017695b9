"""As made: a fingerprint of each notebook and font, so that a changed or damaged one can be named.

`workshop refresh` writes the list. What counts is what a notebook says, not how its file is laid out:
line endings that git or an editor changed change no fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from workshop.errors import KitError
from workshop.files import NOTEBOOKS, ROOT, all_notebooks, read_notebook, write_whole

LIST = Path(__file__).parent / "as_made.txt"
FONTS = ROOT / "handouts" / "fonts"
HEAD = (
    "# A fingerprint of each notebook and font of the kit, as it was made. `workshop refresh` writes\n"
    "# this list, and `workshop check` names what differs.\n"
)


def fingerprint(path: Path) -> str:
    """A short hash of what is in a file.

    Raises:
        KitError: it cannot be read, or it is a notebook that is none.
    """
    if path.suffix == ".ipynb":
        said = json.dumps(_joined(read_notebook(path)), sort_keys=True).encode()
    else:
        try:
            said = path.read_bytes()
        except OSError as error:
            raise KitError(f"{path.name} cannot be read: {error.strerror}.") from error
    return hashlib.sha256(said).hexdigest()[:32]


def _joined(notebook: Any) -> Any:
    """The same notebook with the source of each cell as one text: it may be kept as a list of lines."""
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        return notebook
    return notebook | {
        "cells": [
            cell | {"source": "".join(cell["source"])} if isinstance(cell.get("source"), list) else cell
            for cell in cells
        ]
    }


def made() -> dict[Path, str]:
    """Every file on the list, with its fingerprint; nothing where there is no list."""
    try:
        rows = LIST.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (row.partition("  ") for row in rows if not row.startswith("#"))
    return {ROOT / name: known for known, _, name in pairs if name}


def remember(paths: list[Path]) -> None:
    """Put notebooks of the kit on the list as they are now, and the fonts; what is gone leaves it.

    Args:
        paths: which notebooks; one that lies elsewhere is left alone.
    """
    ours = {path.resolve() for path in paths} & set(all_notebooks(NOTEBOOKS))
    if not ours:
        return
    listed = made() | {path: fingerprint(path) for path in [*ours, *FONTS.glob("*.ttf")]}
    kept = sorted(path for path in listed if path.is_file())
    text = HEAD + "".join(f"{listed[path]}  {path.relative_to(ROOT).as_posix()}\n" for path in kept)
    if not LIST.is_file() or LIST.read_bytes() != text.encode():
        write_whole(LIST, text.encode())

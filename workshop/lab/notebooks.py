"""The notebooks of a meeting: which come along, and which are whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import exercises
from workshop.calls import called
from workshop.errors import KitError
from workshop.files import NOTEBOOKS, kit_notebooks, planned_notebooks, read_notebook

Say = Callable[[str], None]
FIRST = NOTEBOOKS / "01_opening.ipynb"
"""What opens where nothing is named."""


def whole_ones(wanted: Path, say: Say) -> dict[str, Path]:
    """The notebooks that are whole, the planned ones too, by the name that each gets in the private folder.

    Args:
        wanted: the one that is to be led; it may lie anywhere.
        say: is told which were left out, and why.

    Raises:
        KitError: the one that is wanted is damaged.
    """
    kept = {}
    for path in dict.fromkeys([*kit_notebooks(), *planned_notebooks(), wanted]):
        try:
            check(path)
        except KitError as error:
            if path == wanted:
                raise
            say(f"Left out: {error}")
            continue
        inside = path.is_relative_to(NOTEBOOKS)
        kept[path.relative_to(NOTEBOOKS).as_posix() if inside else f"mine/{path.name}"] = path
    return kept


def check(path: Path) -> None:
    """Look whether a notebook can be led.

    Raises:
        KitError: it is damaged, or asks for an exercise that is not there.
    """
    notebook = read_notebook(path)
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not cells or not all(_is_cell(cell) for cell in cells):
        message = f"{path.name} is damaged or is not a Jupyter notebook. Take a fresh copy of it."
        raise KitError(message)
    unknown = {name for name in map(called, cells) if name} - set(exercises.names())
    if unknown:
        message = f"{path.name} asks for an exercise that is not there: {', '.join(sorted(unknown))}."
        raise KitError(message)


def _is_cell(cell: object) -> bool:
    return (
        isinstance(cell, dict)
        and isinstance(cell.get("metadata"), dict)
        and isinstance(cell.get("source"), (str, list))
    )

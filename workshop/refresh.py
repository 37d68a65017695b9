"""Refresh: store in each notebook the worksheets that its cells show, as a fresh run would.

Nothing is executed: a kit notebook's code cells have one form, so what they show is known. nbval
runs them for real and compares.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import exercises
from exercises.paper import MIME
from workshop.calls import called
from workshop.errors import KitError
from workshop.files import as_stored, read_notebook, write_whole
from workshop.words import words


def refreshed(path: Path) -> bytes:
    """The notebook as it should be stored, in bytes.

    Raises:
        KitError: a code cell has another form, or names an exercise that does not exist.
    """
    notebook = read_notebook(path)
    count = 0
    for cell in notebook.get("cells", []):
        if cell.get("cell_type") == "code":
            count += 1
            cell["execution_count"] = count
            cell["outputs"] = [_output(cell, count, path)]
    return as_stored(notebook)


def refresh(path: Path) -> bool:
    """Store the worksheets of one notebook anew; whether anything changed."""
    fresh = refreshed(path)
    if path.read_bytes() == fresh:
        return False
    write_whole(path, fresh)
    return True


def _output(cell: dict[str, Any], count: int, path: Path) -> dict[str, Any]:
    name = called(cell)
    if name is None:
        message = f'{path.name}: a code cell must read: from workshop import show; show("name_of_exercise")'
        raise KitError(message)
    try:
        exercise = exercises.load(name)
    except LookupError as error:
        message = f"{path.name}: {error}"
        raise KitError(message) from error
    sentence = words()["board"]["opens_soon"].format(title=exercise.title)
    return {
        "data": {MIME: exercise.worksheet(), "text/plain": [sentence]},
        "execution_count": count,
        "metadata": {},
        "output_type": "execute_result",
    }

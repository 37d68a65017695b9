"""The save hook: what a session did to a notebook stays out of the file.

Outputs, counts and metadata are taken from the file on the disk, never from the browser. So the
group's words cannot be saved by any setting of JupyterLab. Sources and tags come from the browser:
they are what an editor edits.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Protocol

from jupyter_server.utils import ApiPath, to_os_path
from tornado.web import HTTPError

from workshop.calls import called
from workshop.errors import KitError
from workshop.files import read_notebook

PATIENCE, MOMENT = 0.5, 0.02
"""Seconds that another save gets to be done, and between two looks. The server waits, so they are short."""


class Keeper(Protocol):
    """What we need of Jupyter's contents manager."""

    root_dir: str


def keep_session_out(*, model: dict[str, Any], path: str, contents_manager: Keeper, **_more: Any) -> None:
    """Take what a session left in a notebook of the kit out of it, before it is saved.

    Raises:
        HTTPError: it could not be done, so nothing is saved. Any other error of a hook is logged by
            the server and the file is written all the same (measured), so no other may leave here.
    """
    try:
        notebook = model.get("content")
        if model.get("type") == "notebook" and isinstance(notebook, dict) and is_ours(notebook):
            stored = Path(to_os_path(ApiPath(path), contents_manager.root_dir))
            clean(notebook, stored_now(stored) if stored.exists() else {})
    except Exception as error:
        raise HTTPError(
            500, "This notebook was not saved, so that nothing typed gets into the file."
        ) from error


def stored_now(path: Path) -> dict[str, Any]:
    """What is stored of a notebook.

    Jupyter writes into the file itself. So while another save of it is under way there is half a
    notebook: then we look again, a moment later.

    Raises:
        KitError: it stays half a notebook, so it is damaged.
    """
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            notebook: dict[str, Any] = read_notebook(path)
        except KitError:
            if time.monotonic() > ends:
                raise
            time.sleep(MOMENT)
        else:
            return notebook


def is_ours(notebook: dict[str, Any]) -> bool:
    """Whether a notebook shows one of the kit's exercises."""
    return any(called(cell) for cell in notebook.get("cells", []))


def clean(notebook: dict[str, Any], stored: dict[str, Any]) -> None:
    """Give the notebook the outputs, counts and metadata that are stored; a new cell has none."""
    notebook["metadata"] = stored.get("metadata", {})
    kept = {cell.get("id"): cell for cell in stored.get("cells", [])}
    for cell in notebook["cells"]:
        old = kept.get(cell.get("id"), {})
        tags = cell.get("metadata", {}).get("tags")
        cell["metadata"] = {
            **{name: told for name, told in old.get("metadata", {}).items() if name != "tags"},
            **({"tags": tags} if tags else {}),
        }
        if cell.get("cell_type") == "code":
            cell["outputs"] = old.get("outputs", [])
            cell["execution_count"] = old.get("execution_count")

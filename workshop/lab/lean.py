"""The lean set-up: the files that make one private JupyterLab calm, quiet and forgetful."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from pathlib import Path
from typing import Any

from workshop.files import as_stored, read_notebook

QUICK = 1.0
"""Seconds between two looks at whether a kernel still lives; the usual three are long on a group's screen."""


def set_up(folder: Path, notebooks: dict[str, Path]) -> dict[str, str]:
    """Write everything JupyterLab reads into the private folder.

    Args:
        folder: the private folder.
        notebooks: what is copied: where it goes below the folder's `notebooks`, and where it lies now.

    Returns:
        The environment for the server: nothing in it points outside the folder.
    """
    for name, path in notebooks.items():
        copy_notebook(path, folder / "notebooks" / name)
    led = json.loads((Path(__file__).parent / "led.json").read_text(encoding="utf-8"))
    for plugin, settings in led["settings"].items():
        package, _, name = plugin.partition(":")
        _write(folder / "settings" / package / f"{name}.jupyterlab-settings", settings)
    _write(folder / "config" / "jupyter_server_config.json", _server(folder))
    _write(
        folder / "config" / "labconfig" / "page_config.json",
        {
            "goodCompanyLed": "true",
            "buildCheck": "false",
            "buildAvailable": "false",
            "disabledExtensions": dict.fromkeys(led["disabled"], True),
        },
    )
    _write(
        folder / "ipython" / "profile_default" / "ipython_kernel_config.json",
        {"HistoryManager": {"enabled": False}, "InteractiveShellApp": {"ignore_cwd": True}},
    )
    named = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "runtime"}
    return {
        **{name: told for name, told in os.environ.items() if not name.startswith("JUPYTER")},
        **{f"JUPYTER_{name}": str(folder / place) for name, place in named.items()},
        "IPYTHONDIR": str(folder / "ipython"),
        "PYTHONSAFEPATH": "1",  # a file called types.py beside a notebook must not stop the kernel
    }


def copy_notebook(path: Path, target: Path) -> None:
    """Copy a notebook so that no click or key can change its cells, with the pictures beside it."""
    notebook = read_notebook(path)
    for cell in notebook["cells"]:
        cell["metadata"] |= {"editable": False, "deletable": False}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(as_stored(notebook))
    for picture in path.parent.glob("*.png"):
        shutil.copyfile(picture, target.parent / picture.name)


def _server(folder: Path) -> dict[str, Any]:
    return {
        "ServerApp": {
            "port": 0,  # the system picks a free one
            "open_browser": False,
            "allow_root": True,  # containers; nothing but this computer can reach it
            "root_dir": str(folder / "notebooks"),
            "terminals_enabled": False,
            # The first starts npm, which leaves a log in the home folder; the others nobody needs here.
            "jpserver_extensions": dict.fromkeys(
                ("jupyter_lsp", "jupyter_server_terminals", "notebook_shim"), False
            ),
        },
        "PasswordIdentityProvider": {"token": secrets.token_hex(24)},
        "LabApp": {
            "extension_manager": "readonly",  # asks no registry for extensions
            "workspaces_dir": str(folder / "workspaces"),
            "user_settings_dir": str(folder / "settings"),
        },
        "KernelRestarter": {"time_to_dead": QUICK},
    }


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")

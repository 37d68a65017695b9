"""The icon on the desktop: one small file, in the form each system knows, that opens the kit.

It starts the interpreter that runs now, with the kit's folder as its own. That needs neither uv nor the
network, so that the icon works in a meeting room too.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from platformdirs import PlatformDirs

from workshop.errors import KitError
from workshop.files import ROOT, write_whole
from workshop.words import words

OPEN = ("-m", "workshop", "open")
ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


class Kind(NamedTuple):
    """How a system wants its icon: how the file's name ends, and what the file says."""

    ending: str
    text: Callable[[str, Path], str]


def make(system: str = sys.platform, root: Path = ROOT, python: str = sys.executable) -> str:
    """Put the icon on the desktop, in place of an older one, and say so in one sentence.

    Raises:
        KitError: there is no desktop folder, or the file could not be written there.
    """
    said = words()["shortcut"]
    places = PlatformDirs()
    desktop = places.user_desktop_path
    if desktop == Path.home() or not desktop.is_dir():  # Linux names the home where there is no desktop
        raise KitError(said["no_desktop"].format(folder=desktop))
    kind = KINDS.get(system, KINDS["linux"])
    text = os.fsencode(kind.text(python, root))  # a path may hold bytes that are no letters
    icon = desktop / f"{said['name']}{kind.ending}"
    _put(icon, text)
    if kind is KINDS["linux"]:
        _put(places.user_applications_path / "good-company.desktop", text)
    return str(said["made"].format(name=said["name"], icon=icon))


def desktop_entry(python: str, root: Path) -> str:
    """A desktop entry for Linux: https://specifications.freedesktop.org/desktop-entry-spec/latest/."""
    said = words()["shortcut"]
    # The window closes with the command: where something went wrong, wait until it has been read.
    stay = '"$@" || { echo "$0"; read -r _; }'
    command = ("/bin/sh", "-c", stay, said["press_enter"], python, *OPEN)
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_value(said['name'])}",
            f"Comment={_value(said['comment'])}",
            f"Exec={_value(' '.join(map(_argument, command)))}",
            f"Path={_value(str(root))}",
            "Icon=system-users",
            "Terminal=true",
            "Categories=Education;",
            "",
        ]
    )


def shell_script(python: str, root: Path) -> str:
    """A script for macOS, which a double click runs in a window of its own."""
    return f"#!/bin/sh\ncd {shlex.quote(str(root))} && exec {shlex.join([python, *OPEN])}\n"


def batch_file(python: str, root: Path) -> str:
    """A batch file for Windows; its paths can hold no quotes, and a percent sign is written twice."""
    lines = (
        "@echo off",
        "chcp 65001 >nul",  # what follows is UTF-8
        f'pushd "{root}"'.replace("%", "%%"),
        f'"{python}" {" ".join(OPEN)}'.replace("%", "%%"),
        "if errorlevel 1 pause",
        "",
    )
    return "\r\n".join(lines)


KINDS = {
    "linux": Kind(".desktop", desktop_entry),
    "darwin": Kind(".command", shell_script),
    "win32": Kind(".bat", batch_file),
}
"""By the name that Python has for the system. Others that have a desktop follow the rules of Linux."""


def _value(text: str) -> str:
    """Text as the value of a key in a desktop entry."""
    return text.translate(ESCAPES)


def _argument(text: str) -> str:
    """One argument of a command in a desktop entry: quoted, with every sign that means something disarmed."""
    return '"' + "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in text).replace("%", "%%") + '"'


def _put(path: Path, text: bytes) -> None:
    write_whole(path, text)
    path.chmod(0o755)

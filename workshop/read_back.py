"""Reading back: the answers in a PDF that somebody filled in, for the facilitator's screen and no file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import handouts
from workshop.errors import KitError
from workshop.words import words

LARGEST = 50_000_000
"""Bytes. A filled handout is a hundred times smaller."""


def read_back(path: Path) -> tuple[str, str]:
    """The answers as JSON, by worksheet and question, and one sentence on where they are.

    Raises:
        KitError: the file is not there, cannot be read, or is no handout that was filled in.
    """
    try:
        found = handouts.answers(_read(path))
    except handouts.HandoutError as error:
        message = f"{path.name}: {error}"
        raise KitError(message) from error
    said = words()["read_back"]
    any_letter = "utf" in (sys.stdout.encoding or "").lower()  # an old terminal gets \\u.... for the others
    shown = json.dumps(found, indent=2, ensure_ascii=not any_letter)
    return shown, said["only_here"] if found else said["nothing"]


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise KitError(f"{path.name} is too large to be a handout. Check the name.")
        return path.read_bytes()
    except FileNotFoundError:
        message = f"There is no file {path}. Check the name."
    except IsADirectoryError:
        message = f"{path} is a folder. Name a PDF in it, a file that ends in .pdf."
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
    raise KitError(message)

"""What the `workshop` command says in the terminal: answers on one stream, complaints on the other."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def say(text: str) -> None:
    """Say something that was asked for."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: object) -> None:
    """Say what went wrong."""
    sys.stderr.write(f"{text}\n")


def shown(path: Path) -> str:
    """A path as a person would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def typed() -> str:
    """How the facilitator types this command here."""
    uv = os.environ.get("UV")  # set by `uv run`: the very uv that the facilitator typed
    return f"{shown(Path(uv))} run workshop" if uv else "workshop"

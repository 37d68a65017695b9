"""What people do: exercises as plain data, found by being in `library/`, shown live or on paper."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exercises.exercise import Exercise

__all__ = ["load", "names"]


def names() -> list[str]:
    """The name of every exercise there is, in alphabetical order."""
    from exercises import library  # noqa: PLC0415 - listing the names must not load the exercises

    return sorted(module.name for module in pkgutil.iter_modules(library.__path__))


def load(name: str) -> Exercise:
    """The exercise of that name.

    Raises:
        LookupError: there is none; the message says which there are.
    """
    if name not in names():
        message = f"There is no exercise '{name}'. There are: {', '.join(names())}."
        raise LookupError(message)
    exercise: Exercise = importlib.import_module(f"exercises.library.{name}").EXERCISE
    return exercise

"""Changing the group's file: the facts that are given take their place, and all else in it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from workshop.files import write_whole
from workshop.group import FILE_NAME, group_text
from workshop.group_file import EXAMPLE, group_in


def save_group(folder: Path, facts: Mapping[str, Any]) -> Path:
    """Write facts into the group's file of a folder; begin with the example where there is none.

    Args:
        folder: where the file lies.
        facts: what the file is to say, by field. A fact that is empty is taken out.

    Raises:
        KitError: the file that is there, or one of the facts, is not right; nothing was changed.
    """
    path = folder / FILE_NAME
    write_whole(path, edited(text_of(folder), facts).encode())
    return path


def text_of(folder: Path) -> str:
    """What the group's file says; what the example says, where there is no file yet.

    Raises:
        KitError: it cannot be read, or something in it is wrong: that is mended by hand, so that
            nothing in it is lost.
    """
    text = group_text(folder)
    if text is None:
        example = folder / EXAMPLE
        return example.read_text(encoding="utf-8") if example.exists() else ""
    group_in(text, FILE_NAME)
    return text


def edited(text: str, facts: Mapping[str, Any]) -> str:
    """The text of the file with these facts in it, its comments kept.

    Raises:
        KitError: a fact is not right; the message says what would be.
    """
    file = tomlkit.parse(text)
    if "partners_or_family" in facts:
        file.pop("safer", None)  # the short way to say the same
    for field, value in facts.items():
        if value in ("", None, []):
            file.pop(field, None)
        elif file.get(field) != value:
            file[field] = value
    said = tomlkit.dumps(file)
    group_in(said, FILE_NAME)
    return said

"""What was typed: whatever the command does not know gets one sentence, in place of a lesson in usage."""

from __future__ import annotations

import argparse
import os
import re
from typing import Any, NoReturn

from workshop.errors import KitError
from workshop.words import words

DOOR = re.compile(
    r"--?(ip|host|port|sock|token|password|allow\b|allow[-_]|cert|key|no-?auth|\w+(App|Provider|Handler)\.)",
    re.IGNORECASE,
)
"""Options that other people's servers have to let somebody in from elsewhere, or without a key."""

SAID = {
    "choice": re.compile(r"argument \S+: invalid choice: '(?P<given>.*)' \(choose from (?P<choices>.*)\)"),
    "number": re.compile(r"argument (?P<name>\S+): invalid int value: '(?P<given>.*)'"),
    "value": re.compile(r"argument (?P<name>\S+): expected one argument"),
    "nothing": re.compile(r"the following arguments are required: COMMAND"),
}
"""How the library says what is wrong, by the name of our own sentence for it in words.toml."""


class Help(argparse.HelpFormatter):
    """The standard library's. By itself it loads shutil, even where nobody asks for help."""

    def __init__(self, prog: str) -> None:
        """Ask the system how wide the terminal is."""
        try:
            wide = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (OSError, ValueError):
            wide = 0  # no terminal
        super().__init__(prog, width=(wide or 80) - 2)


class Parser(argparse.ArgumentParser):
    """The standard library's, but it ends in one sentence."""

    def __init__(self, **given: Any) -> None:
        """Take what the standard library's parser takes."""
        super().__init__(formatter_class=Help, **given)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed.

        Raises:
            KitError: always.
        """
        found = ((name, form.match(message)) for name, form in SAID.items())
        name, facts = next(((name, told.groupdict()) for name, told in found if told), ("wrong", {}))
        facts |= {"command": self.prog, "what": message, "choices": facts.get("choices", "").replace("'", "")}
        raise KitError(words()["typed"][name].format(**facts))


def known(parser: argparse.ArgumentParser, arguments: list[str] | None) -> argparse.Namespace:
    """What was typed, as options.

    Raises:
        KitError: something in it is not known, or would open a door.
    """
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        door = next(filter(DOOR.match, unknown), None)
        word = door or unknown[0]
        raise KitError(words()["typed"]["door" if door else "unknown"].format(word=word, command=parser.prog))
    return options

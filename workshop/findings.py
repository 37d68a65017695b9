"""Findings: what a check says. A sign with a word, one plain sentence, and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workshop.errors import KitError
from workshop.words import words

Sign = Literal["ok", "look", "stop"]
WIDTH = 78
INDENT = " " * 24
"""Letters on a line of the terminal, and how far the sentences stand in."""


@dataclass(frozen=True)
class Finding:
    """What was found: whether it is well, one plain sentence, and what to do where it is not."""

    sign: Sign
    sentence: str
    do: str = ""


Check = Callable[[date], Finding]
"""Looks at one thing, on that day."""


def stops(findings: dict[str, Finding]) -> bool:
    """Whether something stops a meeting."""
    return any(one.sign == "stop" for one in findings.values())


def report(findings: dict[str, Finding]) -> str:
    """The findings as lines to read, with what they come down to at the end."""
    said = words()["check"]
    rows = []
    for name, one in findings.items():
        head = f"{said[one.sign]:<8}{said['names'][name]:<16}"
        text = f"{one.sentence} {one.do}".strip()
        rows.append(textwrap.fill(text, WIDTH, initial_indent=head, subsequent_indent=INDENT))
    signs = {one.sign for one in findings.values()}
    last = "some_stop" if "stop" in signs else "some_look" if "look" in signs else "all_well"
    return "\n".join([*rows, "", said[last]])


def guarded(look: Check, today: date) -> Finding:
    """What a check finds; whatever goes wrong in it is a finding, too."""
    try:
        return look(today)
    except KitError as error:
        return Finding("stop", str(error))
    except Exception as error:  # noqa: BLE001 - a facilitator gets a sentence, whatever it was
        said = words()["check"]
        why = str(error) or type(error).__name__
        return Finding("stop", said["broken"].format(why=why), said["broken_do"])


def found(check: str, sign: Sign, name: str, **facts: object) -> Finding:
    """A finding in the words of words.toml: `name` is the sentence, and `name_do` what to do."""
    said = words()["check"][check]
    return Finding(sign, said[name].format(**facts), said.get(f"{name}_do", ""))

"""What the printer is told: for whom, on which paper, in which words, with which help lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Audience = Literal["participant", "guide"]
Paper = Literal["us-letter", "a4"]
Size = Literal["normal", "large", "giant"]
"""How big the words are: 14, 18 or 24 points. The measures of each are in typst/look.typ."""
RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
"""Languages that are written from right to left in the scripts most often used for them (Unicode CLDR)."""


class HandoutError(Exception):
    """A notebook that cannot be printed; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Crisis:
    """The crisis box at the foot of every page: a question, what to do, and how fresh that is."""

    head: str
    sentences: tuple[str, ...]
    date: str


@dataclass(frozen=True)
class Local:
    """A place nearby that helps. Where `checked` is empty, a blank for the day is printed."""

    name: str
    reach: str
    checked: str = ""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that is not in the notebook."""

    audience: Audience = "participant"
    paper: Paper = "us-letter"
    size: Size = "normal"
    page_per_exercise: bool = False
    """Whether each exercise starts on a page of its own, with room to write below it."""
    language: str = "en"
    rtl: bool | None = None
    """Whether pages read from right to left; None for what the language does."""
    fillable: bool = False
    """Whether places to write and tick become fields, so that a sheet can be filled in on a screen."""
    safer: bool = False
    """Whether partners or family may be in the room; worksheets then show their safer face."""
    people: int = 8
    """How many the times in the guide are reckoned for."""
    words: Mapping[str, str]
    crisis: Crisis
    lines: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Help lines by id: the name of each, and how to reach it in one sentence."""
    local: tuple[Local, ...] = ()
    """The group's own lines, which stand where a worksheet names the line `local`."""
    fallback_title: str = ""
    """The title of a notebook that has none of its own: its file name, in words."""
    picture: Callable[[str], bytes | None] = lambda _name: None
    """The bytes of a picture that lies beside the notebook; None where there is none to be had."""

    @property
    def right_to_left(self) -> bool:
        """Whether pages read from right to left."""
        return self.language in RIGHT_TO_LEFT if self.rtl is None else self.rtl


@dataclass(frozen=True)
class Printed:
    """A finished PDF, and one plain sentence for each thing that had to be replaced."""

    pdf: bytes
    notes: tuple[str, ...] = ()

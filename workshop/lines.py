"""Help lines: loaded from lines.toml, checked, and put where a worksheet or a page names them.

The rules come from the field guide, 2.1 and 2.2: a number in letters must match its digits, a
country that is not filled in prints blanks, and numbers older than 180 days ask to be checked.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from workshop.errors import KitError
from workshop.words import dated, words

FILE = Path(__file__).parent / "lines.toml"
STALE_AFTER = timedelta(days=180)
_NUMBER = re.compile(r"\+?[0-9]+([- ][0-9]+)*")
_SPELLED = re.compile(r"[0-9A-Z]+(-[0-9A-Z]+)*")
_SITE = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_KEYPAD = {"2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ"}
"""The letters on the keys of a telephone (ITU E.161)."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One place that helps, as lines.toml has it. Everything but the number may be missing."""

    id: str
    country: str
    name: str
    source: str
    confidence: str
    languages: list[str]
    call: str = ""
    spelled: str = ""
    text: str = ""
    text_word: str = ""
    web: str = ""
    hours: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a line that could send somebody to a wrong place."""
        must = {
            "a name and a source": bool(self.name and self.source),
            "languages as a list": isinstance(self.languages, list) and bool(self.languages),
            "a number or a website": bool(self.call or self.text or self.web),
            "a number to call made of digits and hyphens": not self.call
            or bool(_NUMBER.fullmatch(self.call)),
            "a number to text made of digits and hyphens": not self.text
            or bool(_NUMBER.fullmatch(self.text)),
            "a number to text beside its text_word": bool(self.text) or not self.text_word,
            "a website without “https://”": not self.web or bool(_SITE.fullmatch(self.web)),
            "letters that match the digits": not self.spelled or digits(self.spelled) == digits(self.call),
            "hours “24/7” or none": self.hours in ("", "24/7"),
            "confidence “high” or “medium”": self.confidence in ("high", "medium"),
            "a country as two capital letters": bool(re.fullmatch("[A-Z]{2}", self.country)),
        }
        for what, kept in must.items():
            if not kept:
                message = f"lines.toml: the line “{self.id}” needs {what}."
                raise KitError(message)

    @property
    def short(self) -> str:
        """The number or site alone, as a picture or a sentence has room for."""
        return self.call or self.text or self.web

    def how(self) -> str:
        """How to reach it, in whole sentences."""
        how = words()["how"]
        said = []
        if self.call and self.call == self.text and not self.text_word:
            said.append(how["call_or_text"].format(number=self.call))
        elif self.call:
            said.append(
                how["call_spelled" if self.spelled else "call"].format(number=self.call, spelled=self.spelled)
            )
        if self.text and (self.text_word or self.text != self.call):
            said.append(
                how["text_word" if self.text_word else "text"].format(number=self.text, word=self.text_word)
            )
        if self.web:
            said.append(how["web"].format(web=self.web))
        if self.hours:
            said.append(how["any_time"])
        return " ".join([*said, self.note]).strip()


def digits(number: str) -> str:
    """A number as the keys that are pressed: letters become the digits they stand on."""
    if not _SPELLED.fullmatch(number):
        return ""
    keys = {letter: key for key, letters in _KEYPAD.items() for letter in letters}
    return "".join(keys.get(key, key) for key in number if key != "-")


@dataclass(frozen=True)
class Lines:
    """The help lines of one country, and how fresh they are."""

    known: Mapping[str, Line]
    listed: date
    checked_on: date | None = None

    def short(self, line: str) -> str:
        """The number or site of a line; a blank to fill in where the country has none."""
        return self.known[line].short if line in self.known else words()["crisis"]["blank"]

    def cards(self) -> dict[str, tuple[str, str]]:
        """Every line by its id: its name, and how to reach it."""
        return {line.id: (line.name, line.how()) for line in self.known.values()}

    def box(self) -> tuple[str, ...]:
        """What the crisis box says: danger, somebody to talk to, a place to find treatment."""
        said = words()["crisis"]
        crisis = self.known.get("crisis")
        any_time = crisis is not None and crisis.hours == "24/7"
        both = crisis is None or crisis.call == crisis.text
        talk = "call_or_text_any_time" if both and any_time else "call_any_time" if any_time else "call"
        return (
            said["danger"].format(number=self.short("emergency")),
            said[talk].format(number=self.short("crisis")),
            said["treatment"].format(number=self.short("treatment")),
        )

    @property
    def newest(self) -> date:
        """The last day on which somebody looked at the numbers."""
        return max(self.listed, self.checked_on) if self.checked_on else self.listed

    def is_old(self, today: date) -> bool:
        """Whether nobody has looked at the numbers for over 180 days."""
        return today - self.newest > STALE_AFTER

    def date_line(self, today: date) -> str:
        """How fresh the numbers are, and a call to check them once they are over 180 days old."""
        said, newest = words()["crisis"], self.newest
        kind = "checked" if self.checked_on and self.checked_on >= self.listed else "listed"
        line = dated(said[kind], newest)
        return f"{said['check']} {line}" if self.is_old(today) else line


@cache
def _loaded(path: Path) -> tuple[date, tuple[Line, ...]]:
    """The month the data was put together (its last day), and every line.

    Raises:
        KitError: the file is damaged or a line in it is wrong.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        year, month = map(int, data["listed"].split("-"))
        listed = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        lines = tuple(Line(**line) for line in data["line"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"The help lines in {path.name} cannot be read: {error}. Put the file back as it was."
        raise KitError(message) from error
    seen = [(line.country, line.id) for line in lines]
    for one in seen:
        if seen.count(one) > 1:
            message = f"lines.toml: the line “{one[1]}” stands there twice for {one[0]}."
            raise KitError(message)
    return listed, lines


def lines_for(country: str, checked_on: date | None = None, path: Path = FILE) -> Lines:
    """The help lines of a country; none at all where it is not filled in."""
    listed, lines = _loaded(path)
    return Lines({line.id: line for line in lines if line.country == country}, listed, checked_on)

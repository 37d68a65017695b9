"""The group's file as text: what each line of it may say, and one sentence about the first that is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, get_args

import msgspec

from workshop.errors import KitError
from workshop.group import PAPERS, Family, Group, LocalLine, Need, Role, Where

EXAMPLE = "my_group.example.toml"
Place = tuple[str | int, ...]
"""Where something stands in the file: ("people",), or ("local", 1, "name")."""


class Rule(NamedTuple):
    """What a line may hold: as a type for the library, and in words for a person."""

    type: Any
    right: str


WORDS = Rule(Annotated[str, msgspec.Meta(pattern=r"\A[^\n]{1,80}\Z")], "words in quotes, at most 80 letters")
YES = Rule(bool, "true or false, without quotes")
DAY = Rule(date, "a day, like 2026-11-20 without quotes")
FIELDS = {
    "name": WORDS,
    "place": WORDS,
    "language": Rule(
        Annotated[str, msgspec.Meta(pattern=r"\A[a-z]{2}\Z")], "two small letters in quotes, like “en”"
    ),
    "country": Rule(
        Annotated[str, msgspec.Meta(pattern=r"\A[A-Z]{2}\Z")], "two capital letters in quotes, like “US”"
    ),
    "paper": Rule(Literal[tuple(PAPERS)], "“letter” or “a4”"),
    "setting": Rule(Where, "“in person”, “online” or “hybrid”"),
    "role": Rule(Role, "“peer” or “professional”"),
    "partners_or_family": Rule(Family, "“no”, “yes” or “not sure”"),
    "safer": YES,
    "needs": Rule(
        Annotated[tuple[Need, ...], msgspec.Meta(max_length=len(get_args(Need)))],
        'a list with “interpreter”, “scribe”, both or none, like ["scribe"]',
    ),
    "people": Rule(Annotated[int, msgspec.Meta(ge=2, le=12)], "a number from 2 to 12"),
    "checked_on": DAY,
    "local": Rule(list[dict[str, Any]], "left out, or begin with [[local]] for each line"),
}
LOCAL = {"name": WORDS, "reach": WORDS, "checked": DAY, "safety_at_home": YES}
NEEDED = ("name", "reach")
"""What a local line is no use without."""


class _WrongError(Exception):
    """Something at that place is not right, for that reason."""

    def __init__(self, place: Place, why: str) -> None:
        super().__init__(why)
        self.place, self.why = place, why


def group_in(text: str, name: str) -> Group:
    """The group that a file tells of.

    Raises:
        KitError: the message names the line, the field and what would be right.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise KitError(_not_toml(text, name, str(error))) from error
    try:
        facts = _checked(data, FIELDS, ())
        if "local" in facts:
            facts["local"] = tuple(_local(one, ("local", at)) for at, one in enumerate(facts["local"]))
        if facts.pop("safer", False):  # the short way to say it; whatever else is said, the safe side wins
            facts["partners_or_family"] = "yes"
        return Group(**facts)
    except _WrongError as error:
        message = f"{name}, line {_line(text, error.place)}: {error.why}"
        raise KitError(message) from error


def _checked(data: Mapping[str, Any], rules: Mapping[str, Rule], place: Place) -> dict[str, Any]:
    """The same facts with the types they are to have; the first one that is wrong ends it."""
    facts = {}
    for field, value in data.items():
        if field not in rules:
            raise _WrongError((*place, field), _unknown(field, rules, place))
        try:
            facts[field] = msgspec.convert(value, rules[field].type, builtin_types=(date,))
        except msgspec.ValidationError as error:
            raise _WrongError((*place, field), f"“{field}” must be {rules[field].right}.") from error
    return facts


def _local(data: Mapping[str, Any], place: Place) -> LocalLine:
    facts = _checked(data, LOCAL, place)
    for field in NEEDED:
        if field not in facts:
            raise _WrongError(place, f"This local line needs “{field}”: {LOCAL[field].right}.")
    return LocalLine(**facts)


def _unknown(field: str, rules: Mapping[str, Rule], place: Place) -> str:
    if place and field in FIELDS:
        return f"“{field}” belongs above the first [[local]]."
    owner = "A local line" if place else "The kit"
    *most, last = rules
    return f"{owner} has no use for “{field}”; it knows {', '.join(most)} and {last}."


def _not_toml(text: str, name: str, why: str) -> str:
    """A sentence for what is no TOML at all: the line, what it is about, and where to look."""
    found = re.search(r" \(at line (\d+), ", why)
    lines = text.rstrip().splitlines() or [""]
    line = min(int(found[1]), len(lines)) if found else len(lines)
    field = re.match(r"\s*(\w+)\s*=", lines[line - 1])
    what = f"“{field[1]}”" if field else "this line"
    return f"{name}, line {line}: {what} cannot be read. Write it the way {EXAMPLE} does, each field once."


def _line(text: str, place: Place) -> int:
    """The line on which the statement begins that puts something at that place.

    TOML readers tell no lines. So we read more and more of the file, until the thing is there.
    """
    lines = text.splitlines()
    begins = 1
    for read in range(1, len(lines) + 1):
        try:
            data: Any = tomllib.loads("\n".join(lines[:read]))
        except tomllib.TOMLDecodeError:
            continue  # in the middle of a list or of a long text
        try:
            for key in place:
                data = data[key]
        except (KeyError, IndexError):
            begins = read + 1
            continue
        return begins
    return begins

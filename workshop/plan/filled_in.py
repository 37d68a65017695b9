"""What a facilitator has filled in on the planning board, as facts about the group and as a question."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from exercises.answers import filled_rows, number, text, ticked
from exercises.exercise import Exercise
from exercises.parts import Answer, Answers, Choice, Rows, Scale, Ticks, Write
from workshop.errors import KitError
from workshop.group import PAPERS, Family, Group, Need, Role, Where
from workshop.plan.answer import Wanted
from workshop.plan.builds import builds, topics
from workshop.words import words

CHOICES: dict[str, tuple[str, ...]] = {
    "paper": tuple(PAPERS),
    "setting": get_args(Where),
    "role": get_args(Role),
    "partners_or_family": get_args(Family),
}
"""What each option of these choices means in the group's file, in the order of the options."""
NEEDS = get_args(Need)
PAUSES = ("break", "lunch")
LARGEST = 12
"""The most people that the group's file may name; one meeting may have more, in circles."""


def answers_for(group: Group) -> dict[str, Answer]:
    """What the board begins with: the facts that the group's file has."""
    found: dict[str, Answer] = {"name": group.name, "place": group.place, "language": group.language}
    found |= {"country": group.country, "checked_on": _iso(group.checked_on), "people": group.people}
    found |= {name: meanings.index(getattr(group, name)) for name, meanings in CHOICES.items()}
    found |= {f"needs.{NEEDS.index(need)}": True for need in group.needs}
    found |= {"local.rows": len(group.local)} if group.local else {}
    for row, line in enumerate(group.local):
        cells: dict[str, Answer] = {"name": line.name, "reach": line.reach, "checked": _iso(line.checked)}
        cells["safety"] = int(line.safety_at_home)
        found |= {f"local.{row}.{name}": told for name, told in cells.items()}
    return found


def facts(exercise: Exercise, answers: Answers) -> dict[str, Any]:
    """What has been filled in, as the group's file has it.

    Raises:
        KitError: something that should be a day is none.
    """
    rows = filled_rows(answers, exercise.part(Rows, "local"))
    return {
        **{name: _written(exercise, answers, name) for name in ("name", "place")},
        "language": _written(exercise, answers, "language").lower(),
        "country": _written(exercise, answers, "country").upper(),
        "checked_on": _day(_written(exercise, answers, "checked_on")),
        **{
            name: meanings[max(0, number(answers, exercise.part(Choice, name)))]
            for name, meanings in CHOICES.items()
        },
        "needs": [NEEDS[place] for place in ticked(answers, exercise.part(Ticks, "needs"))],
        "people": min(LARGEST, number(answers, exercise.part(Scale, "people"))),
        "local": [told for row in rows if (told := _line(*row))],
    }


def wanted(exercise: Exercise, answers: Answers) -> Wanted:
    """What is to be planned.

    Raises:
        KitError: the minutes are no number.
    """
    chosen = number(answers, exercise.part(Choice, "build"))
    names = (*PAUSES, *topics())
    rows = filled_rows(answers, exercise.part(Rows, "topics")) if chosen == 0 else []
    said = _written(exercise, answers, "minutes")
    if said and not (said.isascii() and said.isdigit()):
        raise KitError(words()["plan"]["no_minutes"].format(minutes=said))
    return Wanted(
        topics=[names[int(place)] for (place,) in rows if int(place) >= 0],
        build=list(builds())[chosen - 1] if chosen > 0 else None,
        people=number(answers, exercise.part(Scale, "people")),
        minutes=int(said) if said else None,
        start=_written(exercise, answers, "start") or None,
        shorten=bool(ticked(answers, exercise.part(Ticks, "fit"))),
    )


def _written(exercise: Exercise, answers: Answers, field: str) -> str:
    return text(answers, exercise.part(Write, field))


def _line(name: Answer, reach: Answer, checked: Answer, safety: Answer) -> dict[str, Any]:
    """A place nearby, with what has been said of it."""
    told: dict[str, Any] = {"name": str(name).strip(), "reach": str(reach).strip()}
    told |= {"checked": _day(str(checked)), "safety_at_home": safety == 1}
    return {field: value for field, value in told.items() if value}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(said: str) -> date | None:
    said = said.strip()
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise KitError(words()["plan"]["no_day"].format(day=said)) from error

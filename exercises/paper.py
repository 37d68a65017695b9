"""The paper form: an exercise as a worksheet and a script, in plain data that the printer reads.

This is the contract between the two ground floors: `handouts` reads what is written here, from
the notebook's stored output, and never imports `exercises`. It holds nothing anybody typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from exercises import parts
from exercises.parts import Part

if TYPE_CHECKING:
    from exercises.exercise import Exercise, Step

MIME = "application/vnd.good-company.worksheet+json"
VERSION = 1
BLANK = "{}"
"""How a place to fill in is written in a printed sentence."""

Item = dict[str, Any]


def worksheet(exercise: Exercise) -> Item:
    """The worksheet for participants (`sheet`) and everything for the facilitator (`guide`).

    Where safer mode changes the exercise, `safer` holds the other face of both, and the printer
    chooses (field guide 2.3).
    """
    safer = exercise.made_safer()
    return {
        "version": VERSION,
        **{name: getattr(exercise, name) for name in ("id", "code", "section", "title", "goal", "opt_out")},
        **_face(exercise),
        "safer": _face(safer) if safer is not exercise else None,
        "guide": {
            "intensity": exercise.intensity,
            "strength": exercise.strength,
            "people": [exercise.least_people, exercise.most_people],
            "safer": list(exercise.safer.notes),
            **{name: list(getattr(exercise, name)) for name in ("bring", "cautions", "grounding")},
            **{
                name: getattr(exercise, name)
                for name in (
                    *("quiet", "online", "low_literacy", "no_pens", "small_group", "large_group"),
                    *("safety", "choice", "evidence"),
                )
            },
        },
    }


def _face(exercise: Exercise) -> Item:
    """What safer mode may change: the worksheet, what to remember, and the steps of the script."""
    return {
        "sheet": [put(part) for part in exercise.sheet],
        "remember": exercise.remember,
        "steps": [_step(step) for step in exercise.steps],
    }


def _step(step: Step) -> Item:
    """One step of the script; `minutes` has the time for 1 to 12 people, so that nobody has to reckon."""
    return {
        "name": step.name,
        "minutes": [round(step.minutes(people), 2) for people in range(1, 13)],
        "say": list(step.say),
        "do": list(step.do),
        "watch_for": list(step.watch_for),
        "if_short": step.if_short,
        "answers": [
            {"kind": kind_of(type(part)), "rows": _ANSWERS[type(part)](part)}
            for part in parts.within(step.screen)
            if type(part) in _ANSWERS
        ],
    }


_ANSWERS: dict[type, Callable[[Any], list[list[str]]]] = {
    parts.Sort: lambda part: [
        [card.said, card.reply, part.piles[card.pile], card.why] for card in part.cards
    ],
    parts.Vote: lambda part: [
        [case.text, option, reason]
        for case in part.cases
        for option, reason in zip(part.options, case.reasons, strict=True)
    ],
    parts.Branches: lambda part: [
        [node.text, option.label, option.note] for node in part.nodes for option in node.options
    ],
}
"""What a game tells only once the group has chosen: for the guide, never for a participant's paper."""


def put(part: Part) -> Item:
    """One part as the printer reads it. An unknown kind stops with its name."""
    kind = type(part)
    if kind in _MADE:
        return {"kind": kind_of(kind), **_MADE[kind](part)}
    if kind in _PRINTED:
        return {"kind": kind_of(kind), **{name: _plain(getattr(part, name)) for name in _PRINTED[kind]}}
    message = f"A {kind.__name__} cannot be printed."
    raise TypeError(message)


def kind_of(part: type) -> str:
    """The name of a kind of part in the contract: HelpLines is help_lines."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", part.__name__).lower()


def _plain(value: Any) -> Any:
    """The same value with lists in place of tuples, as JSON has it."""
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


_PRINTED: dict[type, tuple[str, ...]] = {
    parts.Text: ("text",),
    parts.Steps: ("items",),
    parts.Legend: ("signs",),
    parts.Tally: ("id", "label", "heads", "lines"),
    parts.HelpLines: ("ids",),
    parts.Write: ("id", "label", "lines", "help"),
    parts.Choice: ("id", "label", "options", "columns"),
    parts.Ticks: ("id", "label", "options", "columns"),
    parts.Scale: ("id", "label", "low", "high", "low_word", "high_word"),
    parts.Grid: ("id", "label", "corner", "rows", "columns", "narrow"),
    parts.Rank: ("id", "label", "rungs"),
    parts.Round: ("id", "label", "most"),
    parts.Blanks: ("id", "label", "prompts", "copies", "lines"),
    parts.Timetable: ("id", "label", "heads", "lines"),
    parts.Poster: ("id", "label"),
    parts.Act: ("id", "label"),
}
"""Parts that print as they are: which of their fields go on paper."""


def _sentence(part: parts.Sentence) -> Item:
    name = part.print_as or next(iter(part.versions))
    return {"id": part.id, "text": re.sub(r"\{\w+\}", BLANK, part.versions[name])}


def _rows(part: parts.Rows) -> Item:
    return {
        "id": part.id,
        "label": part.label,
        "heads": [column.label for column in part.columns],
        "lines": part.most,
    }


def _sort(part: parts.Sort) -> Item:
    cards = [[card.said, card.reply] for card in part.cards[: part.on_paper]]
    return {"id": part.id, "label": part.label, "heads": [*part.heads, *part.piles], "cards": cards}


def _branches(part: parts.Branches) -> Item:
    numbers = {node.id: place + 1 for place, node in enumerate(part.nodes)}
    return {
        "id": part.id,
        "label": part.label,
        "nodes": [
            {
                "text": node.text,
                "options": [[option.label, str(numbers[option.to])] for option in node.options],
            }
            for node in part.nodes
        ],
    }


def _picture(part: parts.Picture) -> Item:
    shown = part.blank
    return {
        "id": part.id,
        "svg": shown.svg(),
        "alt": shown.alt,
        "width": part.width,
        "table": [list(row) for row in shown.table()],
        "to_write": list(shown.to_write()),
        "across": part.across,
        "typed": [put(inner) for inner in part.typed],
    }


_MADE: dict[type, Callable[[Any], Item]] = {
    parts.Sentence: _sentence,
    parts.Hints: lambda part: {"id": part.id, "label": part.label, "items": list(part.versions.values())},
    parts.Rows: _rows,
    parts.Sort: _sort,
    parts.Vote: lambda part: {
        "id": part.id,
        "label": part.label,
        "heads": [part.head, *part.options],
        "cases": [case.text for case in part.cases],
    },
    parts.Branches: _branches,
    parts.Timer: lambda part: {
        "id": part.id,
        "label": part.label,
        "turns": [{"name": turn.name, "seconds": turn.seconds} for turn in part.turns],
    },
    parts.Deck: lambda part: {
        "id": part.id,
        "label": part.label,
        "leaves": [{"title": leaf.title, "items": list(leaf.items)} for leaf in part.leaves],
    },
    parts.Picture: _picture,
    parts.Section: lambda part: {"title": part.title, "items": [put(inner) for inner in part.parts]},
    parts.Beside: lambda part: {
        "left_share": part.left_share,
        "left": [put(inner) for inner in part.left],
        "right": [put(inner) for inner in part.right],
    },
}
"""Parts that print as something else than they are."""

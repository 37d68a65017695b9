"""The paper form: an exercise as a worksheet and a script, in plain data that the printer reads.

This is the contract between the two ground floors: `handouts` reads what is written here, from
the notebook's stored output, and never imports `exercises`. It holds nothing anybody typed.
"""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from exercises import parts

if TYPE_CHECKING:
    from exercises.exercise import Exercise, Step

MIME = "application/vnd.good-company.worksheet+json"
VERSION = 1
BLANK = "{}"
"""How a place to fill in is written in a printed sentence."""

Item = dict[str, Any]


def worksheet(exercise: Exercise) -> Item:
    """The worksheet for participants (`sheet`) and everything for the facilitator (`guide`)."""
    return {
        "version": VERSION,
        "id": exercise.id,
        "code": exercise.code,
        "section": exercise.section,
        "title": exercise.title,
        "goal": exercise.goal,
        "opt_out": exercise.opt_out,
        "sheet": [put(part) for part in exercise.sheet],
        "remember": exercise.remember,
        "guide": {
            "intensity": exercise.intensity,
            "people": [exercise.least_people, exercise.most_people],
            "bring": list(exercise.bring),
            "cautions": list(exercise.cautions),
            "steps": [_step(step) for step in exercise.steps],
            "quiet": exercise.quiet,
            "grounding": list(exercise.grounding),
            "online": exercise.online,
            "low_literacy": exercise.low_literacy,
            "small_group": exercise.small_group,
            "large_group": exercise.large_group,
            "safer": list(exercise.safer),
            "safety": exercise.safety,
            "choice": exercise.choice,
            "evidence": exercise.evidence,
        },
    }


def _step(step: Step) -> Item:
    """One step of the script; `minutes` holds the time for 1 to 12 people, so that nobody has to reckon."""
    return {
        "name": step.name,
        "minutes": [round(step.minutes(people), 2) for people in range(1, 13)],
        "say": list(step.say),
        "do": list(step.do),
        "watch_for": list(step.watch_for),
        "if_short": step.if_short,
        "answers": [
            {"said": card.said, "reply": card.reply, "pile": part.piles[card.pile], "why": card.why}
            for part in parts.within(step.screen)
            if isinstance(part, parts.Sort)
            for card in part.cards
        ],
    }


@singledispatch
def put(part: object) -> Item:
    """One part as the printer reads it. An unknown kind stops with its name."""
    message = f"A {type(part).__name__} cannot be printed."
    raise TypeError(message)


@put.register
def _(part: parts.Text) -> Item:
    return {"kind": "text", "text": part.text}


@put.register
def _(part: parts.Steps) -> Item:
    return {"kind": "steps", "items": list(part.items)}


@put.register
def _(part: parts.Legend) -> Item:
    return {"kind": "legend", "signs": [list(sign) for sign in part.signs]}


@put.register
def _(part: parts.Write) -> Item:
    return {
        "kind": "write",
        "id": part.id,
        "label": part.label,
        "lines": part.lines,
        "help": part.help,
    }


@put.register
def _(part: parts.Choice) -> Item:
    options = {"options": list(part.options), "columns": part.columns}
    return {"kind": "choice", "id": part.id, "label": part.label} | options


@put.register
def _(part: parts.Ticks) -> Item:
    options = {"options": list(part.options), "columns": part.columns}
    return {"kind": "ticks", "id": part.id, "label": part.label} | options


@put.register
def _(part: parts.Scale) -> Item:
    ends = {
        "low": part.low,
        "high": part.high,
        "low_word": part.low_word,
        "high_word": part.high_word,
    }
    return {"kind": "scale", "id": part.id, "label": part.label} | ends


@put.register
def _(part: parts.Rows) -> Item:
    heads = [column.label for column in part.columns]
    return {"kind": "rows", "id": part.id, "label": part.label, "heads": heads, "lines": part.most}


@put.register
def _(part: parts.Sort) -> Item:
    cards = [[card.said, card.reply] for card in part.cards[: part.on_paper]]
    heads = [*part.heads, *part.piles]
    return {"kind": "sort", "id": part.id, "label": part.label, "heads": heads, "cards": cards}


@put.register
def _(part: parts.Picture) -> Item:
    picture = part.blank
    return {
        "kind": "picture",
        "id": part.id,
        "svg": picture.svg(),
        "alt": picture.alt,
        "width": part.width,
    }


@put.register
def _(part: parts.Sentence) -> Item:
    name = part.print_as or next(iter(part.versions))
    return {
        "kind": "sentence",
        "id": part.id,
        "text": re.sub(r"\{\w+\}", BLANK, part.versions[name]),
    }


@put.register
def _(part: parts.Tally) -> Item:
    return {
        "kind": "tally",
        "id": part.id,
        "label": part.label,
        "heads": list(part.heads),
        "lines": part.lines,
    }


@put.register
def _(part: parts.Timer) -> Item:
    turns = [[turn.name, turn.seconds] for turn in part.turns]
    return {"kind": "timer", "id": part.id, "label": part.label, "turns": turns}


@put.register
def _(part: parts.HelpLines) -> Item:
    return {"kind": "help_lines", "ids": list(part.ids)}


@put.register
def _(part: parts.Section) -> Item:
    return {"kind": "section", "title": part.title, "items": [put(inner) for inner in part.parts]}


@put.register
def _(part: parts.Beside) -> Item:
    sides = {
        "left": [put(inner) for inner in part.left],
        "right": [put(inner) for inner in part.right],
    }
    return {"kind": "beside", "left_share": part.left_share} | sides

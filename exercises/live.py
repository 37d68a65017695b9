"""The live form: what the board draws, worked out from the exercise and the answers alone.

`view` returns everything that is on the screen as plain data. The board only draws it, so every
behaviour can be tested without a browser. A button carries the answers it would set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from exercises import parts
from exercises.answers import many_rows, row_numbers, row_start, value
from exercises.pictures import Drawable
from exercises.setting import Setting

if TYPE_CHECKING:
    from exercises.exercise import Exercise

Block = dict[str, Any]
STEP = "step"
"""The answer that holds which step the group is at."""


@dataclass(frozen=True)
class Scene:
    """What a part needs to know to be drawn: the answers, what the rule found, and the setting."""

    answers: parts.Answers
    found: Mapping[str, parts.Found]
    setting: Setting

    def say(self, name: str, **places: object) -> str:
        """An interface word or sentence, with its places filled."""
        return self.setting.say(name, **places)


def view(exercise: Exercise, answers: parts.Answers, setting: Setting) -> Block:
    """Everything on the screen for these answers: the step, its parts, and the buttons to go on."""
    scene = Scene(answers, exercise.rule(exercise, answers), setting)
    last = len(exercise.steps) - 1
    given = answers.get(STEP, 0)
    at = given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= last else 0
    step = exercise.steps[at]
    return {
        "title": exercise.title,
        "step": {
            "name": step.name,
            "id": step.id,
            "place": scene.say("step_of", n=at + 1, m=last + 1),
        },
        "parts": [draw(part, scene) for part in step.screen],
        "opt_out": exercise.opt_out,
        "back": _button(scene.say("back"), {STEP: at - 1}) if at > 0 else None,
        "next": _button(scene.say("next_step", step=exercise.steps[at + 1].name), {STEP: at + 1})
        if at < last
        else None,
        "clear": _button(scene.say("clear"), {}),
    }


@singledispatch
def draw(part: object, scene: Scene) -> Block:
    """One part as the board draws it. An unknown kind stops with its name."""
    del scene
    message = f"The board cannot draw a {type(part).__name__}."
    raise TypeError(message)


@draw.register
def _(part: parts.Text, scene: Scene) -> Block:
    del scene
    return {"kind": "text", "text": part.text}


@draw.register
def _(part: parts.Steps, scene: Scene) -> Block:
    del scene
    return {"kind": "steps", "items": list(part.items)}


@draw.register
def _(part: parts.Legend, scene: Scene) -> Block:
    del scene
    return {"kind": "legend", "signs": [list(sign) for sign in part.signs]}


@draw.register
def _(part: parts.Write, scene: Scene) -> Block:
    return _control(part, scene, part.id)


@draw.register
def _(part: parts.Choice, scene: Scene) -> Block:
    return _control(part, scene, part.id)


@draw.register
def _(part: parts.Scale, scene: Scene) -> Block:
    return _control(part, scene, part.id)


@draw.register
def _(part: parts.Ticks, scene: Scene) -> Block:
    options = [
        {
            "id": f"{part.id}.{place}",
            "label": option,
            "value": scene.answers.get(f"{part.id}.{place}") is True,
        }
        for place, option in enumerate(part.options)
    ]
    return {"kind": "ticks", "id": part.id, "label": part.label, "options": options}


@draw.register
def _(part: parts.Rows, scene: Scene) -> Block:
    numbers = row_numbers(scene.answers, part)
    rows = []
    for seen, row in enumerate(numbers):
        name = part.row_name.format(n=seen + 1)
        cells = [
            _control(column, scene, f"{part.id}.{row}.{column.id}", row_start(part, row, place))
            for place, column in enumerate(part.columns)
        ]
        remove = _button(scene.say("remove"), {f"{part.id}.{row}.gone": True}) | {"of": name}
        rows.append({"name": name, "cells": cells, "remove": remove if len(numbers) > part.least else None})
    made = many_rows(scene.answers, part)
    add = _button(scene.say("add"), {f"{part.id}.rows": made + 1})
    return {
        "kind": "rows",
        "id": part.id,
        "label": part.label,
        "rows": rows,
        "add": add if len(numbers) < part.most else None,
    }


@draw.register
def _(part: parts.Sort, scene: Scene) -> Block:
    last = len(part.cards)
    given = scene.answers.get(f"{part.id}.card", 0)
    at = given if isinstance(given, int) and 0 <= given <= last else 0
    chosen = {
        place: pile
        for place in range(last)
        if isinstance(pile := scene.answers.get(f"{part.id}.{place}"), int) and 0 <= pile < len(part.piles)
    }
    counts = Counter(chosen.values())
    block: Block = {
        "kind": "sort",
        "id": part.id,
        "label": part.label,
        "tally": [[pile, counts[number]] for number, pile in enumerate(part.piles)],
        "earlier": _button(scene.say("card_before"), {f"{part.id}.card": at - 1}) if at > 0 else None,
        "card": None,
        "piles": [],
        "reply": "",
        "later": None,
    }
    if at == last:
        return block | {"place": scene.say("cards_done"), "later": None}
    card = part.cards[at]
    picked = chosen.get(at)
    return block | {
        "place": scene.say("card_of", n=at + 1, m=last),
        "card": {"heads": list(part.heads), "said": card.said, "reply": card.reply},
        "piles": [
            _button(pile, {f"{part.id}.{at}": number}) | {"on": number == picked}
            for number, pile in enumerate(part.piles)
        ],
        "reply": "" if picked is None else _reply(part, card, picked, scene),
        "later": None if picked is None else _button(scene.say("card_after"), {f"{part.id}.card": at + 1}),
    }


def _reply(part: parts.Sort, card: parts.Card, picked: int, scene: Scene) -> str:
    """What the kit says once the group has chosen: its own view and why, never a mark."""
    name = "same_view" if picked == card.pile else "other_view"
    return scene.say(name, group=part.piles[picked], ours=part.piles[card.pile], why=card.why)


@draw.register
def _(part: parts.Picture, scene: Scene) -> Block:
    found = scene.found.get(part.id)
    picture: Drawable = part.blank if found is None or isinstance(found, (tuple, parts.Pick)) else found
    return {
        "kind": "picture",
        "id": part.id,
        "svg": picture.svg(),
        "alt": picture.alt,
        "table": [list(row) for row in picture.table()],
    }


@draw.register
def _(part: parts.Sentence, scene: Scene) -> Block:
    found = scene.found.get(part.id)
    sentence = part.versions[found.version].format(**found.places) if isinstance(found, parts.Pick) else ""
    return {"kind": "sentence", "id": part.id, "text": sentence}


@draw.register
def _(part: parts.Tally, scene: Scene) -> Block:
    found = scene.found.get(part.id, ())
    counted = [list(row) for row in found if isinstance(row, tuple)] if isinstance(found, tuple) else []
    return {
        "kind": "tally",
        "id": part.id,
        "label": part.label,
        "heads": list(part.heads),
        "rows": counted,
    }


@draw.register
def _(part: parts.Timer, scene: Scene) -> Block:
    found = scene.found.get(part.id)
    turns = (
        [turn for turn in found if isinstance(turn, parts.Turn)] if isinstance(found, tuple) else part.turns
    )
    given = scene.answers.get(f"{part.id}.turn", 0)
    at = given if isinstance(given, int) and 0 <= given < len(turns) else 0
    return {
        "kind": "timer",
        "id": part.id,
        "label": part.label,
        "turn": at,
        "turns": [
            {
                "name": turn.name,
                "seconds": turn.seconds,
                "roles": [list(role) for role in turn.roles],
            }
            for turn in turns
        ],
    }


@draw.register
def _(part: parts.HelpLines, scene: Scene) -> Block:
    known = scene.setting.lines
    lines = [list(known[line]) for line in part.ids if line in known]
    return {"kind": "help_lines", "lines": lines}


@draw.register
def _(part: parts.Section, scene: Scene) -> Block:
    return {
        "kind": "section",
        "title": part.title,
        "parts": [draw(inner, scene) for inner in part.parts],
    }


@draw.register
def _(part: parts.Beside, scene: Scene) -> Block:
    return {
        "kind": "beside",
        "left_share": part.left_share,
        "left": [draw(inner, scene) for inner in part.left],
        "right": [draw(inner, scene) for inner in part.right],
    }


def _button(label: str, sets: dict[str, Any]) -> Block:
    """A button: its label and the answers it sets."""
    return {"label": label, "sets": sets}


def _control(part: parts.Control, scene: Scene, key: str, start: parts.Answer | None = None) -> Block:
    """A control with its answer, under the key its answer is kept by."""
    shared = {"id": key, "label": part.label, "value": value(part, scene.answers, key, start)}
    if isinstance(part, parts.Write):
        return shared | {"kind": "write", "lines": part.lines, "help": part.help}
    if isinstance(part, parts.Choice):
        return shared | {"kind": "choice", "options": list(part.options), "menu": part.menu}
    if isinstance(part, parts.Scale):
        ends = {
            "low": part.low,
            "high": part.high,
            "low_word": part.low_word,
            "high_word": part.high_word,
        }
        return shared | {"kind": "scale"} | ends
    message = f"A {type(part).__name__} is not a control."
    raise TypeError(message)

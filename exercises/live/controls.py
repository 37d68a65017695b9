"""Controls as the board draws them: a label, the answer it holds, and the name the answer is kept by."""

from __future__ import annotations

from exercises import parts
from exercises.answers import grid_values, many_rows, row_numbers, row_start, value
from exercises.live.scene import Block, Scene, button, draw, placed


def control(part: parts.Control, scene: Scene, key: str, start: parts.Answer | None = None) -> Block:
    """A control with its answer, under the key its answer is kept by."""
    shared = {"id": key, "label": part.label, "value": value(part, scene.answers, key, start)}
    match part:
        case parts.Write():
            return shared | {"kind": "write", "lines": part.lines, "help": part.help, "own": part.own}
        case parts.Choice():
            return shared | {"kind": "choice", "options": list(part.options), "menu": part.menu}
        case parts.Scale():
            ends = {
                "low": part.low,
                "high": part.high,
                "low_word": part.low_word,
                "high_word": part.high_word,
            }
            return shared | {"kind": "scale"} | ends


@draw.register(parts.Write | parts.Choice | parts.Scale)
def _(part: parts.Control, scene: Scene) -> Block:
    return control(part, scene, part.id)


@draw.register
def _(part: parts.Ticks, scene: Scene) -> Block:
    options = []
    for place, label in enumerate(part.options):
        key = f"{part.id}.{place}"
        options.append({"id": key, "label": label, "value": scene.answers.get(key) is True})
    return {"kind": "ticks", "id": part.id, "label": part.label, "options": options}


@draw.register
def _(part: parts.Rows, scene: Scene) -> Block:
    numbers = row_numbers(scene.answers, part)
    rows = []
    for seen, row in enumerate(numbers):
        name = placed(part.row_name, {"n": seen + 1})
        cells = [
            control(column, scene, f"{part.id}.{row}.{column.id}", row_start(part, row, place))
            for place, column in enumerate(part.columns)
        ]
        remove = button(scene.say("remove"), {f"{part.id}.{row}.gone": True}) | {"of": name}
        rows.append({"name": name, "cells": cells, "remove": remove if len(numbers) > part.least else None})
    add = button(scene.say("add"), {f"{part.id}.rows": many_rows(scene.answers, part) + 1})
    more = add if len(numbers) < part.most else None
    return {"kind": "rows", "id": part.id, "label": part.label, "rows": rows, "add": more}


@draw.register
def _(part: parts.Grid, scene: Scene) -> Block:
    rows = []
    for row, (name, values) in enumerate(zip(part.rows, grid_values(scene.answers, part), strict=True)):
        cells = [
            {"kind": "choice", "id": f"{part.id}.{row}.{column}", "label": label, "value": chosen,
             "options": list(part.options), "menu": True, "empty": scene.say("empty")}
            for column, (label, chosen) in enumerate(zip(part.columns, values, strict=True))
        ]  # fmt: skip
        rows.append({"name": name, "cells": cells})
    return {"kind": "grid", "id": part.id, "label": part.label, "corner": part.corner, "rows": rows}


@draw.register
def _(part: parts.Rank, scene: Scene) -> Block:
    found = scene.find(parts.Order, part.id)
    items = found.items if found else ()
    keys = [key for key, _ in items]

    def moved(place: int, by: int) -> Block | None:
        """A button that swaps a thing with the one before or after it."""
        other = place + by
        if not 0 <= other < len(keys):
            return None
        order = keys.copy()
        order[place], order[other] = order[other], order[place]
        return button(scene.say("up" if by < 0 else "down"), {f"{part.id}.order": ",".join(order)}) | {
            "of": items[place][1]
        }

    rows = [
        {"label": label, "up": moved(place, -1), "down": moved(place, 1)}
        for place, (_, label) in enumerate(items)
    ]
    return {"kind": "rank", "id": part.id, "label": part.label, "rows": rows, "rungs": part.rungs}

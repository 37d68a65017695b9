"""Parts that say something, and parts that hold others, as the board draws them."""

from __future__ import annotations

from exercises import parts
from exercises.live.scene import Block, Scene, draw, placed
from exercises.pictures import Drawable


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
def _(part: parts.Sentence, scene: Scene) -> Block:
    pick = scene.find(parts.Pick, part.id)
    said = placed(part.versions[pick.version], pick.places) if pick else ""
    return {"kind": "sentence", "id": part.id, "text": said}


@draw.register
def _(part: parts.Hints, scene: Scene) -> Block:
    flags = scene.find(parts.Flags, part.id)
    told = scene.find(parts.Words, part.id)
    said = [part.versions[name] for name in flags.names] if flags else list(told.texts) if told else []
    return {"kind": "hints", "id": part.id, "label": part.label, "items": said}


@draw.register
def _(part: parts.Tally, scene: Scene) -> Block:
    counted = scene.find(tuple, part.id) or ()
    rows = [list(row) for row in counted]
    return {"kind": "tally", "id": part.id, "label": part.label, "heads": list(part.heads), "rows": rows}


@draw.register
def _(part: parts.Timetable, scene: Scene) -> Block:
    found = scene.find(parts.Times, part.id)
    rows = [list(row) for row in found.rows] if found else []
    return {"kind": "timetable", "id": part.id, "label": part.label, "heads": list(part.heads), "rows": rows}


@draw.register
def _(part: parts.HelpLines, scene: Scene) -> Block:
    known, local = scene.setting.lines, scene.setting.local
    named = (local if name == parts.LOCAL else [known[name]] if name in known else [] for name in part.ids)
    return {"kind": "help_lines", "lines": [list(line) for lines in named for line in lines]}


@draw.register
def _(part: parts.Picture, scene: Scene) -> Block:
    picture = scene.found.get(part.id)
    shown = picture if isinstance(picture, Drawable) else part.blank
    table = [list(row) for row in shown.table()]
    return {
        "kind": "picture",
        "id": part.id,
        "svg": shown.svg(),
        "alt": shown.alt,
        "table": table,
        "width": part.width,
    }


@draw.register
def _(part: parts.Section, scene: Scene) -> Block:
    return {"kind": "section", "title": part.title, "parts": [draw(inner, scene) for inner in part.parts]}


@draw.register
def _(part: parts.Beside, scene: Scene) -> Block:
    return {
        "kind": "beside",
        "left_share": part.left_share,
        "left": [draw(inner, scene) for inner in part.left],
        "right": [draw(inner, scene) for inner in part.right],
    }


@draw.register
def _(part: parts.Poster, scene: Scene) -> Block:
    del scene
    return {"kind": "poster", "id": part.id, "label": part.label, "title": part.title}


@draw.register
def _(part: parts.Act, scene: Scene) -> Block:
    del scene
    return {"kind": "act", "id": part.id, "label": part.label}

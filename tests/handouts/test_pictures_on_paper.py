"""Pictures on paper: every one in the library is said in words as well, and can be read in grey and after a photocopy."""

from __future__ import annotations

import json
import math
import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typst
from conftest import TODAY, everything_answered, filled
from paper import pages_of

import exercises
from exercises.parts import Beside, Picture, within
from exercises.setting import Setting
from handouts.contract import MIME
from handouts.press import FONTS, TEMPLATES
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_board, print_notebook
from workshop.words import words

SETTING = Setting(words=words()["board"], lines=lines_for("US").cards())
ROOM = 215.9 - 25.4 - 20
"""Millimeters from margin to margin on a sheet of letter paper."""
DOTS = 150
"""Dots to the inch: a photocopier on a bad day."""
THINNEST = 0.2
"""Millimeters, a bit over half a point: what is thinner a copier may lose, and poppler draws it thicker."""
TEXT, LINES = 7.0, 3.0
"""The least contrast of words and of lines with what is behind them (field guide, 3.2)."""
COLORS = dict(
    re.findall(r'^#let (\w+) = rgb\("(#\w{6})"\)', (TEMPLATES / "look.typ").read_text(), re.MULTILINE)
)


def faces(name):
    exercise = filled(name)
    return list({id(face): face for face in (exercise, exercise.made_safer())}.values())


def room_for(parts, wanted, room=ROOM):
    """How wide the place is in which a picture stands on a worksheet, in millimeters."""
    for part in parts:
        if part is wanted:
            return room
        if isinstance(part, Beside):
            left = (room - 7) * part.left_share / 100
            for inside, wide in ((part.left, left), (part.right, room - 7 - left)):
                if any(one is wanted for one in within(inside)):
                    return room_for(inside, wanted, wide)
        elif any(one is wanted for one in within((part,))):
            return room_for(part.parts, wanted, room)
    raise LookupError(wanted.id)


@dataclass(frozen=True)
class Drawn:
    """A picture as SVG, and how wide it is printed, in millimeters."""

    name: str
    svg: str
    wide: float


def drawn_of(name):
    """Every picture that an exercise prints: on its worksheets, and on its board once the group has answered."""
    for face in faces(name):
        for part in within(face.sheet):
            if isinstance(part, Picture):
                wide = room_for(face.sheet, part) * part.width / 100
                yield Drawn(f"{name}-{part.id}", part.blank.svg(), wide)
        for block in on_boards(face):
            yield Drawn(f"{name}-board-{block['id']}", block["svg"], ROOM * block["width"] / 100)


def on_boards(face):
    """The pictures on the screens of an exercise, before and after the group has put something in."""
    found = [face.screens(answers, SETTING) for answers in ({}, everything_answered(face, "choir"))]
    return pictures_in(found)


def pictures_in(value):
    """The pictures in a view; a vote is a table on paper."""
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind in ("picture", "vote"):
        return [value] * (kind == "picture")
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [block for one in inside for block in pictures_in(one)]


ALL = list(dict.fromkeys(drawn for name in exercises.names() for drawn in drawn_of(name)))


def each_picture(test):
    return pytest.mark.parametrize("drawn", ALL, ids=[drawn.name for drawn in ALL])(test)


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def holds(node, x, y):
    """Whether a filled shape lies under a spot."""
    at = {key: float(value) for key, value in node.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
    if node.tag.endswith("rect"):
        return at["x"] <= x <= at["x"] + at["width"] and at["y"] <= y <= at["y"] + at["height"]
    return node.tag.endswith("circle") and math.dist((at["cx"], at["cy"]), (x, y)) <= at["r"]


def ground_of(nodes, place):
    """What a text stands on: the last shape that was filled under its middle, else the paper."""
    x, y = (
        float(nodes[place].get("x")),
        float(nodes[place].get("y")) - float(nodes[place].get("font-size")) / 3,
    )
    under = [
        node.get("fill") for node in nodes[:place] if node.get("fill", "none") != "none" and holds(node, x, y)
    ]
    return under[-1] if under else "#ffffff"


def is_text(node):
    return node.tag.endswith("text") and node.get("fill") != "none"


@each_picture
def test_every_color_stands_out_from_its_ground(drawn):
    nodes = list(ET.fromstring(drawn.svg).iter())
    for place, node in enumerate(nodes):
        fill, stroke = node.get("fill", "none"), node.get("stroke", "none")
        if is_text(node):
            assert contrast(fill, ground_of(nodes, place)) >= TEXT, node.text
        elif not node.tag.endswith("text"):
            edges = [color for color in (stroke, fill) if color != "none"][:1]
            assert all(contrast(edge, "#ffffff") >= LINES for edge in edges), node.attrib


def test_every_color_of_the_page_stands_out_from_its_ground():
    assert set(COLORS) == {"ink", "accent", "tint", "grey", "alarm"}
    for text, ground in (("ink", "#ffffff"), ("accent", "#ffffff"), ("ink", COLORS["tint"])):
        assert contrast(COLORS[text], ground) >= TEXT
    for line in ("ink", "accent", "grey", "alarm"):
        assert contrast(COLORS[line], "#ffffff") >= LINES
    assert contrast(COLORS["accent"], COLORS["tint"]) >= LINES
    for template in TEMPLATES.glob("*.typ"):
        said = template.read_text()
        assert not re.search(
            r"(rgb|luma|cmyk)\(", said.replace('= rgb("', "", len(COLORS) * (template.name == "look.typ"))
        )
        assert not re.search(r"fill: grey|text\([^)]*grey", said), "grey is for lines"


@cache
def photocopied(svg, wide):
    """A picture at its printed size in black and white alone: a function that says whether a spot is black."""
    source = (
        "#set page(width: eval(sys.inputs.wide), height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)\n'
    )
    pdf = typst.compile(
        source.encode(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)]),
        sys_inputs={"svg": svg, "wide": f"{wide}mm"},
    )
    raw = subprocess.run(
        ["pdftoppm", "-mono", "-r", str(DOTS), "-"], input=pdf, capture_output=True, check=True
    ).stdout
    head = re.match(rb"P4\s+(\d+)\s+(\d+)\s", raw)
    across, down = map(int, head.groups())
    bits, row = raw[head.end() :], (across + 7) // 8

    def black(x, y):
        return 0 <= x < across and 0 <= y < down and bool(bits[y * row + x // 8] >> (7 - x % 8) & 1)

    return black, across


def spots_of(node):
    """Spots along a line or an outline, in the units of the picture, a unit or two apart."""
    at = {key: float(value) for key, value in node.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
    kind = node.tag.rpartition("}")[2]
    if kind == "circle":
        around = range(0, 360, 3)
        return [
            (
                at["cx"] + at["r"] * math.cos(math.radians(one)),
                at["cy"] + at["r"] * math.sin(math.radians(one)),
            )
            for one in around
        ]
    corners = {
        "line": lambda: [(at["x1"], at["y1"]), (at["x2"], at["y2"])],
        "rect": lambda: [
            (at["x"] + a * at["width"], at["y"] + b * at["height"])
            for a, b in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
        ],
        "polyline": lambda: [tuple(map(float, one.split(","))) for one in node.get("points").split()],
        "polygon": lambda: [
            tuple(map(float, one.split(",")))
            for one in (*node.get("points").split(), node.get("points").split()[0])
        ],
    }[kind]()
    return [
        (x1 + (x2 - x1) * step / many, y1 + (y2 - y1) * step / many)
        for (x1, y1), (x2, y2) in zip(corners, corners[1:])  # noqa: B905, RUF007 - pairs of neighbors
        for many in (max(1, round(math.dist((x1, y1), (x2, y2)) / 2)),)
        for step in range(many + 1)
    ]


@each_picture
def test_lines_and_words_are_still_there_after_a_photocopy(drawn, poppler):
    root = ET.fromstring(drawn.svg)
    left, _, width, _ = map(float, root.get("viewBox").split())
    black, across = photocopied(drawn.svg, drawn.wide)
    unit = across / width
    texts = [node for node in root.iter() if is_text(node)]
    for node in root.iter():
        if node.get("stroke", "none") == "none" or node.tag.endswith("text"):
            continue
        assert float(node.get("stroke-width")) * drawn.wide / width >= THINNEST, node.attrib
        spots = spots_of(node)
        near = [(round((x - left) * unit), round(y * unit)) for x, y in spots]
        seen = [
            any(black(x + a, y + b) for a in (-2, -1, 0, 1, 2) for b in (-2, -1, 0, 1, 2)) for x, y in near
        ]
        least = 0.45 if node.get("stroke-dasharray") else 0.85  # a word may stand over a line
        assert sum(seen) / len(seen) >= least, node.attrib
    for node in texts:
        size = float(node.get("font-size")) * unit
        letters = len((node.text or "").replace(" ", ""))
        shift = {"start": 0, "middle": 0.5, "end": 1}[node.get("text-anchor")]
        wide = 0.5 * size * len(node.text or "")
        start = (float(node.get("x")) - left) * unit - wide * shift
        box = [
            black(x, y)
            for x in range(round(start), round(start + wide))
            for y in range(
                round(float(node.get("y")) * unit - 0.7 * size), round(float(node.get("y")) * unit)
            )
        ]
        assert not letters or 0.06 <= sum(box) / len(box) <= 0.94, node.text


def test_every_picture_on_a_worksheet_is_said_in_words_near_it(exercise, poppler):
    for group in (Group(), Group(partners_or_family="yes")):
        (face, *safer) = faces(exercise.id)
        shown = [
            part
            for part in within((safer or [face])[0].sheet if group.safer else face.sheet)
            if isinstance(part, Picture)
        ]
        cell = {
            "cell_type": "code",
            "outputs": [{"data": {MIME: json.loads(json.dumps(filled(exercise.id).worksheet()))}}],
        }
        alone = {"cells": [{"cell_type": "markdown", "source": "# Alone"}, cell]}
        text = " ".join(
            pages_of(print_notebook(alone, Path("alone.ipynb"), "participant", group, TODAY).pdf, "-raw")
        )
        for part in shown:
            told = [*part.blank.to_write(), *(cell for row in part.blank.table() for cell in row)]
            assert told, f"the picture {part.id} is not said in words"
            for one in told:
                assert one in text, one


def test_every_picture_of_a_board_is_said_in_words_on_paper(exercise, poppler):
    for face in faces(exercise.id):
        answers = everything_answered(face, "choir")
        now, before = face.screens(answers, SETTING), face.screens({}, SETTING)
        text = "".join("".join(pages_of(print_board(now, before, Group(), TODAY), "-raw")).split())
        told = [
            view for view, usual in zip(now, before, strict=True) if view["parts"] != usual["parts"]
        ] or now
        for block in pictures_in([view["parts"] for view in told]):
            for cell in (cell for row in block["table"] for cell in row):
                assert "".join(cell.split()) in text, cell

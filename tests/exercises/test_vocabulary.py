"""What plays also prints: one vocabulary in Python, in the contract, in Typst and on the board."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest
import typst

from exercises import live, paper, parts
from exercises.board import PAGE
from exercises.setting import Setting
from handouts.contract import KINDS
from handouts.press import TEMPLATES

ALL = {paper.kind_of(part) for part in get_args(parts.Part)}
DRAW = (PAGE / "draw.js").read_text(encoding="utf-8")


def test_every_part_can_be_drawn():
    assert {paper.kind_of(part) for part in set(live.draw.registry) - {object}} == ALL


def test_every_part_can_be_printed():
    assert {paper.kind_of(part) for part in (*paper._PRINTED, *paper._MADE)} == ALL  # noqa: SLF001 - the two tables are the vocabulary


def test_the_printer_knows_every_part():
    assert set(KINDS) == ALL


def test_typst_has_a_setter_for_every_part(tmp_path):
    for template in TEMPLATES.glob("*.typ"):
        (tmp_path / template.name).write_bytes(template.read_bytes())
    (tmp_path / "ask.typ").write_text('#import "sheet.typ": kinds\n#metadata(kinds.keys()) <kinds>\n')
    told = {"doc": json.dumps({"size": "normal", "rtl": False})}
    found = json.loads(typst.query(str(tmp_path / "ask.typ"), "<kinds>", root=str(tmp_path), sys_inputs=told))
    assert set(found[0]["value"]) == ALL


def test_the_board_draws_every_part():
    table = DRAW[DRAW.index("const draw = {") :].partition("\n};\n")[0]
    assert set(re.findall(r"^  (\w+): ", table, re.MULTILINE)) == ALL


def test_an_unknown_part_stops_with_its_name():
    scene = live.Scene({}, {}, Setting())
    with pytest.raises(TypeError, match="cannot draw a str"):
        live.draw("no part", scene)
    with pytest.raises(TypeError, match="A str cannot be printed"):
        paper.put("no part")

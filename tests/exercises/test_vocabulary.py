"""What plays also prints: one vocabulary in Python, in the contract, in Typst and on the board."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest
import typst

from exercises import live, paper, parts
from handouts.contract import KINDS
from handouts.press import TEMPLATES

ALL = {re.sub(r"(?<!^)([A-Z])", r"_\1", part.__name__).lower() for part in get_args(parts.Part)}
BOARD = Path(live.__file__).with_name("board.js").read_text(encoding="utf-8")


def kinds_of(dispatch):
    known = set(dispatch.registry) - {object}
    return {re.sub(r"(?<!^)([A-Z])", r"_\1", part.__name__).lower() for part in known}


def test_every_part_can_be_drawn_and_printed():
    assert kinds_of(live.draw) == ALL
    assert kinds_of(paper.put) == ALL


def test_the_printer_knows_every_part():
    assert set(KINDS) == ALL


def test_typst_has_a_setter_for_every_part(tmp_path):
    for template in TEMPLATES.glob("*.typ"):
        (tmp_path / template.name).write_bytes(template.read_bytes())
    (tmp_path / "ask.typ").write_text('#import "sheet.typ": kinds\n#metadata(kinds.keys()) <kinds>\n')
    found = json.loads(typst.query(str(tmp_path / "ask.typ"), "<kinds>", root=str(tmp_path)))
    assert set(found[0]["value"]) == ALL


def test_the_board_draws_every_part():
    table = BOARD[BOARD.index("const draw = {") :].partition("\n};\n")[0]
    assert set(re.findall(r"^  (\w+): ", table, re.MULTILINE)) == ALL


def test_an_unknown_part_stops_with_its_name():
    scene = live.Scene({}, {}, parts)
    with pytest.raises(TypeError, match="cannot draw a str"):
        live.draw("no part", scene)
    with pytest.raises(TypeError, match="A str cannot be printed"):
        paper.put("no part")

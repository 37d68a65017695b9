"""The screen of this group: the board is handed a printer, and the printer loads when somebody prints."""

from __future__ import annotations

import os
import subprocess
import sys

from paper import reader

import handouts.board  # noqa: F401 - loaded first: Python writes down what it has compiled
from workshop import show
from workshop.files import ROOT

MAKES = {"os.mkdir", "os.rename", "shutil.copyfile", "tempfile.mkdtemp", "tempfile.mkstemp"}
"""What Python says when something is made on the disk."""


def test_showing_loads_no_printer():
    code = (
        "import sys; from workshop import show; assert show('support_rings').prints;"
        "sys.exit(any(name.partition('.')[0] in {'handouts', 'typst'} for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_board_prints_without_writing_a_file(monkeypatch):
    board = show("bounce_back_line")
    said, written, watching = [], [], True
    monkeypatch.setattr(board, "send", lambda content, buffers=(): said.append((content, buffers)))

    def watch(event, given):
        if watching and (event in MAKES or (event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR))):
            written.append((event, given))

    sys.addaudithook(watch)  # it cannot be taken away again, so it is told when to stop
    board.hear(board, {"changes": {"points.0.name": "choir"}, "print": True, "from": "gc1"}, [])
    watching = False
    board.answers = {}
    assert written == []
    assert said[-1][0]["from"] == "gc1"
    made = reader(said[-1][1][0])
    assert made.metadata.title == "Bounce-back line"
    assert "choir" in "".join(sheet.extract_text() for sheet in made.pages)

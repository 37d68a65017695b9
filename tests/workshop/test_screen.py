"""The screen of this group: the board is handed a printer, and the printer loads when somebody prints."""

from __future__ import annotations

import os
import subprocess
import sys

import page
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


def poster_of(monkeypatch, changes):
    """The poster of agreements for some answers."""
    board, said = show("arriving"), []
    monkeypatch.setattr(board, "send", lambda content, buffers=(): said.append((content, buffers)))
    board.hear(board, {"changes": changes, "print": "agreements_poster", "from": "gc1"}, [])
    board.answers = {}
    return said[-1]


def test_agreements_become_a_poster_of_one_page_with_the_words_of_the_group(monkeypatch):
    own = {"agreements.1": True, "own.rows": 2, "own.0.words": "Phones are <silent>.", "own.1.words": " "}
    told, (pdf,) = poster_of(monkeypatch, own)
    assert told["printed"]
    (sheet,) = reader(pdf).pages
    text = " ".join(sheet.extract_text().split())
    assert "How we want to be together" in text
    assert "You can pass at any time." in text
    assert "Phones are <silent>." in text
    assert "One person talks at a time." not in text, "nobody has ticked it"
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant


def test_a_poster_is_as_big_as_the_page_has_room_for(monkeypatch):
    _, (few,) = poster_of(monkeypatch, {})
    many = {
        f"own.{row}.words": "We say when we need a break, and nobody has to say why. " * 2 for row in range(5)
    }
    _, (full,) = poster_of(monkeypatch, {"own.rows": 5, **many})
    assert [len(reader(pdf).pages) for pdf in (few, full)] == [1, 1]
    big, small = (sizes_of(pdf) for pdf in (few, full))
    assert big["can"] > small["can"] >= 14


def sizes_of(pdf):
    """How big each word of the first page is, in points."""
    found = {}

    def seen(text, _cm, matrix, _font, size):
        found.update(dict.fromkeys(text.split(), abs(matrix[3]) * size))

    reader(pdf).pages[0].extract_text(visitor_text=seen)
    return found


def test_an_unknown_poster_prints_nothing_and_breaks_nothing(monkeypatch):
    board, said = show("arriving"), []
    monkeypatch.setattr(board, "send", lambda content, buffers=(): said.append((content, buffers)))
    board.hear(board, {"print": "no such poster", "from": "gc1"}, [])
    assert said[-1] == ({"printed": True, "hello": None, "from": "gc1", "seq": None}, [])

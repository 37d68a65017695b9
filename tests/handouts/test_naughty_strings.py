"""The Big List of Naughty Strings: 485 strings that have broken programs, in every place where words can stand.

Each is printed as it was typed. Where no font on the computer has a letter, its name stands there, or a
plain letter of the same meaning. Letters that nobody sees are left out. Readers of PDFs put words that
run from right to left, and letters under a heap of marks, in an order of their own: of those strings
(about one in twenty) each letter has to be there, in any order.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import TODAY, everything_answered, filled
from corpora import naughty_strings
from paper import body_of, squeezed

from exercises import load
from exercises.paper import MIME
from handouts.letters import clean, name_of, named
from workshop.files import write_whole
from workshop.group import Group
from workshop.printing import print_board, print_notebook
from workshop.screen import setting

UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]")
MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
TITLE = re.compile(rb"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)
"""The title as a reader of PDFs shows it in its window."""
BOLD = re.compile(r"\*\*(.+?)\*\*")
"""What a worksheet may set in bold, so that its asterisks are not on paper."""


@pytest.fixture(scope="module")
def naughty(corpora) -> list[str]:
    found = naughty_strings(corpora)
    assert len(found) == 485
    return found


def may_stand_for(letter: str) -> set[str]:
    """What may be on paper for a letter, without white space."""
    instead = named([letter], within=letter).get(ord(letter), letter)
    return {UNSEEN.sub("", squeezed(one)) for one in (letter, instead, name_of(letter))}


def in_any_order(text: str) -> bool:
    """Whether a reader of PDFs has ideas of its own about the order of these letters."""
    return any(
        unicodedata.bidirectional(one) in {"R", "AL", "AN"} or unicodedata.combining(one) for one in text
    )


def as_typed(typed: str, got: str) -> bool:
    typed, got = (UNSEEN.sub("", squeezed(text)) for text in (clean(typed), got))
    if in_any_order(typed):
        return all(any(one in got for one in may_stand_for(letter)) for letter in typed)
    pattern = "".join(f"(?:{'|'.join(map(re.escape, may_stand_for(one)))})" for one in typed)
    return re.fullmatch(pattern, got) is not None


def changed(naughty: list[str], pdf: bytes) -> dict[str, str]:
    """The strings that are not on paper as they were typed. Each stands between marks."""
    got = re.split(r"@@\d+@@", UNSEEN.sub("", squeezed(body_of(pdf))))[1:]
    assert len(got) == len(naughty) + 1
    return {typed: said for typed, said in zip(naughty, got, strict=False) if not as_typed(typed, said)}


def escaped(typed: str) -> str:
    """A text as Markdown in which nothing is markup."""
    return MARKUP.sub(r"\\\1", typed)


def cells_of(naughty: list[str], make) -> list[dict]:
    marks = ({"cell_type": "markdown", "source": f"@@{n}@@"} for n in range(len(naughty) + 1))
    cells = [cell for typed in naughty for cell in (next(marks), make(typed))]
    return [{"cell_type": "markdown", "source": "# All"}, *cells, next(marks)]


def printed(cells: list[dict]) -> bytes:
    return print_notebook({"cells": cells}, Path("all.ipynb"), "guide", Group(), TODAY).pdf


def test_a_change_is_seen():
    """The control: what is lost, doubled or read as code is not taken for what was typed."""
    assert as_typed("１ <b>", "1 <b>")
    for typed, got in (("<b>", "b"), ("a b", "a"), ("$x$", "x"), ("%s", "None"), ("a", "aa"), ("ש", "")):
        assert not as_typed(typed, got)


def test_in_code(naughty, poppler):
    assert (
        changed(naughty, printed(cells_of(naughty, lambda typed: {"cell_type": "raw", "source": typed})))
        == {}
    )


def test_in_prose(naughty, poppler):
    def prose(typed):
        return {"cell_type": "markdown", "source": escaped(typed)}

    assert changed(naughty, printed(cells_of(naughty, prose))) == {}


def test_in_the_prompts_of_a_worksheet(naughty, poppler):
    def sheet(start: int) -> dict:
        asked = [
            {"kind": "write", "id": "a", "label": label, "help": "", "lines": 0}
            for n, typed in enumerate(naughty[start : start + 60], start)
            for label in (f"@@{n}@@", typed)
        ]
        worksheet = load("support_rings").worksheet() | {
            "title": "All",
            "code": "",
            "section": "",
            "goal": "",
            "opt_out": "",
            "sheet": asked,
        }
        return {"cell_type": "code", "source": "", "outputs": [{"data": {MIME: worksheet}}]}

    made = print_notebook(
        {"cells": [{"cell_type": "markdown", "source": "# All"}, *map(sheet, range(0, len(naughty), 60))]},
        Path("all.ipynb"),
        "participant",
        Group(),
        TODAY,
    )
    got = re.split(r"@@\d+@@", UNSEEN.sub("", squeezed(body_of(made.pdf))))[1:]
    usual = "Remember." + squeezed(load("support_rings").remember)  # at the foot of each worksheet
    wrong = {
        typed: said
        for typed, said in zip(naughty, got, strict=True)
        if not as_typed(BOLD.sub(r"\1", typed), said.partition(usual)[0])
    }
    assert wrong == {}


def test_in_the_answers_of_a_group(naughty, poppler):
    """An answer holds 2000 letters, so there are many of them, and the longest strings are cut."""
    face = filled("listening_triads")
    answers = everything_answered(face, "x")
    place = next(key for key, value in answers.items() if value == "x")
    wrong = {}
    for start in range(0, len(naughty), 12):
        some = [typed[: 1900 // 12] for typed in naughty[start : start + 12]]
        typed = "\n".join(f"@@{n}@@ {one}" for n, one in enumerate([*some, ""]))
        views = (face.screens(told, setting()) for told in (answers | {place: typed}, {}))
        wrong |= changed(some, print_board(*views, Group(), TODAY))
    assert wrong == {}


def test_in_titles_and_in_the_names_of_files(naughty, poppler, tmp_path):
    """Each notebook has the string for its title and, where a file can have such a name, for its name."""

    def tried(numbered: tuple[int, str]) -> str | None:
        number, typed = numbered
        name = typed if file_can_be_called(typed) else str(number)
        path = tmp_path / f"{name}.ipynb"
        cells = [{"cell_type": "markdown", "source": "# " + escaped(typed)}] if typed.strip() else []
        path.write_text(json.dumps({"cells": cells}))
        made = print_notebook(json.loads(path.read_text()), path, "participant", Group(), TODAY)
        write_whole(tmp_path / "out" / f"{path.stem}.handout.pdf", made.pdf)
        title = html.unescape(TITLE.search(made.pdf)[1].decode())
        blank = not UNSEEN.sub("", typed).strip()  # such a title is none
        return None if blank or as_typed(typed, title) else title

    with ThreadPoolExecutor(2) as two:
        wrong = {
            typed: title
            for typed, title in zip(naughty, two.map(tried, enumerate(naughty)), strict=True)
            if title
        }
    assert wrong == {}
    assert sorted(path.name.removesuffix(".handout.pdf") for path in (tmp_path / "out").iterdir()) == sorted(
        path.stem for path in tmp_path.glob("*.ipynb")
    )


def file_can_be_called(name: str) -> bool:
    return (
        bool(name)
        and not re.search(r"[/\\:*?\"<>|\0]", name)
        and len(name.encode(errors="replace")) < 200
        and name not in {".", ".."}
    )

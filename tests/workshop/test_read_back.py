"""`workshop read-back`: the answers on the screen, and nowhere else."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import TOPIC, printed
from forms import answers_for, fields_of, filled_by_pypdf, form, values_for

from workshop.command import main
from workshop.files import read_notebook
from workshop.words import words

SAID = words()["read_back"]


@pytest.fixture
def filled(tmp_path):
    """A handout that somebody has filled in, and what they wrote."""
    fields = fields_of(read_notebook(TOPIC))
    values = values_for(fields)
    path = tmp_path / "filled.pdf"
    path.write_bytes(filled_by_pypdf(form(TOPIC), values))
    return path, answers_for(fields, values)


def test_shows_the_answers_and_writes_nothing(filled, capsys, tmp_path, monkeypatch):
    path, answers = filled
    monkeypatch.chdir(tmp_path)
    before = path.read_bytes()
    assert main(["read-back", str(path)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == answers
    assert list(json.loads(said.out)["Support rings"]) == list(answers["Support rings"])
    assert said.err == f"{SAID['only_here']}\n"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before


@pytest.mark.parametrize("letters", ["ascii", "cp1252", "utf-8"])
def test_any_letter_comes_through_on_any_terminal(filled, letters):
    path, answers = filled
    command = [sys.executable, "-m", "workshop", "read-back", str(path)]
    made = subprocess.run(command, env={"PYTHONIOENCODING": letters}, capture_output=True, check=True)
    assert json.loads(made.stdout) == answers


def test_an_empty_form_says_so(tmp_path, capsys):
    path = tmp_path / "empty.pdf"
    path.write_bytes(form(TOPIC))
    assert main(["read-back", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == "{}\n"
    assert said.err == f"{SAID['nothing']}\n"


@pytest.mark.parametrize("data", [None, b"", b"no PDF", "printed", "cut", "locked"])
def test_a_file_that_cannot_be_read_back_gets_one_sentence(data, tmp_path, capsys):
    path = tmp_path / "odd.pdf"
    made = {"printed": lambda: printed(TOPIC), "cut": lambda: form(TOPIC)[:30_000], "locked": locked}
    if data is not None:
        path.write_bytes(made[data]() if data in made else data)
    assert main(["read-back", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "odd.pdf" in said.err


def test_a_folder_gets_one_sentence(tmp_path, capsys):
    assert main(["read-back", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def locked() -> bytes:
    """A form that opens only with a password."""
    from io import BytesIO

    from paper import reader
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=reader(form(TOPIC)))
    writer.encrypt("secret", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()

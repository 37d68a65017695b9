"""The `workshop` command, as a facilitator types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, TOPIC, is_handout

import exercises
import workshop
from workshop.command import main
from workshop.files import all_notebooks, read_notebook


def test_prints_every_notebook_and_says_how_to_open_the_kit(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("UV", str(ROOT / ".uv" / "bin" / "uv"))
    assert main(["print", "--output-dir", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{path.stem}.handout.pdf"
        for path in sorted(all_notebooks(), key=lambda path: path.stem)
        if is_handout(path)
    ]
    said = capsys.readouterr().out
    for command in ("shortcut", "open"):
        assert f"\n  {Path('.uv/bin/uv')} run workshop {command}\n" in said
    assert str(tmp_path) in said


def test_prints_a_guide_and_another_paper(tmp_path):
    one = str(TOPIC)
    assert main(["print", one, "--guide", "--output-dir", str(tmp_path)]) == 0
    assert main(["print", one, "--output-dir", str(tmp_path)]) == 0
    letter = (tmp_path / f"{TOPIC.stem}.handout.pdf").read_bytes()
    assert main(["print", one, "--paper", "a4", "--output-dir", str(tmp_path)]) == 0
    assert (tmp_path / f"{TOPIC.stem}.guide.pdf").exists()
    assert (tmp_path / f"{TOPIC.stem}.handout.pdf").read_bytes() != letter


@pytest.mark.parametrize("name", ["nothing.ipynb", "."])
def test_a_wrong_name_gets_one_sentence(tmp_path, capsys, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert main(["print", name]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file have a name that is no text")
def test_a_terminal_without_the_letters_still_says_what_is_done(tmp_path):
    odd = os.fsdecode(b"odd \xff \xf0\x9f\x8d\x8e.ipynb")
    (tmp_path / odd).write_text(
        json.dumps({"cells": [{"cell_type": "markdown", "source": "\U0001f34e \U00012031"}]})
    )
    command = [sys.executable, "-m", "workshop", "print", str(tmp_path / odd), "--output-dir", str(tmp_path)]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    made = subprocess.run(command, env=plain, cwd=ROOT, capture_output=True, check=False)
    assert (made.returncode, made.stderr) == (0, b"")
    assert b"Printed " in made.stdout


def test_printing_loads_neither_nbconvert_nor_widgets(tmp_path):
    code = (
        "import sys; from workshop.command import main;"
        f"status = main(['print', {str(TOPIC)!r}, '--output-dir', {str(tmp_path)!r}]);"
        "heavy = {'nbconvert', 'nbformat', 'traitlets', 'ipywidgets', 'jsonschema', 'exercises'} & set(sys.modules);"
        "sys.exit(status or repr(heavy) if heavy else status)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_showing_loads_no_printer():
    code = "import sys, workshop; assert not {'exercises', 'handouts'} & set(sys.modules); workshop.show('support_rings'); assert 'typst' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_screen_has_the_numbers_and_the_file_only_their_names():
    board = workshop.show("support_rings")
    assert board is workshop.show("support_rings")
    assert "988" in json.dumps(board.opening)
    assert "{line:" not in json.dumps(board.opening)
    assert board.worksheet == exercises.load("support_rings").worksheet()


def test_help_is_quick_and_loads_no_printer():
    code = "import sys; from workshop.command import main\ntry: main(['--help'])\nexcept SystemExit: pass\nassert 'typst' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_refresh_stores_what_a_changed_exercise_shows(tmp_path, capsys):
    path = tmp_path / "a1.ipynb"
    whole = read_notebook(TOPIC)
    for cell in whole["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    path.write_text(json.dumps(whole))
    assert main(["refresh", str(path)]) == 0
    assert main(["refresh", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("Stored anew")
    assert read_notebook(path) == read_notebook(TOPIC)


@pytest.mark.parametrize("code", ["print(1)", 'from workshop import show; show("spiral")'])
def test_refresh_refuses_other_code(tmp_path, capsys, code):
    path = tmp_path / "odd.ipynb"
    before = json.dumps({"cells": [{"cell_type": "code", "source": [code]}]})
    path.write_text(before)
    assert main(["refresh", str(path)]) == 2
    assert capsys.readouterr().err.startswith("odd.ipynb: ")
    assert path.read_text() == before

"""The `workshop` command, as a facilitator types it."""

from __future__ import annotations

import io
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
    a4 = (tmp_path / f"{TOPIC.stem}.a4.handout.pdf").read_bytes()
    assert letter == (tmp_path / f"{TOPIC.stem}.handout.pdf").read_bytes() != a4
    assert main(["print", one, "--a4", "--output-dir", str(tmp_path / "short")]) == 0
    assert (tmp_path / "short" / f"{TOPIC.stem}.a4.handout.pdf").read_bytes() == a4


def test_editions_combine(tmp_path):
    options = ["--giant", "--a4", "--page-per-exercise", "--rtl", "--guide"]
    assert main(["print", str(TOPIC), *options, "--output-dir", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [f"{TOPIC.stem}.pages.rtl.a4.guide_giant.pdf"]


def test_all_editions_on_two_threads_are_those_on_one(tmp_path, capsys):
    private = next(path for path in all_notebooks() if not is_handout(path))
    for jobs in ("1", "2"):
        folder = str(tmp_path / jobs)
        command = ["print", str(TOPIC), str(private), "--all-editions", "-j", jobs, "--output-dir", folder]
        assert main(command) == 0
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / jobs).iterdir()} for jobs in ("1", "2"))
    assert one == two
    assert len(one) == 48 + 24
    assert f"Printed {len(one)} PDFs in " in capsys.readouterr().out


class Terminal(io.StringIO):
    """What takes itself for a terminal."""

    def isatty(self):
        """Say so."""
        return True


def test_a_long_run_shows_on_a_terminal_how_far_it_is(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    two = [str(path) for path in all_notebooks() if is_handout(path)][:2]
    assert main(["print", *two, "--all-editions", "--output-dir", str(tmp_path)]) == 0
    assert "96/96" in terminal.getvalue()
    assert capsys.readouterr().out.startswith("Printed 96 PDFs in ")


def test_no_number_of_threads_is_one_sentence(tmp_path, capsys):
    assert main(["print", str(TOPIC), "-j", "0", "--output-dir", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "--jobs must be a number from 1 to 64.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_notebook_is_named_once_and_the_others_are_printed(tmp_path, capsys):
    bad = tmp_path / "bad.ipynb"
    bad.write_text("{")
    assert main(["print", str(bad), str(TOPIC), "--all-editions", "--output-dir", str(tmp_path / "out")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert len(list((tmp_path / "out").iterdir())) == 48


def test_prints_forms_to_fill_in_of_a_handout_and_of_a_guide(tmp_path):
    for more in ([], ["--guide"]):
        assert main(["print", str(TOPIC), "--fillable", "--output-dir", str(tmp_path), *more]) == 0
    made = {f"{TOPIC.stem}.fillable.pdf", f"{TOPIC.stem}.guide_fillable.pdf"}
    assert {path.name for path in tmp_path.iterdir()} == made
    assert all(b"/AcroForm" in (tmp_path / name).read_bytes() for name in made)


def test_a_packet_is_for_paper(tmp_path, capsys):
    assert main(["print", "--packet", "tonight", "--fillable", "--output-dir", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("A packet is for paper.")
    assert len(said.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_topic_is_printed_by_the_name_that_opens_it(tmp_path):
    assert main(["print", "a1", "closing", "--output-dir", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "a1_support_rings.handout.pdf",
        "02_closing.handout.pdf",
    }


@pytest.mark.parametrize("name", ["nothing.ipynb", ".", "zebra", "no/such"])
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
        "heavy = {'nbconvert', 'nbformat', 'traitlets', 'ipywidgets', 'jsonschema', 'exercises', 'tqdm', 'pypdf', 'fontTools', 'mdit_py_plugins', 'html.parser', 'shutil'} & set(sys.modules);"
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

"""The nbconvert exporters: found by entry point, the same PDF as `workshop print`, one sentence when it fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TOPIC
from nbconvert.exporters import get_export_names, get_exporter

from workshop.command import main

ONE = TOPIC
EDITIONS = {
    "handout": [],
    "handout_large": ["--large"],
    "handout_giant": ["--giant"],
    "handout_fillable": ["--fillable"],
    "guide": ["--guide"],
}
"""Each exporter, and what to type after `workshop print` for the same PDF."""


def nbconvert(*arguments, cwd):
    command = [sys.executable, "-m", "nbconvert", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_all_are_offered_under_names_that_jupyterlab_can_call():
    assert {*EDITIONS} <= set(get_export_names())
    assert all(name.isidentifier() for name in EDITIONS)
    assert get_exporter("handout")().output_mimetype == "application/pdf"


@pytest.mark.parametrize("name", EDITIONS)
def test_the_same_pdf_as_the_command(tmp_path, name):
    made = nbconvert("--to", name, ONE, "--output-dir", tmp_path / "a", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    main(["print", str(ONE), "--output-dir", str(tmp_path / "b"), *EDITIONS[name]])
    (file,) = (path.name for path in (tmp_path / "b").iterdir())
    assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_without_a_folder_it_lands_beside_the_notebook(tmp_path):
    copy = tmp_path / "deep" / "own.ipynb"
    copy.parent.mkdir()
    copy.write_bytes(ONE.read_bytes())
    assert nbconvert("--to", "handout", copy, cwd=tmp_path).returncode == 0
    assert (tmp_path / "deep" / "own.handout.pdf").exists()


def test_from_a_notebook_that_jupyterlab_has_open():
    import nbformat

    made, resources = get_exporter("handout")().from_notebook_node(nbformat.read(ONE, as_version=4))
    assert made.startswith(b"%PDF")
    assert resources["output_extension"] == ".handout.pdf"


def test_a_damaged_notebook_gets_one_sentence(tmp_path):
    (tmp_path / "bad.ipynb").write_text("{")
    made = nbconvert("--to", "handout", "bad.ipynb", cwd=tmp_path)
    assert made.returncode != 0
    assert "bad.ipynb is damaged" in made.stderr
    assert "Traceback" not in made.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["bad.ipynb"]


def test_a_folder_that_cannot_be_made_gets_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    made = nbconvert("--to", "handout", ONE, "--output-dir", tmp_path / "file", cwd=tmp_path)
    assert made.returncode != 0
    assert "Traceback" not in made.stderr


def test_other_formats_still_work(tmp_path):
    made = nbconvert("--to", "markdown", ONE, "--output-dir", tmp_path, cwd=tmp_path)
    assert made.returncode == 0
    assert Path(tmp_path / f"{ONE.stem}.md").exists()

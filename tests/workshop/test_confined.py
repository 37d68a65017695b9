"""A notebook from somebody you do not know: printed within limits, or one sentence."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest
from conftest import TODAY, TOPIC

from workshop.command import main
from workshop.confined import print_untrusted
from workshop.errors import KitError
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook


def notebook(folder: Path, source: str, name: str = "theirs") -> Path:
    path = folder / f"{name}.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": source}]}))
    return path


def test_the_same_pdf_as_without_limits(tmp_path):
    assert main(["print", str(TOPIC), "--untrusted", "--guide", "--output-dir", str(tmp_path)]) == 0
    usual = print_notebook(read_notebook(TOPIC), TOPIC, "guide", Group(), TODAY).pdf
    around = dict(os.environ)
    confined_too = print_untrusted(TOPIC, "guide", Group(), TODAY).pdf
    assert confined_too == usual
    assert dict(os.environ) == around
    assert (tmp_path / f"{TOPIC.stem}.guide.pdf").read_bytes()[:5] == b"%PDF-"


def test_notes_and_sentences_come_through(tmp_path, capsys):
    path = notebook(tmp_path, "Only words.")
    assert (
        print_untrusted(path, "participant", Group(), TODAY).notes[0].startswith("This notebook has no title")
    )
    (tmp_path / "bad.ipynb").write_text("{")
    assert main(["print", "--untrusted", str(tmp_path / "bad.ipynb"), "--output-dir", str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "bad.ipynb is damaged or is not a Jupyter notebook. Take a fresh copy of it."
    ]


def test_nobody_asks_for_it_without_a_name(capsys):
    assert main(["print", "--untrusted"]) == 2
    assert "Name the notebook" in capsys.readouterr().err


def test_too_slow_is_stopped_and_the_old_file_stays(tmp_path, capsys, monkeypatch):
    """A list of 400,000 items takes minutes; a second is enough to see that it is stopped."""
    slow = notebook(tmp_path, "# A\n\n" + "- x\n" * 400_000)
    old = tmp_path / "theirs.handout.pdf"
    old.write_bytes(b"old")
    monkeypatch.setattr(print_untrusted, "__kwdefaults__", {"deadline": 2})
    started = time.monotonic()
    assert main(["print", "--untrusted", str(slow), "--output-dir", str(tmp_path)]) == 2
    assert time.monotonic() - started < 20
    assert (
        capsys.readouterr().err == "theirs.ipynb takes longer than 2 seconds to print, so it was stopped.\n"
    )
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["theirs.handout.pdf", "theirs.ipynb"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to an amount of memory")
def test_too_much_memory_is_refused(tmp_path):
    many = notebook(tmp_path, "# A\n\n" + "word " * 4_000_000)
    with pytest.raises(KitError, match=r"theirs\.ipynb needs more memory than a handout may take"):
        print_untrusted(many, "guide", Group(), TODAY)


def test_the_limits_hold_for_it_and_not_for_us(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    print_untrusted(notebook(tmp_path, "# A"), "guide", Group(), TODAY)
    assert resource.getrlimit(resource.RLIMIT_AS) == before

"""The press: constant templates, text only as data, nothing from the computer it runs on."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import ROOT, TODAY, TOPIC

from handouts.press import TEMPLATES, fonts
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook

ONE = TOPIC


def test_templates_never_read_data_as_code():
    for template in TEMPLATES.glob("*.typ"):
        code = template.read_text(encoding="utf-8")
        for word in ("eval(", "read(", "plugin(", "@preview", "include "):
            assert word not in code, f"{template.name}: {word}"


def test_fonts_come_with_the_kit():
    ours = {"Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono"}
    of_typst = {"Libertinus Serif", "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono"}
    assert set(fonts().families()) == ours | of_typst
    for font in (ROOT / "handouts" / "fonts").glob("*.ttf"):
        licence = (
            ROOT
            / "handouts"
            / "fonts"
            / f"OFL-{font.stem.split('_')[0].removeprefix('AtkinsonHyperlegible')}.txt"
        )
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


def test_the_same_bytes_in_another_process_folder_and_time_zone(tmp_path):
    here = print_notebook(read_notebook(ONE), ONE, "participant", Group(), TODAY).pdf
    code = (
        "import sys; from datetime import date; from pathlib import Path; from workshop.files import read_notebook;"
        "from workshop.group import Group; from workshop.printing import print_notebook;"
        f"p = Path({str(ONE)!r});"
        "sys.stdout.buffer.write(print_notebook(read_notebook(p), p, 'participant', Group(), date(2026, 11, 23)).pdf)"
    )
    there = {**os.environ, "TZ": "Asia/Tokyo", "HOME": str(tmp_path), "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=there, capture_output=True, check=True
    )
    assert made.stdout == here


def test_the_same_bytes_from_two_threads():
    with ThreadPoolExecutor(2) as two:
        made = list(
            two.map(lambda _: print_notebook(read_notebook(ONE), ONE, "guide", Group(), TODAY).pdf, range(4))
        )
    assert len(set(made)) == 1


def test_nothing_of_this_computer_is_in_the_file():
    made = print_notebook(read_notebook(ONE), ONE, "guide", Group(), TODAY).pdf
    for secret in (str(ROOT), str(Path.home())):
        assert secret.encode() not in made

"""Damaged notebooks, by the thousand: each ends in a PDF or in one sentence. No traceback, no hang.

Five hundred each time; ten thousand with `pytest -m long`.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import TODAY
from fire.mutants import mutant

from workshop.errors import KitError
from workshop.files import all_notebooks, read_notebook
from workshop.group import Group
from workshop.printing import print_notebook

SHIPPED = [path.read_bytes() for path in all_notebooks()]
PATIENCE = 30
"""Seconds that one may take."""


def outcome(folder: Path, seed: int) -> str:
    """What became of one damaged notebook: `pdf`, `sentence`, or what is wrong about it."""
    path = folder / f"{seed}.ipynb"
    path.write_bytes(mutant(SHIPPED, seed))
    started = time.monotonic()
    try:
        made = print_notebook(read_notebook(path), path, ("guide", "participant")[seed % 2], Group(), TODAY)
        end = "pdf" if made.pdf.startswith(b"%PDF") else "no PDF"
    except KitError as error:
        one = str(error)
        end = "sentence" if one.startswith(path.name) and "\n" not in one and len(one) < 400 else one
    except Exception as error:  # noqa: BLE001 - this is what we look for
        end = repr(error)
    path.unlink()
    return end if time.monotonic() - started < PATIENCE else "too slow"


def outcomes(folder: Path, seeds: range) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    with ThreadPoolExecutor(2) as two:
        for seed, end in zip(seeds, two.map(lambda seed: outcome(folder, seed), seeds), strict=True):
            found.setdefault(end, []).append(seed)
    return found


@pytest.mark.parametrize("many", [500, pytest.param(10_000, marks=pytest.mark.long)])
def test_each_ends_in_a_pdf_or_a_sentence(tmp_path, many):
    found = outcomes(tmp_path, range(many))
    assert {end: seeds[:5] for end, seeds in found.items() if end not in {"pdf", "sentence"}} == {}
    assert min(len(found["pdf"]), len(found["sentence"])) > many // 10


def test_a_planted_bug_is_found(tmp_path, monkeypatch):
    """The control: a printer that trusts one field of a notebook is caught, by more than one case."""
    monkeypatch.setattr(
        sys.modules["handouts.document"], "_tags", lambda cell: cell["metadata"].get("tags", [])
    )
    found = outcomes(tmp_path, range(500))
    assert sum(len(seeds) for end, seeds in found.items() if "Error" in end) > 1

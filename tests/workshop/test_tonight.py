"""Tonight's notebook: valid, whole, timed; and nobody's changes are ever lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import nbformat
import page
import pytest
from conftest import TODAY
from paper import reader

from workshop.calls import called
from workshop.errors import KitError
from workshop.files import as_stored, kit_notebooks, read_notebook
from workshop.group import Group
from workshop.lab.notebooks import check
from workshop.lab.save_hook import clean
from workshop.plan.answer import Wanted, answer
from workshop.plan.builds import builds
from workshop.plan.storing import store_meetings
from workshop.plan.tonight import meeting_of
from workshop.printing import print_notebook
from workshop.refresh import refreshed

PEOPLE = (4, 8, 12)


def stored(folder, build="core", people=8, name=None):
    """The notebooks of a build, as they lie on the disk."""
    made = answer(Wanted(build=build, people=people, start="18:00"), Group())
    return [path for path, _ in store_meetings(made, name, folder)[0]]


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """The notebook of every meeting of every build, for a small, a middling and a large group."""
    folder = tmp_path_factory.mktemp("meetings")
    return [
        path
        for build in builds()
        for people in PEOPLE
        for path in stored(folder, build, people, f"{build} {people}")
    ]


def source_of(cell):
    return "".join(cell["source"])


def test_every_meeting_is_a_notebook_as_any_other(everything):
    assert len(everything) == len(PEOPLE) * sum(len(build.meetings) for build in builds().values())
    for path in everything:
        check(path)
        nbformat.validate(nbformat.read(path, as_version=4))
        assert path.read_bytes() == as_stored(read_notebook(path)) == refreshed(path)


def test_cells_keep_their_words_tags_worksheets_and_ids(everything):
    kit = {
        name: notebook["cells"]
        for notebook in map(read_notebook, kit_notebooks())
        for name in filter(None, map(called, notebook["cells"]))
    }
    for path in everything:
        notebook = read_notebook(path)
        for block in meeting_of(notebook)["blocks"]:
            mine = [cell for cell in notebook["cells"] if cell["id"].startswith(f"{block['exercise']}-")]
            theirs = kit.get(block["exercise"], [])
            assert [cell["id"].removeprefix(f"{block['exercise']}-") for cell in mine[1:]] == [
                cell["id"] for cell in theirs
            ]
            for cell, from_kit in zip(mine[1:], theirs, strict=True):
                assert cell["metadata"] == from_kit["metadata"]
                assert [out["data"] for out in cell.get("outputs", [])] == [
                    out["data"] for out in from_kit.get("outputs", [])
                ]
                lower = re.sub("^#", "##", source_of(from_kit), flags=re.MULTILINE)
                assert source_of(cell) == (lower if cell["cell_type"] == "markdown" else source_of(from_kit))


def test_each_step_has_its_time(everything):
    for path in everything:
        notebook = read_notebook(path)
        cells = {cell["id"]: cell for cell in notebook["cells"]}
        for block in meeting_of(notebook)["blocks"]:
            for slot in block["slots"]:
                times = cells[f"{block['exercise']}-times"]
                assert f"| {slot['at']} | {slot['minutes']} | {slot['name']} | {slot['who']} |" in source_of(
                    times
                )
                assert times["metadata"]["tags"] == ["facilitator"]


def test_prints_as_handout_and_guide_that_keep_to_pdf_ua(tmp_path):
    (path,) = stored(tmp_path)
    for audience in ("participant", "guide"):
        made = print_notebook(read_notebook(path), path, audience, Group(), TODAY)
        assert made.notes == ()
        assert page.validate_pdf_bytes(made.pdf, profile="ua1").is_compliant
        text = "".join(sheet.extract_text() for sheet in reader(made.pdf).pages)
        assert ("18:08" in text) == (audience == "guide")


def test_nbval_and_nbconvert_treat_it_as_any_other(tmp_path):
    (path,) = stored(tmp_path)
    run = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "-q",
        "-p",
        "no:cacheprovider",
        f"--rootdir={tmp_path}",
        "-c",
        "/dev/null",
        str(path),
    ]
    said = subprocess.run(run, capture_output=True, text=True, check=False)
    assert "4 passed" in said.stdout, said.stdout
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "handout", str(path)], capture_output=True, check=True
    )
    assert path.with_suffix(".handout.pdf").read_bytes().startswith(b"%PDF")


def test_planning_again_replaces_what_nobody_changed(tmp_path):
    stored(tmp_path)
    (path,) = stored(tmp_path, "core", 6)
    assert [found.name for found in tmp_path.iterdir()] == ["tonight.ipynb"]
    assert meeting_of(read_notebook(path))["people"] == 6


@pytest.mark.parametrize("change", ["words", "tags", "cells", "damage", "other"])
def test_planning_again_never_touches_what_somebody_changed(tmp_path, change):
    (path,) = stored(tmp_path)
    notebook = read_notebook(path)
    if change == "words":
        notebook["cells"][0]["source"] = ["# Our evening"]
    elif change == "tags":
        notebook["cells"][0]["metadata"] = {"tags": ["facilitator"]}
    elif change == "cells":
        del notebook["cells"][3]
    path.write_text({"damage": "{", "other": "{}"}.get(change) or json.dumps(notebook))
    before = path.read_bytes()
    made = answer(Wanted(build="core"), Group())
    assert store_meetings(made, None, tmp_path)[0] == [(tmp_path / "tonight-2.ipynb", path)]
    assert path.read_bytes() == before
    assert store_meetings(made, None, tmp_path)[0] == [(tmp_path / "tonight-2.ipynb", path)], (
        "ours, so it may be replaced"
    )


def test_leading_and_saving_is_no_change(tmp_path):
    (path,) = stored(tmp_path)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = source_of(cell)  # as the page sends it
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], 9
    notebook["metadata"] = {"widgets": {}}
    clean(notebook, read_notebook(path))
    path.write_bytes(as_stored(notebook))
    assert stored(tmp_path) == [path]


def test_a_kit_without_the_notebook_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("workshop.plan.tonight.kit_notebooks", list)
    with pytest.raises(KitError, match="has no notebook for"):
        stored(tmp_path)


@pytest.mark.parametrize("broken", ["folder", "file"])
def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path, broken):
    place = tmp_path / "in_the_way"
    place.write_text("")
    with pytest.raises(KitError, match="could not be written"):
        stored(place / "deeper" if broken == "folder" else place)

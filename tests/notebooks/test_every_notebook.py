"""The promises that every notebook keeps; nbval runs each one for real besides (see pyproject.toml)."""

from __future__ import annotations

import json
import re

import nbformat

import exercises
from workshop.calls import CALL
from workshop.files import NOTEBOOKS, all_notebooks, read_notebook
from workshop.fill import people
from workshop.refresh import MIME, refreshed

TEMPLATE = [
    ("title", None),
    ("prepare", "facilitator"),
    ("teach", None),
    ("exercise", None),
    ("talk", None),
    ("home", None),
    ("remember", None),
]
"""The cells of a topic, in order, with the tag of each (CONTRIBUTING.md, "Add a topic")."""


def code_cells(path):
    return [cell for cell in read_notebook(path)["cells"] if cell["cell_type"] == "code"]


def test_is_a_valid_notebook(notebook):
    nbformat.validate(nbformat.read(notebook, as_version=4))


def test_stores_what_a_fresh_run_would_show(notebook):
    assert notebook.read_bytes() == refreshed(notebook), f"stale: run workshop refresh {notebook.name}"


def test_no_code_cell_can_slip_past_nbval(notebook):
    cells = code_cells(notebook)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        (output,) = cell["outputs"]
        assert output["output_type"] == "execute_result"
        assert set(output["data"]) == {MIME, "text/plain"}
        assert "".join(output["data"]["text/plain"]).startswith("Worksheet: ")


def test_code_is_one_hidden_line_of_one_form(notebook):
    for cell in code_cells(notebook):
        assert CALL.fullmatch("".join(cell["source"]))
        assert cell["metadata"] | {"tags": []} == {"jupyter": {"source_hidden": True}, "tags": []}


def test_holds_nothing_of_a_session(notebook):
    whole = read_notebook(notebook)
    assert set(whole["metadata"]) == {"kernelspec", "language_info"}
    assert whole["metadata"]["language_info"] == {"name": "python"}
    for word in ("widget-view", "widget-state", "iopub", "trusted", "/home/", "\\Users\\"):
        assert word not in json.dumps(whole)


def test_cells_have_ids_of_their_own_and_known_tags(notebook):
    cells = read_notebook(notebook)["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    for cell in cells:
        assert cell["metadata"].get("tags", []) in ([], ["facilitator"], ["participant"])


def test_a_topic_follows_the_template(topic):
    cells = read_notebook(topic)["cells"]
    assert [(cell["id"], *(cell["metadata"].get("tags") or [None])) for cell in cells] == TEMPLATE
    text = {cell["id"]: "".join(cell["source"]) for cell in cells}
    assert text["title"].startswith("# ")
    assert "You will take home" in text["title"]
    assert text["prepare"].startswith("## Before the group comes")
    assert text["talk"].startswith("## Talk about it")
    assert 2 <= text["talk"].count("?") <= 4
    assert text["home"].startswith("## Try it at home")
    assert text["remember"].startswith("> **Remember.** ")


def test_a_topic_shows_the_exercise_of_its_name(topic):
    code, _, name = topic.stem.partition("_")
    exercise = exercises.load(name)
    assert exercise.code.lower() == code
    assert [CALL.fullmatch("".join(cell["source"]))[1] for cell in code_cells(topic)] == [name]


def test_every_exercise_has_its_notebook():
    shown = {
        CALL.fullmatch("".join(cell["source"]))[1] for path in all_notebooks() for cell in code_cells(path)
    }
    assert shown == set(exercises.names())


def test_there_is_an_opening_and_a_closing():
    assert [path.stem for path in all_notebooks()][:3] == ["00_plan_a_meeting", "01_opening", "02_closing"]


def test_every_section_has_an_overview():
    folders = {path.parent for path in all_notebooks() if path.parent != NOTEBOOKS}
    assert {path.parent for path in all_notebooks() if re.match(r"[abc]0_", path.stem)} == folders


def test_an_overview_lists_the_topics_as_they_are(overview):
    text = {cell["id"]: "".join(cell["source"]) for cell in read_notebook(overview)["cells"]}
    rows = re.findall(
        r"^\| \[(.+?)\]\((\w+\.ipynb)\) \| (\d+) \| (\d) \| .+ \|$", text["prepare"], re.MULTILINE
    )
    told = [
        (name, NOTEBOOKS / overview.parent / path, int(long), int(deep)) for name, path, long, deep in rows
    ]
    true = []
    for path in all_notebooks():
        if path.parent == overview.parent and path != overview:
            exercise = exercises.load(path.stem.partition("_")[2])
            name = (
                f"{exercise.code} {''.join(read_notebook(path)['cells'][0]['source'][0]).strip('# ').strip()}"
            )
            true.append((name, path, round(exercise.minutes(8)), exercise.intensity))
    assert told == true
    assert re.findall(r"^- \*\*(.+?)\*\* ", text["topics"], re.MULTILINE) == [name[3:] for name, *_ in told]


def test_someone_is_not_ok_is_in_reach_of_every_notebook(notebook):
    """A board has the cards on it (tests/browser); a notebook without one has a link to them."""
    prose = "".join("".join(cell["source"]) for cell in read_notebook(notebook)["cells"])
    links = re.findall(r"\]\(([\w./]*03_someone_is_not_ok\.ipynb)\)", prose)
    assert code_cells(notebook) or links
    assert all((notebook.parent / link).exists() for link in links)


def test_made_up_people_have_no_names_in_the_prose(notebook):
    prose = " ".join("".join(cell["source"]) for cell in read_notebook(notebook)["cells"])
    assert not set(re.findall(r"\w+", prose)) & {name for name, _ in people().values()}

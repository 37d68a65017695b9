"""The save hook: whatever a session did to a notebook, the file keeps only what an editor may change."""

from __future__ import annotations

import copy
import json
import threading
from types import SimpleNamespace

import pytest
from conftest import TOPIC
from hypothesis import given
from hypothesis import strategies as st
from tornado.web import HTTPError

from workshop.files import read_notebook
from workshop.lab.save_hook import keep_session_out

CANARY = "canary51e0ab77"


@pytest.fixture
def keeper(tmp_path):
    (tmp_path / TOPIC.name).write_bytes(TOPIC.read_bytes())
    return SimpleNamespace(root_dir=str(tmp_path))


def saved(keeper, notebook, path=TOPIC.name):
    model = {"type": "notebook", "content": notebook}
    keep_session_out(model=model, path=path, contents_manager=keeper)
    return model["content"]


def used():
    """A notebook as the browser sends it after a meeting: words in every place a session can reach."""
    notebook = read_notebook(TOPIC)
    notebook["metadata"]["widgets"] = {"state": CANARY}
    notebook["metadata"]["title"] = CANARY
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"]["execution"] = {"iopub.status.busy": CANARY}
        if cell["cell_type"] == "code":
            cell["execution_count"] = 100 + number
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": CANARY}]
    return notebook


def test_a_meeting_leaves_the_file_as_it_was(keeper):
    assert saved(keeper, used()) == read_notebook(TOPIC)


@given(st.dictionaries(st.text(), st.recursive(st.text() | st.integers() | st.none(), st.lists)))
def test_no_metadata_comes_in_from_the_browser(tmp_path_factory, invented):
    folder = tmp_path_factory.mktemp("hook")
    (folder / TOPIC.name).write_bytes(TOPIC.read_bytes())
    notebook = read_notebook(TOPIC)
    notebook["metadata"] = invented
    for cell in notebook["cells"]:
        cell["metadata"] = {name: told for name, told in invented.items() if name != "tags"} | {
            "tags": cell["metadata"].get("tags", [])
        }
    assert saved(SimpleNamespace(root_dir=str(folder)), notebook) == read_notebook(TOPIC)


def test_what_an_editor_changes_is_kept(keeper):
    notebook = used()
    notebook["cells"][0]["source"] = ["# A new title"]
    notebook["cells"][2]["metadata"]["tags"] = ["facilitator"]
    notebook["cells"].append(copy.deepcopy(notebook["cells"][3]) | {"id": "new"})
    kept = saved(keeper, notebook)
    assert kept["cells"][0]["source"] == ["# A new title"]
    assert kept["cells"][2]["metadata"]["tags"] == ["facilitator"]
    assert kept["cells"][-1]["outputs"] == []
    assert CANARY not in json.dumps(kept)


def test_a_copy_under_a_new_name_takes_no_outputs_along(keeper):
    assert CANARY not in json.dumps(saved(keeper, used(), "copy.ipynb"))


def test_another_kind_of_notebook_is_left_alone(keeper):
    other = {
        "cells": [{"cell_type": "code", "source": "1 + 1", "outputs": [1], "metadata": {}}],
        "metadata": {"a": 1},
    }
    assert saved(keeper, copy.deepcopy(other), "other.ipynb") == other
    keep_session_out(model={"type": "directory", "content": None}, path="", contents_manager=keeper)


def test_a_save_waits_for_another_one_that_is_half_done(keeper, tmp_path):
    path = tmp_path / TOPIC.name
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    later = threading.Timer(0.1, path.write_bytes, [whole])
    later.start()
    assert CANARY not in json.dumps(saved(keeper, used()))
    later.join()


@pytest.mark.parametrize("damage", ["{", '{"cells": 3}', '{"cells": [4]}'])
def test_where_it_cannot_be_done_nothing_is_saved(keeper, tmp_path, damage):
    (tmp_path / TOPIC.name).write_text(damage, encoding="utf-8")
    with pytest.raises(HTTPError) as refused:
        saved(keeper, used())
    assert refused.value.status_code == 500
    assert CANARY not in str(refused.value)

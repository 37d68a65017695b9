"""`workshop open`: it opens what is meant, reaches nothing but this computer, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from conftest import ROOT, TOPIC
from meeting import SOON, address_from, begun, gone, of_the_meeting

from workshop.calls import CALL
from workshop.command import main
from workshop.errors import KitError
from workshop.files import NOTEBOOKS, all_notebooks
from workshop.lab import browsers
from workshop.lab.lean import copy_notebook
from workshop.lab.notebooks import whole_ones
from workshop.lab.page_route import code_of
from workshop.lab.private_folder import PREFIX, private_folder, sweep
from workshop.topics import find

STATIC = ROOT / "workshop" / "lab" / "extension" / "static"


@pytest.mark.parametrize("wanted", ["a1", "A1", "support_rings", "a1_support_rings", str(TOPIC)])
def test_a_topic_is_found_by_any_name(wanted):
    assert find(wanted) == TOPIC


def test_every_notebook_can_be_named_by_its_code():
    for path in all_notebooks():
        assert find(path.stem.partition("_")[0]) == path


def test_a_planned_meeting_is_found_by_its_name_and_is_among_the_topics(tmp_path, monkeypatch):
    monkeypatch.setattr("workshop.files.MEETINGS", tmp_path)
    monkeypatch.setattr("workshop.command.MEETINGS", tmp_path)
    assert main(["plan", "a1", "--name", "thursday"]) == 0
    path = tmp_path / "thursday.ipynb"
    assert find("thursday") == path
    assert whole_ones(TOPIC, print)["mine/thursday.ipynb"] == path
    assert code_of(path) == ""


def test_an_unknown_topic_ends_in_one_sentence(capsys):
    assert main(["open", "zebra"]) == 2
    said = capsys.readouterr()
    assert "There is no topic “zebra”" in said.err
    assert "a1" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", ["open", "print"])
def test_without_notebooks_it_says_where_they_are_missed(command, monkeypatch, capsys):
    monkeypatch.setattr("workshop.files.all_notebooks", list)
    assert main([command]) == 2
    assert (
        capsys.readouterr().err
        == f"There are no notebooks in {NOTEBOOKS}. Run this from a full copy of the kit.\n"
    )


def test_a_damaged_notebook_is_named_and_only_the_wanted_one_stops(tmp_path, monkeypatch):
    bad = tmp_path / "bad.ipynb"
    bad.write_text("{", encoding="utf-8")
    with pytest.raises(KitError, match=r"bad\.ipynb"):
        whole_ones(bad, print)
    told = []
    monkeypatch.setattr("workshop.lab.notebooks.kit_notebooks", lambda: [bad, TOPIC])
    assert set(whole_ones(TOPIC, told.append).values()) == {TOPIC}
    assert [line for line in told if "bad.ipynb" in line] == told != []


def test_a_notebook_of_ones_own_can_be_led(tmp_path):
    own = tmp_path / "tonight.ipynb"
    own.write_bytes(TOPIC.read_bytes())
    assert whole_ones(own, print)["mine/tonight.ipynb"] == own


def test_the_page_knows_the_same_form_of_a_code_cell():
    (pattern,) = re.findall(r"const CALL = /\^(.+)\$/;", (STATIC / "start.js").read_text(encoding="utf-8"))
    assert pattern == CALL.pattern


def test_no_cell_of_the_copy_can_be_changed(tmp_path):
    copy_notebook(TOPIC, tmp_path / "copy.ipynb")
    cells = json.loads((tmp_path / "copy.ipynb").read_text(encoding="utf-8"))["cells"]
    assert all(not cell["metadata"]["editable"] and not cell["metadata"]["deletable"] for cell in cells)


def test_the_private_folder_is_private_and_is_gone(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with private_folder() as folder:
        assert folder.parent == tmp_path
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "words").write_text("words", encoding="utf-8")
    assert list(tmp_path.iterdir()) == []


def test_what_a_power_cut_left_is_swept_and_a_running_meeting_is_not(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for name in (f"{PREFIX}{dead.pid}-x", f"{PREFIX}{os.getpid()}-y", "somebody-elses"):
        (tmp_path / name).mkdir()
    sweep()
    assert {path.name for path in tmp_path.iterdir()} == {f"{PREFIX}{os.getpid()}-y", "somebody-elses"}


def test_it_refuses_where_typed_words_would_be_stored(monkeypatch, capsys):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: object())
    assert main(["open"]) == 2
    assert "stores what people type" in capsys.readouterr().err


def core_dumps(process):
    """How big a dump of its memory a process may leave; None where the system does not say."""
    limits = Path(f"/proc/{process.pid}/limits")
    return re.search(r"Max core file size\s+(\w+)", limits.read_text())[1] if limits.exists() else None


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_everything_is_gone_however_it_ends(tmp_path, ending):
    with begun(tmp_path, "a1", "--no-browser") as process:
        url, token = address_from(process)
        (folder,) = process.memory.iterdir()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        with urllib.request.urlopen(f"{url}api/sessions?token={token}") as answer:
            (session,) = json.load(answer)
        assert session["path"] == TOPIC.relative_to(NOTEBOOKS).as_posix()
        with urllib.request.urlopen(f"{url}good-company/page?topics=1&token={token}") as answer:
            told = json.load(answer)
        assert len(told["topics"]) == len(all_notebooks())
        assert any("suicide" in title.lower() for title, _ in told["cards"])
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{url}api/sessions")
        for one in of_the_meeting(process):
            assert core_dumps(one) in {None, "0"}
        assert list(folder.rglob("history.sqlite")) == []
        process.send_signal(getattr(signal, ending))
        assert gone(process)
        if ending != "SIGKILL":
            assert process.wait(SOON) == 0
            assert "Everything that was typed is gone" in process.stdout.read()
    home = tmp_path / "home"
    assert not home.exists() or not any(path.is_file() for path in home.rglob("*"))


@pytest.mark.skipif(os.name == "nt", reason="a browser made of a shell script")
def test_closing_the_window_ends_the_meeting(tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    browser = tools / "chromium"
    browser.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/asked"\nexec sleep 4\n', encoding="utf-8"
    )
    browser.chmod(0o755)
    with begun(tmp_path, "b6", PATH=f"{tools}:/usr/bin:/bin") as process:
        assert process.wait(60) == 0
        assert gone(process)
        assert "a window of its own" in process.stdout.read()
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert any(
        re.fullmatch(r"--app=http://127\.0\.0\.1:\d+/lab/tree/\S+b6_trust_check\.ipynb\?token=\w+", one)
        for one in asked
    )
    assert any(one.startswith(f"--user-data-dir={process.memory}") for one in asked)
    assert "--incognito" in asked


@pytest.mark.skipif(os.name == "nt", reason="a browser made of a shell script")
def test_a_browser_that_cannot_open_gives_way_to_the_next(tmp_path, monkeypatch):
    good, bad = tmp_path / "firefox", tmp_path / "chromium"
    bad.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    good.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    for path in (good, bad):
        path.chmod(0o755)
    monkeypatch.setattr(browsers, "browsers", lambda: [bad, good])
    window = browsers.open_window(tmp_path, "http://127.0.0.1:1/")
    assert window.args[0] == str(good)
    assert "--private-window" in window.args
    window.kill()
    window.wait()
    monkeypatch.setattr(browsers, "browsers", lambda: [bad])
    assert browsers.open_window(tmp_path, "http://127.0.0.1:1/") is None


def test_opening_costs_the_command_nothing_before_it_is_asked():
    heavy = "import sys, workshop.command; print([one for one in sys.modules if one.startswith(('jupyter', 'tornado', 'psutil'))])"
    said = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"

"""`workshop print --packet`, as a facilitator types it: by name or by file, and one sentence where it cannot be."""

from __future__ import annotations

import json

import pytest
from conftest import TOPIC

from workshop.command import main
from workshop.group import Group, LocalLine

HOME = LocalLine("Harbor House", "Ring the bell.", safety_at_home=True)


@pytest.fixture(autouse=True)
def meetings(tmp_path, monkeypatch):
    """A folder of our own for what is planned here."""
    folder = tmp_path / "meetings"
    monkeypatch.setattr("workshop.command.MEETINGS", folder)
    monkeypatch.setattr("workshop.files.MEETINGS", folder)
    return folder


@pytest.fixture
def belongs_to(monkeypatch):
    """Makes the group's file say something."""
    return lambda **facts: monkeypatch.setattr("workshop.print_command.load_group", lambda _: Group(**facts))


@pytest.fixture
def plan(meetings, capsys):
    """Plans a meeting, and gives its notebook."""

    def planned(*more):
        assert main(["plan", "--build", "core", *more]) == 0
        capsys.readouterr()
        return meetings / "tonight.ipynb"

    return planned


def printed(tmp_path, *typed):
    return main(["print", "--packet", *map(str, typed), "--output-dir", str(tmp_path / "pdf")])


def names(tmp_path):
    return sorted(path.name for path in (tmp_path / "pdf").glob("*"))


def test_a_meeting_is_printed_by_its_name_or_its_file(tmp_path, plan, capsys):
    notebook = plan()
    assert printed(tmp_path, "tonight") == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert [line.rpartition("/")[2] for line in said.out.splitlines()] == names(tmp_path)
    assert names(tmp_path) == ["tonight.facilitator.pdf", "tonight.participants.pdf"]
    by_name = [path.read_bytes() for path in (tmp_path / "pdf").iterdir()]
    assert printed(tmp_path, notebook) == 0
    assert [path.read_bytes() for path in (tmp_path / "pdf").iterdir()] == by_name


def test_planning_says_how_to_print(meetings, capsys):
    assert main(["plan", "--build", "core"]) == 0
    assert "print --packet tonight\n" in capsys.readouterr().out


def refused(capsys, *, status):
    """The one sentence, or two, that were said in place of a packet."""
    said = capsys.readouterr()
    assert status == 2
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    return said.err


@pytest.mark.parametrize("name", ["tomorrow", "../tonight", "", "x" * 300, "a\x00b", TOPIC, TOPIC.parent])
def test_what_is_no_meeting_gets_a_sentence(name, tmp_path, plan, capsys):
    plan()
    said = refused(capsys, status=printed(tmp_path, name))
    assert "is no planned meeting" in said
    assert "workshop plan" in said
    assert names(tmp_path) == []


def test_a_damaged_file_gets_a_sentence(tmp_path, plan, capsys):
    notebook = plan()
    notebook.write_text("{", encoding="utf-8")
    refused(capsys, status=printed(tmp_path, "tonight"))
    assert names(tmp_path) == []


def minutes(meeting):
    meeting["minutes"] += 1


def slot(meeting):
    meeting["blocks"][0]["slots"][0]["minutes"] = -5


def word(meeting):
    meeting["people"] = "eight"


def clock(meeting):
    meeting["blocks"][0]["at"] = "soon"


def lost(meeting):
    del meeting["ends"]


def huge(meeting):
    meeting["minutes"] = 10**9


@pytest.mark.parametrize("change", [minutes, slot, word, clock, lost, huge])
def test_times_that_do_not_add_up_get_a_sentence(change, tmp_path, plan, capsys):
    notebook = plan()
    stored = json.loads(notebook.read_bytes())
    change(stored["metadata"]["good_company"]["meeting"])
    notebook.write_text(json.dumps(stored), encoding="utf-8")
    assert "its times do not add up" in refused(capsys, status=printed(tmp_path, "tonight"))
    assert names(tmp_path) == []


@pytest.mark.parametrize("more", [["--guide"], [str(TOPIC)]])
def test_a_packet_and_something_else_get_a_sentence(more, tmp_path, plan, capsys):
    plan()
    assert "not both" in refused(capsys, status=printed(tmp_path, "tonight", *more))
    assert names(tmp_path) == []


def test_safer_mode_says_what_is_missing_and_names_an_old_packet(tmp_path, plan, belongs_to, capsys):
    plan()
    assert printed(tmp_path, "tonight") == 0
    before = (tmp_path / "pdf" / "tonight.participants.pdf").read_bytes()
    capsys.readouterr()
    belongs_to(partners_or_family="yes")
    plan()
    said = refused(capsys, status=printed(tmp_path, "tonight"))
    assert "Nothing was printed for participants" in said
    assert "Do not use" in said
    assert (tmp_path / "pdf" / "tonight.participants.pdf").read_bytes() == before


def test_safer_mode_with_a_place_prints_both(tmp_path, plan, belongs_to):
    belongs_to(partners_or_family="yes", local=(HOME,))
    plan()
    assert printed(tmp_path, "tonight") == 0
    assert len(names(tmp_path)) == 2


def test_a_file_that_cannot_be_written_gets_a_sentence(tmp_path, plan, capsys):
    plan()
    (tmp_path / "pdf").write_text("in the way", encoding="utf-8")
    refused(capsys, status=printed(tmp_path, "tonight"))
    assert (tmp_path / "pdf").read_text(encoding="utf-8") == "in the way"

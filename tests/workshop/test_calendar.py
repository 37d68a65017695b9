"""The calendar of a course: the right days and times, and nobody's name."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from workshop.command import main


@pytest.fixture(autouse=True)
def meetings(tmp_path, monkeypatch):
    """A folder of our own, and a group with a name and a place, to see that neither is told."""
    monkeypatch.setattr("workshop.command.MEETINGS", tmp_path / "meetings")
    monkeypatch.setattr("workshop.command.ROOT", tmp_path)
    (tmp_path / "my_group.toml").write_text('name = "Thursday circle"\nplace = "Town library"\n')
    return tmp_path / "meetings"


def events(path: Path) -> list:
    return Calendar.from_ical(path.read_bytes()).events


def test_a_course_is_in_the_calendar_week_after_week(meetings, capsys):
    assert main(["plan", "--build", "course-6", "--start", "18:30", "--on", "2026-12-03"]) == 0
    assert str(meetings / "meeting.ics") in capsys.readouterr().out
    found = events(meetings / "meeting.ics")
    assert [event.start for event in found] == [
        datetime.fromisoformat("2026-12-03T18:30") + timedelta(weeks=n) for n in range(6)
    ]
    assert {event.end - event.start for event in found} == {timedelta(minutes=90)}
    assert [event["SUMMARY"] for event in found] == [f"Meeting {n} of 6" for n in range(1, 7)]
    assert len({event["UID"] for event in found}) == 6


def test_it_holds_no_names(meetings):
    assert main(["plan", "--build", "course-6", "--start", "18:30", "--on", "2026-12-03"]) == 0
    for event in events(meetings / "meeting.ics"):
        assert set(event) == {"SUMMARY", "DTSTART", "DTEND", "UID", "DTSTAMP"}
    text = (meetings / "meeting.ics").read_text()
    assert not any(word in text for word in ("Thursday", "Town", "Support", "library"))


def test_planning_again_moves_the_same_meetings(meetings):
    uids = []
    for start in ("18:30", "19:00"):
        assert main(["plan", "a1", "--start", start, "--on", "2026-12-03", "--every", "14"]) == 0
        uids += [event["UID"] for event in events(meetings / "tonight.ics")]
    assert len(uids) == 2
    assert len(set(uids)) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "--on tomorrow --start 18:00",
        "--on 2026-02-30 --start 18:00",
        "--on 2026-12-03",
        "--on 9999-12-31 --start 18:00 --every 400",
        "--on 2026-12-03 --start 18:00 --every 0",
    ],
)
def test_what_is_no_day_gets_one_sentence_and_stores_nothing(asked, meetings, capsys):
    assert main(["plan", "--build", "course-6", *asked.split()]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not meetings.exists()

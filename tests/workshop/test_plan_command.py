"""`workshop plan`, as a facilitator types it: an agenda as plain text, or sentences that say what would fit."""

from __future__ import annotations

import re

import pytest
import reading
from conftest import ROOT

from workshop.command import main
from workshop.words import words

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def meetings(tmp_path, monkeypatch):
    """A folder of our own for what is planned here."""
    monkeypatch.setattr("workshop.command.MEETINGS", tmp_path)
    return tmp_path


def test_an_agenda_has_times_steps_and_what_to_bring(capsys):
    assert main(["plan", "--build", "core", "--people", "8", "--start", "18:00"]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"^(\d\d:\d\d) +(?:\d+ min)? +(.+)$", said, re.MULTILINE) == [
        ("18:00", "Arriving"),
        ("18:08", "A1 Support rings"),
        ("18:30", "B2 Reach-out planner"),
        ("18:52", "Time in hand, or end early"),
        ("18:53", "Leaving well"),
        ("19:00", "The end"),
    ]
    assert "  3 min    Meet Rosa (you speak)\n" in said
    assert "- 10 copies of each sheet: Arriving, Support rings, Reach-out planner, Leaving well\n" in said
    assert "{" not in said


def test_a_refusal_names_the_changes_and_shorten_makes_them(capsys):
    asked = ["plan", "a1", "b2", "--minutes", "45", "--people", "8"]
    assert main(asked) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "This takes 51 minutes, and you have 45. It fits if you do this:\n"
        "- A1 Support rings: leave out “Share only the shape”. That saves 5 min.\n"
        "- B2 Reach-out planner: leave out “Say it aloud”. That saves 5 min.\n"
        "To plan it so, add --shorten. Or meet for 51 minutes.\n"
    )
    assert main([*asked, "--shorten"]) == 0
    assert "Share only the shape (" not in (made := capsys.readouterr().out)
    assert "Made shorter\n- A1 Support rings: leave out" in made


def test_a_course_prints_and_stores_each_of_its_meetings(meetings, capsys):
    assert main(["plan", "--build", "course-9", "--people", "8"]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"meeting (\d) of 9: 8 people, 60 minutes", said) == [*"123456789"]
    assert sorted(path.name for path in meetings.iterdir()) == [
        f"meeting_{n}_of_9.ipynb" for n in range(1, 10)
    ]


def test_the_notebook_lies_where_it_says_and_opens_by_its_name(meetings, capsys):
    assert main(["plan", "a1", "--name", "first evening"]) == 0
    said = capsys.readouterr().out
    assert "Your notebook is ready: " in said
    assert said.count("open 'first evening'\n") == 1
    assert [path.name for path in meetings.iterdir()] == ["first evening.ipynb"]


@pytest.mark.parametrize("name", ["../up", "a/b", ".hidden", "", "-x", "x" * 61, "a\nb"])
def test_a_name_that_is_none_gets_one_sentence(name, meetings, capsys):
    assert main(["plan", "a1", f"--name={name}"]) == 2
    assert (
        len(capsys.readouterr().err.strip().splitlines()) <= 2
    )  # a name with a break in it shows both halves
    assert list(meetings.iterdir()) == []


def test_a_course_that_does_not_fit_prints_and_stores_no_half_of_it(meetings, capsys):
    assert main(["plan", "--build", "course-9", "--minutes", "50"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.findall(r"Meeting \d of 9", said.err) == ["Meeting 8 of 9"]
    assert list(meetings.iterdir()) == []
    assert main(["plan", "--build", "course-9", "--minutes", "50", "--shorten"]) == 0


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "zz",
        "a1 --build core",
        "--build evening",
        "a1 --start 25:00",
        "a1 --people 31",
        "a1 --people 1",
        "a1 --minutes 7",
        "a1 --minutes -5",
        "a1 a1",
        "a4 --minutes 45",
        "break",
        "break:0",
        "arriving",
    ],
)
def test_what_cannot_be_planned_gets_one_line(asked, capsys):
    assert main(["plan", *asked.split()]) == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert (said.out, "{" in said.err, "Traceback" in said.err) == ("", False, False)


def test_every_plan_of_the_readme_runs(capsys):
    block = re.search(r"## Plan a meeting\n\n```sh\n(.*?)```", README, re.DOTALL)[1]
    for line in block.splitlines():
        typed = line.partition("#")[0].split()
        assert typed[:4] == [".uv/bin/uv", "run", "workshop", "plan"]
        assert main(typed[3:]) == 0, line


def test_the_readme_names_every_build():
    from workshop.plan.builds import builds

    rows = re.findall(r"^\| `([\w-]+)` \| (?:\d × )?(\d+) \|", README, re.MULTILINE)
    assert rows == [(build.name, str(build.minutes)) for build in builds().values()]


def texts(value):
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else ():
        yield from texts(one)


def test_its_words_are_plain():
    said = [one for text in texts(words()["plan"]) for one in reading.sentences(text)]
    whole = [one for one in said if one.endswith((".", "?"))]
    assert len(whole) > 20
    assert reading.grade(whole) <= 6.0
    assert [one for one in whole if len(reading.words(one)) > 20] == []

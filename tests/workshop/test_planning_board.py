"""The planning board: what is filled in becomes the group's file, a plan and a notebook, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exercises
from exercises.parts import Choice, Ticks
from workshop.files import ROOT, read_notebook
from workshop.group import Family, Group, LocalLine, Need, Role, Where, load_group
from workshop.group_edit import edited, save_group, text_of
from workshop.group_file import EXAMPLE, group_in
from workshop.plan.board import actions, equipped
from workshop.plan.builds import builds, topics
from workshop.plan.filled_in import CHOICES, NEEDS, answers_for, facts
from workshop.plan.tonight import meeting_of

EXERCISE = exercises.load("plan_a_meeting")
BOARD = equipped(EXERCISE, "")
SAID = st.text("abc äé'\"#=[]\\", min_size=1, max_size=20).map(str.strip).filter(bool)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
GROUPS = st.builds(
    Group,
    name=st.just("") | SAID,
    place=st.just("") | SAID,
    language=st.sampled_from(["en", "es"]),
    country=st.sampled_from(["US", "CA", "NZ"]),
    paper=st.sampled_from(["letter", "a4"]),
    setting=st.sampled_from(Where.__args__),
    role=st.sampled_from(Role.__args__),
    partners_or_family=st.sampled_from(Family.__args__),
    needs=st.sets(st.sampled_from(Need.__args__)).map(
        lambda some: tuple(need for need in NEEDS if need in some)
    ),
    people=st.integers(2, 12),
    checked_on=DAYS,
    local=st.lists(st.builds(LocalLine, SAID, SAID, DAYS, st.booleans()), max_size=3).map(tuple),
)
CORE = {"build": list(builds()).index("core") + 1, "start": "18:30"}


def found(answers, step=3):
    """What stands on the last step: each part by its id."""
    view = BOARD.respond(answers | {"step": step})
    return {part.get("id", ""): part for part in view["parts"]}


@given(GROUPS)
def test_what_the_board_shows_of_a_group_is_what_it_saves(group):
    assert group_in(edited("", facts(BOARD, answers_for(group))), "x") == group


def test_every_fact_of_a_group_is_on_the_board():
    assert {field.name for field in fields(Group)} == set(facts(BOARD, {}))
    for name, meanings in CHOICES.items():
        assert len(BOARD.part(Choice, name).options) == len(meanings)
    assert len(BOARD.part(Ticks, "needs").options) == len(NEEDS)


def test_everything_that_can_be_planned_is_in_the_menus():
    assert BOARD.part(Choice, "build").options[1:] == tuple(
        f"{one.name}, {one.minutes} min" for one in builds().values()
    )
    (column,) = next(part for part in BOARD.steps[2].screen if getattr(part, "id", "") == "topics").columns
    assert len(column.options) == 2 + len(topics())


def test_shows_a_plan_whose_numbers_add_up():
    shown = found(CORE)
    rows = shown["timetable"]["rows"]
    assert sum(minutes for _, minutes, _, _ in rows) == 60
    assert rows[0] == ["18:30", 5, "Arriving: How we want to be together", "each in turn"]
    assert shown["plan"]["text"] == "Who holds you up, and how to ask: 8 people, 60 minutes"
    assert "Water and tissues" in shown["bring"]["items"]


def test_topics_of_ones_own_and_what_makes_them_fit():
    names = ["break", "lunch", *topics()]
    own = {f"topics.{row}.topic": names.index(name) for row, name in enumerate(["a1", "break", "b2"])}
    asked = {"topics.rows": 4, **own, "minutes": "55"}
    shown = found(asked)
    assert shown["plan"]["text"] == "This takes 61 minutes, and you have 55."
    assert shown["fits"]["items"][0].startswith("A1 Support rings: leave out")
    assert shown["timetable"]["rows"] == []
    shown = found(asked | {"fit.0": True})
    assert sum(minutes for _, minutes, _, _ in shown["timetable"]["rows"]) == 55


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({}, "Go one step back and choose what to do."),
        ({**CORE, "minutes": "ninety"}, "“ninety” is no number of minutes"),
        ({**CORE, "minutes": "7"}, "you have 7"),
        ({**CORE, "start": "late"}, "“late” is no time of day"),
        ({**CORE, "country": "Narnia"}, "“country” must be two capital letters"),
        ({**CORE, "checked_on": "yesterday"}, "“yesterday” is no day"),
        ({**CORE, "local.0.name": "Open door"}, "This local line needs “reach”"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(wrong, says):
    assert says in found(wrong)["plan"]["text"]


def test_saves_what_was_filled_in_and_keeps_the_rest_of_the_file(tmp_path):
    doing = actions(BOARD, tmp_path, tmp_path)
    before = '# ours\nname = "Old"  # since 2019\nlanguage = "es"\nsafer = true\n'
    (tmp_path / "my_group.toml").write_text(before)
    answers = answers_for(load_group(tmp_path)) | {"name": "New", "setting": 1}
    assert doing["save_group"](answers).startswith("Saved.")
    after = (tmp_path / "my_group.toml").read_text()
    assert after.startswith('# ours\nname = "New"  # since 2019\nlanguage = "es"\n')
    assert load_group(tmp_path) == Group(
        name="New", language="es", setting="online", partners_or_family="yes"
    )


def test_the_first_save_begins_with_the_example(tmp_path):
    (tmp_path / EXAMPLE).write_bytes((ROOT / EXAMPLE).read_bytes())
    save_group(tmp_path, facts(BOARD, answers_for(Group(place="Café"))))
    assert load_group(tmp_path) == Group(place="Café")
    assert "# About your group." in text_of(tmp_path)


@pytest.mark.parametrize("file", ["name = ", "people = 99\n", "\xff"])
def test_a_file_with_a_mistake_stays_as_it_is(tmp_path, file):
    path = tmp_path / "my_group.toml"
    path.write_bytes(file.encode("latin-1"))
    said = actions(BOARD, tmp_path, tmp_path)["save_group"](CORE)
    assert said.startswith("my_group.toml")
    assert path.read_bytes() == file.encode("latin-1")


def test_a_fact_that_is_wrong_changes_nothing(tmp_path):
    said = actions(BOARD, tmp_path, tmp_path)["save_lines"](CORE | {"country": "Narnia"})
    assert "two capital letters" in said
    assert list(tmp_path.iterdir()) == []


def test_makes_the_notebook_and_the_calendar(tmp_path):
    doing = actions(BOARD, tmp_path, tmp_path / "meetings")
    said = doing["store"](CORE | {"called": "thursday", "day": "2026-12-03", "people": 6, "place": "Café"})
    path = tmp_path / "meetings" / "thursday.ipynb"
    assert said == f"Your notebook is ready: {path}. When you open the kit again, it is among all topics."
    kept = meeting_of(read_notebook(path))
    assert (kept["people"], kept["where"]) == (6, ["December 3, 2026", "Café"])
    assert path.with_suffix(".ics").exists()
    assert "18:35" in str(kept)


def test_a_changed_notebook_keeps_its_place(tmp_path):
    doing = actions(BOARD, tmp_path, tmp_path)
    doing["store"](CORE)
    path = tmp_path / "tonight.ipynb"
    path.write_text(path.read_text().replace("Welcome", "Hello"))
    before = path.read_bytes()
    assert doing["store"](CORE).startswith("You have changed tonight.ipynb, so it stays as it is.")
    assert path.read_bytes() == before


def test_only_the_planning_board_loads_what_plans():
    code = (
        "import sys; from workshop import show; show('support_rings');"
        "assert not {'tomlkit', 'msgspec', 'workshop.plan'} & set(sys.modules);"
        "board = show('plan_a_meeting'); assert set(board.host.actions) == {'save_group', 'save_lines', 'store'};"
        "assert board.answers['people'] == 8"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_wrong_file_is_one_sentence_in_a_notebook_too(capsys):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    shell.run_cell("from workshop.errors import KitError\nraise KitError('One sentence.')")
    assert capsys.readouterr().out.strip() == "One sentence."

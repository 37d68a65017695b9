"""C6: numbers as a wheel and as lines, a kind word for what goes down, and a plan with a moment and a small step."""

import pytest
from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.library.skills_wheel import MEETINGS, SKILLS

WHEEL = filled("skills_wheel")
STEPS = [step.id for step in WHEEL.steps]


def blocks(step, answers):
    """The parts of a step by their id, the ones side by side too."""
    found = {}
    for part in WHEEL.respond({"step": STEPS.index(step)} | answers)["parts"]:
        for one in [part, *part.get("left", []), *part.get("right", [])]:
            found[one.get("id", "")] = one
    return found


def fell(answers):
    return blocks("down", answers)["fell"]["text"]


def plan(when, what, minutes=5):
    return blocks("plan", {"when": when, "what": what, "minutes": minutes})


def test_one_skill_starts_by_going_down_and_that_is_normal():
    assert fell({}) == "Set a limit: down from 6 to 3. That is normal. Hana learned more, and now sees more."


def test_when_nothing_goes_down_that_is_fine_too():
    assert fell({"numbers.2.1": 6, "numbers.2.2": 6}) == (
        "No number went down. That is fine. They can rise, rest or fall."
    )


def test_more_than_one_that_goes_down_are_all_named():
    assert fell({"numbers.0.2": 1}).startswith("These went down: Listen, Set a limit. That is normal.")


def test_a_skill_that_goes_down_twice_is_named_once():
    assert fell({"numbers.2.0": 9, "numbers.2.1": 6, "numbers.2.2": 2}).count("Set a limit") == 1


@given(
    st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 2)), st.integers(-1, 10)),
)
def test_wheel_and_lines_have_the_same_facts(changed):
    answers = {f"numbers.{row}.{column}": mark for (row, column), mark in changed.items()}
    wheel, trend = blocks("wheel", answers)["wheel"], blocks("down", answers)["trend"]
    assert wheel["table"] == trend["table"]
    for place, (name, marks) in enumerate(SKILLS):
        wanted = [max(0, changed.get((place, column), mark)) for column, mark in enumerate(marks)]
        assert wheel["table"][place + 1] == [name, *map(str, wanted)]
    assert wheel["table"][0] == ["Skill", *MEETINGS]


def test_the_pictures_move_with_the_numbers():
    before, after = (blocks("wheel", answers)["wheel"]["svg"] for answers in ({}, {"numbers.1.2": 10}))
    assert before != after


def test_an_empty_plan_shows_blanks_and_no_remark():
    start = blocks("plan", {})
    assert start["plan"]["text"] == "If ____, then I will ____."
    assert start["look"]["items"] == []
    assert plan("I get home", "")["look"]["items"] == []


def test_a_good_plan_is_read_back():
    good = plan(" I lock the piano on Monday. ", "say no to one extra lesson.")
    assert good["plan"]["text"] == "If I lock the piano on Monday, then I will say no to one extra lesson."
    assert good["look"]["items"] == ["It has a moment, and it is small. Read it aloud."]


@pytest.mark.parametrize(
    "when",
    ["I get home", "it is 8", "I wake up on SUNDAYS", "it is tonight", "I wait for the bus", "lunch is over"],
)
def test_a_time_or_a_place_is_seen(when):
    assert plan(when, "breathe")["look"]["items"] == ["It has a moment, and it is small. Read it aloud."]


@pytest.mark.parametrize(
    "when", ["I feel like it", "I am ready", "I am busy", "I do not do it, and rest instead"]
)
def test_a_wish_without_a_moment_is_asked_about(when):
    (remark,) = plan(when, "call")["look"]["items"]
    assert remark.startswith("Does the “if” name a time or a place?")


def test_a_first_step_is_under_ten_minutes():
    assert "small" in plan("it is Monday", "call", 9)["look"]["items"][0].partition("Read")[0]
    assert plan("it is Monday", "call", 10)["look"]["items"] == [
        "Can it be smaller? Under 10 minutes is easier to keep."
    ]
    assert len(plan("I feel like it", "call", 30)["look"]["items"]) == 2


def test_the_sheet_has_six_empty_spokes_four_weeks_and_what_to_leave_alone():
    sheet = str(WHEEL.worksheet()["sheet"])
    (wheel,) = [part for part in WHEEL.worksheet()["sheet"] if part["kind"] == "picture"]
    assert all(name in wheel["svg"] for name, _ in SKILLS)
    assert "<polygon" not in wheel["svg"]
    for wanted in ("One notch up would look like", "Week 4", "Who will ask me how it went?", "leave alone"):
        assert wanted in sheet

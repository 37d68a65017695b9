"""C3: thirty ideas can be narrowed down, a week adds up, and a big week is asked to be smaller."""

import pytest
from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.library.small_moments import DAYS, ENOUGH, IDEAS, TIMES, TIMES_OF_DAY
from exercises.parts import Grid, Legend, Timer, within

WEEK = filled("small_moments")
BY_NAME = {idea.name: idea for idea in IDEAS}
PLACE = {idea.key: place for place, idea in enumerate(IDEAS)}
WHOM = 5
EMPTY = {f"week.{day}.{part}": -1 for day in range(7) for part in range(3)}


def fitting(**answers):
    beside = WEEK.respond(answers)["parts"][1]
    return beside["left"][0]["items"]


def week(answers):
    """The line with the minutes, and the remarks."""
    said, remarks = WEEK.respond({"step": 1} | answers)["parts"][0]["left"]
    return said["text"], remarks["items"]


def test_there_are_thirty_short_ideas():
    assert len(IDEAS) == len(BY_NAME) == len(PLACE) == 30
    assert all(2 <= len(idea.name.split()) <= 4 for idea in IDEAS)
    assert {idea.minutes for idea in IDEAS} == set(TIMES) == {2, 10, 30, 60}


@pytest.mark.parametrize("time", range(4))
@pytest.mark.parametrize("whom", range(WHOM + 1))
def test_there_is_an_idea_for_every_time_and_every_company(time, whom):
    found = fitting(time=time, money=1, energy=1, whom=whom)
    assert found
    for name in found:
        assert BY_NAME[name].minutes == TIMES[time]
        assert whom == 0 or whom - 1 in BY_NAME[name].whom


@pytest.mark.parametrize("time", range(4))
def test_every_time_has_a_free_idea_that_takes_little_energy(time):
    found = fitting(time=time)
    assert found
    assert all(BY_NAME[name].free and BY_NAME[name].easy for name in found)


def test_more_money_and_more_energy_add_ideas_and_free_ones_stay_first():
    little = fitting(time=2)
    more = fitting(time=2, money=1, energy=1)
    assert set(little) < set(more)
    costs = [not BY_NAME[name].free for name in more]
    assert costs == sorted(costs)
    assert any(costs)


def test_where_nothing_fits_the_board_says_so_kindly():
    (said,) = fitting(time=3, money=0, energy=0, whom=2 + 1)
    assert said.startswith("Nothing here fits all of that.")


def test_ruths_week_adds_up():
    assert week({}) == ("4 moments. 52 minutes in the whole week.", [])


def test_an_empty_week_is_fine_and_one_moment_is_one():
    assert week(EMPTY) == ("No moments yet. That is a fine place to start.", [])
    assert week(EMPTY | {"week.0.2": PLACE["hum"]})[0] == "1 moment. 2 minutes in the whole week."


def test_over_two_hours_it_asks_for_a_smaller_week():
    two_hours = EMPTY | {"week.0.0": PLACE["movie"], "week.3.1": PLACE["park"]}
    assert week(two_hours)[1] == []
    more = week(two_hours | {"week.5.1": PLACE["hum"]})
    assert more[0] == f"3 moments. {ENOUGH + 2} minutes in the whole week."
    assert [line for line in more[1] if "120 minutes" in line and "Make it smaller" in line]


def test_a_full_day_is_asked_to_leave_a_box_empty():
    full = EMPTY | {f"week.2.{part}": PLACE["hum"] for part in range(3)}
    assert [line for line in week(full)[1] if "Leave a box empty" in line]
    assert week(full | {"week.2.1": -1})[1] == []


def test_many_small_things_can_turn_into_work():
    many = EMPTY | {f"week.{day}.0": PLACE["hum"] for day in range(7)}
    assert week(many)[1] == []
    assert "Which three would be enough?" in week(many | {"week.0.1": PLACE["hum"]})[1][0]


@given(cells=st.dictionaries(st.sampled_from(sorted(EMPTY)), st.integers(-1, 29)))
def test_minutes_are_the_sum_of_what_is_in_the_boxes(cells):
    said, remarks = week(EMPTY | cells)
    minutes = sum(IDEAS[value].minutes for value in cells.values() if value >= 0)
    assert minutes == 0 or f"{minutes} minutes" in said
    assert any("Make it smaller" in line for line in remarks) == (minutes > ENOUGH)


def test_each_menu_of_the_week_says_the_minutes_first():
    grid = WEEK.part(Grid, "week")
    assert (len(grid.rows), len(grid.columns)) == (len(DAYS), len(TIMES_OF_DAY)) == (7, 3)
    assert grid.options == tuple(f"{idea.minutes} · {idea.name}" for idea in IDEAS)


def test_the_sheet_has_all_ideas_in_short_numbered_lists_and_a_backup():
    lists = [part.signs for part in within(WEEK.sheet) if isinstance(part, Legend)]
    assert max(map(len, lists)) <= 7
    assert [sign for one in lists for sign in one] == [
        (str(place + 1), idea.name) for place, idea in enumerate(IDEAS)
    ]
    assert "backup" in str(WEEK.worksheet()["sheet"])


def test_ideas_on_paper_stand_under_their_own_minutes():
    title, minutes = "", set()
    for part in within(WEEK.sheet):
        title = getattr(part, "text", title) if type(part).__name__ == "Text" else title
        if isinstance(part, Legend):
            for number, _ in part.signs:
                assert title.strip("*").startswith(f"{IDEAS[int(number) - 1].minutes} min"), title
                minutes.add(number)
    assert len(minutes) == 30


def test_just_you_means_just_you():
    lists, title = {}, ""
    for part in within(WEEK.sheet):
        title = getattr(part, "text", title) if type(part).__name__ == "Text" else title
        if isinstance(part, Legend):
            lists[title.strip("*")] = [IDEAS[int(number) - 1] for number, _ in part.signs]
    for name, ideas in lists.items():
        if "just you" in name:
            assert all(0 in idea.whom for idea in ideas), name
        if "with others" in name:
            assert all(set(idea.whom) - {0} for idea in ideas), name


def test_time_on_the_clock_is_the_time_of_the_step():
    for step in WEEK.steps:
        for part in within(step.screen):
            if isinstance(part, Timer):
                assert sum(turn.seconds for turn in part.turns) == step.fixed_min * 60


def test_nobody_is_scored():
    whole = str(WEEK.steps) + str(WEEK.sheet)
    assert not any(word in whole.lower() for word in ("score", "goal reached", "failed", "streak"))

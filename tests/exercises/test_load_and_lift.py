"""A3: sliders stack into a bar, lifts take off one or two points, and both sums are said."""

from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.library.load_and_lift import BARS, CHANGES, LOADS, SMALL_LIFTS

LOAD = filled("load_and_lift")
LIFTS = SMALL_LIFTS + CHANGES


def seen(answers):
    beside = next(part for part in LOAD.respond(answers)["parts"] if part["kind"] == "beside")
    return {part["kind"]: part for part in beside["left"]}


def test_sam_starts_at_31_with_no_lift():
    assert seen({})["sentence"]["text"] == "Load 31. No lift yet. Up to 25 feels all right."


def test_lifts_bring_the_load_below_the_line():
    answers = {"talk": 0, "hands": 2, "limit": 2, "benefits": 0}
    assert seen(answers)["sentence"]["text"] == "Load 31 → 24. That feels all right for Sam."


def test_one_small_lift_is_lighter_and_still_above():
    assert seen({"rest": 1})["sentence"]["text"] == "Load 31 → 30. Lighter, and still above 25."


def test_each_lift_takes_off_one_or_two():
    assert {points for *_, points in LIFTS} == {1, 2}
    assert len(SMALL_LIFTS) == 5


@given(
    loads=st.fixed_dictionaries({key: st.integers(0, 10) for key, *_ in LOADS}),
    lifts=st.dictionaries(st.sampled_from([key for key, *_ in LIFTS]), st.integers(-1, 4)),
)
def test_sums_add_up_and_never_go_below_nothing(loads, lifts):
    table = seen(loads | lifts)["picture"]["table"]
    before, after = [int(row[1]) for row in table[1:]], [int(row[2]) for row in table[1:]]
    assert before[-1] == sum(before[:-1]) == sum(loads.values())
    assert after[-1] == sum(after[:-1])
    assert all(0 <= less <= more for more, less in zip(before, after, strict=True))
    taken = sum(points for key, _, points in LIFTS if lifts.get(key, -1) >= 0)
    assert before[-1] - after[-1] <= taken


def test_the_line_is_drawn_where_it_is_said():
    assert BARS.comfort_name in seen({})["picture"]["svg"]

"""B4: weights times scores make the points, ties are said plainly, and one weight more may change the order."""

from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.library.group_finder import LOOK_AT, NAMES, PRIVATE

FINDER = filled("group_finder")
ROWS = len(LOOK_AT)


def blocks(step, answers):
    """The parts of a step by their id or kind, the ones side by side too."""
    found = {}
    for part in FINDER.respond({"step": step} | answers)["parts"]:
        for one in [part, *part.get("left", []), *part.get("right", [])]:
            found[one.get("id") or one["kind"]] = one
    return found


def every(weight, *scores):
    """Answers that give each row the same weight and each group the same score in each row."""
    return {
        f"scores.{row}.{column}": mark for row in range(ROWS) for column, mark in enumerate((weight, *scores))
    }


def test_at_the_start_lamp_leads_by_one_point():
    score = blocks(1, {})
    assert score["fits"]["text"] == "Lamp fits Jo best: 17 of 22 points."
    assert score["bars"]["table"][1:] == [["Lamp", "17"], ["Kite", "16"], ["Bridge", "14"]]


def test_the_best_fit_stands_on_top():
    assert blocks(1, every(1, 0, 1, 2))["bars"]["table"][1] == ["Bridge", "14"]
    assert blocks(1, every(1, 2, 1, 0))["bars"]["table"][1] == ["Kite", "14"]


def test_ties_are_said_plainly():
    two, three = blocks(1, every(1, 2, 0, 2)), blocks(1, every(2, 1, 1, 1))
    assert two["fits"]["text"] == "A tie. Kite and Bridge fit Jo equally well: 14 of 14 points each."
    assert three["fits"]["text"] == "A tie. All the groups fit Jo equally well: 14 of 28 points each."


def test_when_nothing_matters_no_group_wins():
    nothing = blocks(1, every(0, 2, 1, 0))
    assert nothing["fits"]["text"] == "Nothing matters yet. Choose what matters to Jo."
    assert nothing["look"]["items"] == []


def test_what_the_points_hide_is_said():
    assert "0 on something that matters a lot" in blocks(1, {})["look"]["items"][0]
    paid = {"scores.2.2": 1}
    assert blocks(1, paid)["look"]["items"] == []
    no_rule = blocks(1, every(1, 0, 0, 2) | {f"scores.{PRIVATE}.3": 0})
    assert "red flag" in no_rule["look"]["items"][0]
    private_matters = blocks(1, every(2, 0, 0, 2) | {f"scores.{PRIVATE}.3": 0})
    assert private_matters["look"]["items"] == no_rule["look"]["items"]


def test_no_sentence_until_something_is_picked():
    assert blocks(2, {})["changed"]["text"] == ""


def test_one_weight_more_can_change_everything_a_part_or_nothing():
    said = {name: blocks(2, {"more": place})["changed"]["text"] for place, name in enumerate(NAMES)}
    assert said["Cost"] == "Cost: if it counts more, Kite fits best. This could change Jo's mind."
    assert said["Open or closed"].endswith("there is a tie. Kite and Lamp fit equally well.")
    assert said["Online or not"].endswith("the best fit stays the same. The places below it change.")
    assert said["Topic"].endswith("the order stays the same.")


def test_a_tie_of_all_can_come_from_one_weight_more():
    lead = every(1, 1, 1, 1) | {"scores.0.1": 2, "scores.1.1": 0, "scores.1.0": 0}
    assert blocks(1, lead)["fits"]["text"].startswith("Kite fits Jo best")
    assert blocks(2, lead | {"more": 1})["changed"]["text"].endswith("All the groups fit equally well.")


def test_the_second_bars_count_the_weight_and_the_first_do_not():
    raised = {"more": 2}
    assert blocks(1, raised)["bars"] == blocks(1, {})["bars"]
    assert blocks(2, raised)["bars_then"]["table"][1] == ["Kite", "18"]
    assert blocks(2, {})["bars_then"]["table"] == blocks(1, {})["bars"]["table"]


@given(
    marks=st.lists(st.lists(st.integers(-1, 2), min_size=4, max_size=4), min_size=ROWS, max_size=ROWS),
    more=st.integers(-1, ROWS - 1),
)
def test_points_are_weights_times_scores(marks, more):
    answers = {
        f"scores.{row}.{column}": mark for row, line in enumerate(marks) for column, mark in enumerate(line)
    }
    table = blocks(2, answers | {"more": more})["bars_then"]["table"]
    wanted = [0, 0, 0]
    for row, line in enumerate(marks):
        weight, *scores = (max(0, mark) for mark in line)
        wanted = [
            so_far + (weight + (row == more)) * score for so_far, score in zip(wanted, scores, strict=True)
        ]
    assert {name: int(value) for name, value in table[1:]} == dict(
        zip(("Kite", "Lamp", "Bridge"), wanted, strict=True)
    )
    assert [int(value) for _, value in table[1:]] == sorted(wanted, reverse=True)


def test_the_sheet_has_room_for_three_groups_and_no_answers():
    (compare, *_) = FINDER.worksheet()["sheet"]
    grid = compare["items"][0]
    assert grid["rows"] == list(NAMES)
    assert grid["columns"] == ["Must have", "Group 1", "Group 2", "Group 3"]
    assert "Kite" not in str(FINDER.worksheet()["sheet"])


def test_it_says_that_a_group_is_not_crisis_care_on_screen_and_on_paper():
    assert "not crisis care. In a crisis, use 988." in str(FINDER.respond({})["parts"])
    assert "not crisis care" in FINDER.worksheet()["remember"]

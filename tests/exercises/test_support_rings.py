"""A1: Rosa's map redraws, and the gap finder names the kinds of help that nobody gives."""

from conftest import filled

import exercises

RINGS = filled("support_rings")


def seen(answers):
    parts = RINGS.respond(answers)["parts"]
    beside = next(part for part in parts if part["kind"] == "beside")
    return {part["kind"]: part for part in beside["left"] + beside["right"]}


def test_the_gap_is_named():
    assert seen({})["sentence"]["text"] == "Nobody gives Rosa this kind of help yet: advice."


def test_filling_the_gap_says_so():
    assert (
        seen({"map.0.kind": 2, "map.1.kind": 0})["sentence"]["text"]
        == "Rosa has at least one of each kind of help."
    )


def test_two_gaps_are_both_named():
    gone = {"map.0.gone": True, "map.5.gone": True}
    assert seen(gone)["sentence"]["text"] == "Nobody gives Rosa this kind of help yet: listens, advice."


def test_the_map_and_its_words_move_together():
    before, after = seen({})["picture"], seen({"map.2.ring": 0})["picture"]
    assert before["svg"] != after["svg"]
    assert ["regular", "neighbor", "practical help"] in before["table"]
    assert ["closest", "neighbor", "practical help"] in after["table"]


def test_a_row_can_be_added_and_taken_away():
    rows = seen({})["rows"]
    more = seen(rows["add"]["sets"])["rows"]
    assert len(more["rows"]) == len(rows["rows"]) + 1
    fewer = seen(rows["rows"][0]["remove"]["sets"])["rows"]
    assert len(fewer["rows"]) == len(rows["rows"]) - 1


def test_a_new_row_stays_off_the_map_until_it_says_who_and_where():
    added = seen({"map.rows": 7})["picture"]
    assert added["table"] == seen({})["picture"]["table"]


def test_numbers_are_named_and_not_typed():
    assert "{line:crisis}" in exercises.load("support_rings").worksheet()["sheet"][0]["right"][0]["svg"]

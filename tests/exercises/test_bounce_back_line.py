"""A4: points make a line, helpers make a list with counts, and the calm minute is always there."""

from conftest import filled

LINE = filled("bounce_back_line")


def seen(answers):
    return {part["kind"]: part for part in LINE.respond(answers)["parts"]}


def test_helpers_are_counted_once_each():
    assert seen({})["tally"]["rows"][:2] == [["neighbor", 2], ["walking group", 2]]
    more = seen({"points.2.helper": " Neighbor "})["tally"]["rows"]
    assert more[0] == ["neighbor", 3]


def test_the_line_has_five_to_seven_points():
    rows = seen({})["rows"]
    assert len(rows["rows"]) == 6
    assert seen({"points.rows": 7})["rows"]["add"] is None
    assert all(row["remove"] is None for row in seen({"points.0.gone": True})["rows"]["rows"])


def test_heights_go_from_minus_five_to_five():
    table = seen({"points.0.height": 5, "points.1.height": -5, "points.3.height": 99})["picture"]["table"]
    assert [row[1] for row in table[1:]] == ["+5", "-5", "-4", "-1", "+1", "+3"]


def test_the_last_step_ends_calmly_even_when_time_is_short():
    last = LINE.respond({"step": 3})["parts"][-1]
    assert last["title"] == "A calm minute"
    assert "calm minute" in LINE.steps[-1].if_short
    assert LINE.grounding


def test_the_worst_time_is_never_asked_for():
    assert sum("not the worst" in words.lower() for words in (*LINE.steps[1].say, *LINE.cautions)) >= 2
    assert "Dev's story" in str(LINE.worksheet()["sheet"])


def test_in_safer_mode_there_is_only_the_story():
    safer = LINE.made_safer()
    assert [step.id for step in safer.steps] == ["demo", "alone", "group", "helpers"]
    assert safer.minutes(8) == LINE.minutes(8)
    said = str(safer.steps) + str(safer.sheet)
    for gated in ("3 out of 10", "hard time that", "Turn to one person", "What could I use"):
        assert gated in str(LINE.steps) + str(LINE.sheet)
        assert gated not in said

"""C5: both sides get the same room, dots rank the options, and nobody has to give way or to go on."""

import pytest
from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.parts import Choice, Rows, Sentence, Timer, within

BOARD = filled("both_sides_board")
SAFER = BOARD.made_safer()


def shown(step, answers, exercise=BOARD):
    place = [one.id for one in exercise.steps].index(step)
    parts = exercise.respond({"step": place} | answers)["parts"]
    return [*parts, *(inner for part in parts if part["kind"] == "beside" for inner in part["left"])]


def bars(answers):
    picture = next(part for part in shown("weigh", answers) if part["kind"] == "picture")
    return [tuple(row) for row in picture["table"][1:]]


def said(answers, exercise=BOARD):
    return [part["text"] for part in shown("try", answers, exercise) if part["kind"] == "sentence"]


def test_both_sides_start_with_the_same_room():
    yusuf, anna = BOARD.part(Rows, "yusuf"), BOARD.part(Rows, "anna")
    assert yusuf.columns == anna.columns
    assert [column.label for column in yusuf.columns] == ["Wants", "Why it matters"]
    assert len(yusuf.start) == len(anna.start)
    assert (yusuf.least, yusuf.most) == (anna.least, anna.most)
    assert all(all(row) for row in (*yusuf.start, *anna.start))


def test_dots_put_the_most_wanted_option_first_and_ties_keep_their_order():
    names = [name for name, _ in bars({})]
    assert [name[:2] for name in names] == ["1.", "2.", "3."]
    assert [dots for _, dots in bars({})] == ["0", "0", "0"]
    assert bars({"dots_3": 5, "dots_1": 2, "dots_2": 2}) == [
        (names[2], "5"),
        (names[0], "2"),
        (names[1], "2"),
    ]


def test_new_options_are_ranked_by_the_number_the_group_sees():
    more = {"options.rows": 5, "options.3.what": "A thick rug.", "options.4.what": "Earplugs", "dots_4": 9}
    assert bars(more)[0] == ("4. A thick rug", "9")
    gone = more | {"options.0.gone": True, "dots_4": 0, "dots_3": 9}
    assert bars(gone)[0] == ("3. A thick rug", "9")


def test_there_are_at_most_eight_options_and_each_can_get_dots():
    many = {"options.rows": 12} | {f"options.{row}.what": f"Idea {row}" for row in range(12)}
    assert len(bars(many)) == 8
    assert bars(many | {"dots_8": 1})[0] == ("8. Idea 7", "1")
    assert shown("ideas", {"options.rows": 8})[1]["add"] is None


def test_a_long_option_is_cut_in_the_picture_and_whole_in_the_line():
    long = "Take turns with the kitchen, one week each, and write the turns on a list by the door"
    answers = {"options.0.what": long, "dots_1": 1}
    assert bars(answers)[0][0].endswith("…")
    assert long in said(answers)[0]


def test_the_line_names_what_to_try_and_until_when():
    ready = {"dots_2": 4, "dots_1": 1}
    assert (
        said(ready)[0] == "We will try “Soft shoes and a closed door at night” until next Sunday, then check."
    )
    assert "until the end of the month, then check" in said(ready | {"until": 1})[0]
    assert "until next Sunday" in said(ready | {"until": -1})[0]


def test_without_dots_or_with_a_tie_there_is_no_line_yet():
    versions = BOARD.part(Sentence, "result").versions
    assert said({})[0] == versions["none"]
    assert said({"dots_1": 3, "dots_2": 3})[0] == versions["tie"]
    assert said({"options.0.what": " ", "dots_1": 3})[0] == versions["none"]
    assert said({"dots_8": 3})[0] == versions["none"]  # there is no eighth option


@pytest.mark.parametrize("face", [BOARD, SAFER])
def test_every_answer_about_fairness_has_its_reply(face):
    assert len(face.part(Choice, "fair").options) + 1 == len(face.part(Sentence, "verdict").versions)
    replies = [said({"fair": fair}, face)[1] for fair in (-1, 0, 1, 2)]
    assert replies == list(BOARD.part(Sentence, "verdict").versions.values())
    assert "not done" in replies[2]


@given(
    dots=st.dictionaries(st.sampled_from([f"dots_{n}" for n in range(1, 9)]), st.integers(0, 36)),
    rows=st.integers(0, 8),
)
def test_the_picture_counts_every_dot_of_the_options_there_are(dots, rows):
    table = bars(dots | {"options.rows": rows})
    counted = [dots.get(f"dots_{n}", 0) for n in range(1, len(table) + 1)]
    assert sorted((int(many) for _, many in table), reverse=True) == sorted(counted, reverse=True)
    assert [int(many) for _, many in table] == sorted(counted, reverse=True)


@pytest.mark.parametrize("face", [BOARD, SAFER])
def test_either_side_may_stop_and_nobody_gives_way_on_safety(face):
    assert "Either side may stop" in str(face.sheet)
    assert "Either side may stop" in str(face.steps[0].screen)
    assert any("Nobody has to give way on safety" in line for line in face.steps[0].say)
    assert any("fear or control" in line for line in face.steps[0].say)
    assert any("between people in this room" in line for line in face.steps[0].say)
    assert "compromise" not in str(face).lower()


def test_the_plan_to_cool_down_is_on_the_usual_sheet_only():
    printed = str(BOARD.worksheet()["sheet"])
    for piece in ("Our pause word is {}", "20 or more", "We come back at {}"):
        assert piece in printed
        assert piece not in str(SAFER.worksheet()["sheet"])


def test_in_safer_mode_all_is_about_the_housemates():
    assert [step.id for step in SAFER.steps] == [step.id for step in BOARD.steps]
    assert SAFER.minutes(8) == BOARD.minutes(8) == 22
    said_there = str(SAFER.steps) + str(SAFER.sheet)
    for gated in (
        "In pairs",
        "Make pairs",
        "hold up as many fingers",
        "We will try {",
        "plan to cool down",
        "Would you take",
    ):
        assert gated in str(BOARD.steps) + str(BOARD.sheet)
        assert gated not in said_there.replace("We will try “", "")
    assert "pairs" not in {step.kind for step in SAFER.steps}
    assert not [part for step in SAFER.steps for part in within(step.screen) if isinstance(part, Timer)]
    assert "Yusuf" in str(SAFER.sheet)

"""Before and now: 17 lines of our own, and a summary in which nobody can be found."""

from __future__ import annotations

from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.library.before_and_now import ITEMS_A, ITEMS_B, ITEMS_C, SMALLEST, shown

SHEET = filled("before_and_now")
COUNTS = st.lists(st.integers(0, 40), min_size=3, max_size=3)


def seen(answers):
    parts = SHEET.respond({"step": 1} | answers)["parts"]
    return {part["kind"]: part for part in parts}


def test_there_is_a_line_for_each_of_the_17_points():
    assert [len(ITEMS_A), len(ITEMS_B), len(ITEMS_C)] == [5, 6, 6]


@given(counts=COUNTS)
def test_small_counts_are_hidden_and_cannot_be_worked_out(counts):
    may = shown(counts)
    for count, open_ in zip(counts, may, strict=True):
        assert not (open_ and 0 < count < SMALLEST)
    hidden = [count for count, open_ in zip(counts, may, strict=True) if not open_]
    assert len(hidden) != 1, "one hidden count could be taken from the sum"


@given(before=COUNTS, now=COUNTS)
def test_what_is_hidden_is_in_no_picture_and_no_word(before, now):
    keys = [f"{time}_{band}" for time in ("before", "now") for band in ("low", "mid", "high")]
    view = seen(dict(zip(keys, [*before, *now], strict=True)))
    small = {str(count) for count in [*before, *now] if 0 < count < SMALLEST}
    drawn = {row[1] for row in view["picture"]["table"][1:]}
    assert not drawn & small
    if sum([*before, *now]) and (len(drawn) < 1 or small):
        assert "hidden" in view["sentence"]["text"]


def test_what_it_cannot_show_is_said():
    many = seen(
        {"before_low": 9, "before_mid": 8, "before_high": 7, "now_low": 6, "now_mid": 8, "now_high": 10}
    )
    assert "do not show what caused" in many["sentence"]["text"]
    assert seen({})["sentence"]["text"] == "Nothing to show yet."
    assert seen({"now_low": 3})["sentence"]["text"].startswith("Too few people")


def test_nothing_asks_for_a_name_and_nothing_screens_for_illness():
    said = str(SHEET.worksheet()).lower()
    for word in ("phq", "gad-7", "depress", "suicid", "your name:", "percent", "%"):
        assert word not in said
    assert "no name" in said

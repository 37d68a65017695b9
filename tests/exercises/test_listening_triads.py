"""A5: groups for any number of people, and a clock whose roles go round."""

from hypothesis import given
from hypothesis import strategies as st

import exercises
from exercises.library.listening_triads import groups_of, rounds_for

TRIADS = exercises.load("listening_triads")


@given(people=st.integers(2, 12), fours=st.booleans())
def test_everybody_has_a_group_of_two_to_four(people, fours):
    sizes = groups_of(people, fours=fours)
    assert sum(sizes) == people
    assert set(sizes) <= {2, 3, 4}
    assert sizes.count(4) <= (1 if fours else 0)
    assert people > 4 or 3 not in sizes or people == 3


def test_what_is_left_over_makes_pairs_or_a_four():
    assert groups_of(8) == [3, 3, 2]
    assert groups_of(7) == [3, 2, 2]
    assert groups_of(7, fours=True) == [3, 4]
    assert groups_of(4, fours=True) == [2, 2]


@given(people=st.integers(2, 12), fours=st.booleans())
def test_everybody_talks_once(people, fours):
    sizes = groups_of(people, fours=fours)
    turns = rounds_for(sizes, "Round {n}", "Feedback {n}")
    talkers = [turn.roles[0][0] for turn in turns[::2]]
    assert len(talkers) == len(set(talkers)) == max(sizes)
    assert all(turn.roles[0][1] == "talks" for turn in turns)


def test_three_rounds_of_three_minutes_and_one():
    clock = TRIADS.respond({"step": 1})["parts"][0]
    assert [turn["seconds"] for turn in clock["turns"]] == [180, 60] * 3
    assert [turn["name"] for turn in clock["turns"]][:2] == ["Round 1: talk", "Round 1: what helped?"]
    assert clock["turns"][2]["roles"] == [
        ["Person B", "talks"],
        ["Person C", "listens"],
        ["Person A", "watches"],
    ]


def test_the_number_of_people_sets_the_groups():
    def said(people, left_over=0):
        parts = TRIADS.respond({"people": people, "left_over": left_over})["parts"]
        return next(part["text"] for part in parts if part["kind"] == "sentence")

    assert said(9) == "Groups of three: 3."
    assert said(8) == "Groups of three: 2. Pairs: 1."
    assert said(10, 1) == "Groups of three: 2. One group of four."
    assert said(4) == "Pairs: 2. Talk and listen. Nobody needs to watch."
    assert len(TRIADS.respond({"step": 1, "people": 10, "left_over": 1})["parts"][0]["turns"]) == 8
    assert all(said(people, over) for people in range(2, 13) for over in (0, 1))

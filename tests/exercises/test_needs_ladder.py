"""B1: ticks become a ladder, its top need becomes a sentence, and no need stands out."""

import json

from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.answers import number
from exercises.library.needs_ladder import EXAMPLE, GIVERS, KIND_IDS, KINDS, NEEDS, SAYS
from exercises.parts import Choice, Grid, Rank, Ticks, within

LADDER = filled("needs_ladder")
SAFE = "feel safe at home"
ALL = [(f"{name}.{place}", need) for name, _, needs in NEEDS for place, need in enumerate(needs)]


def blocks(answers):
    parts = LADDER.respond({"step": 1} | answers)["parts"]
    beside = next(part for part in parts if part["kind"] == "beside")
    return {part.get("id"): part for part in beside["left"] + beside["right"]}


def rungs(answers):
    return [row["label"] for row in blocks(answers)["ladder"]["rows"]]


def test_there_are_eighteen_needs_in_six_groups_of_three():
    assert len(NEEDS) == 6
    assert len({need for _, need in ALL}) == 18
    shown = [part for part in within(LADDER.steps[0].screen) if isinstance(part, Ticks)]
    assert [part.options for part in shown] == [needs for *_, needs in NEEDS]


def test_an_example_is_on_the_ladder_until_something_is_ticked():
    told = {name: needs for name, _, needs in NEEDS}
    assert rungs({}) == [told[name][place] for name, place in EXAMPLE]
    assert rungs({"body.0": True}) == ["sleep better"]


def test_up_and_down_change_the_order_and_the_sentence():
    before = blocks({"kind": 2})
    assert before["says"]["text"].startswith("Noor says: “I need to fill in forms.")
    row = before["ladder"]["rows"][1]
    assert row["up"]["of"] == "get a break"
    after = blocks({"kind": 2} | row["up"]["sets"])
    assert after["says"]["text"] == "Noor says: “I need to get a break. I want practical help with that.”"
    assert rungs(row["up"]["sets"])[1] == "fill in forms"


def test_a_new_tick_goes_to_the_foot_of_the_ladder():
    moved = {"ladder.order": "people_1,body_0", "body.0": True, "people.1": True, "home.2": True}
    assert rungs(moved) == ["meet new people", "sleep better", "have some quiet"]


def test_only_the_first_three_count_as_rungs():
    everything = blocks({key: True for key, _ in ALL})["ladder"]
    assert len(everything["rows"]) == 18
    assert everything["rungs"] == 3


def test_the_kind_of_help_is_asked_for_before_it_is_said():
    assert blocks({})["says"]["text"].endswith("Which kind of help fits?")
    assert blocks({})["givers"]["text"] == ""
    assert "211" in blocks({"kind": 1})["givers"]["text"]


@given(key=st.sampled_from(ALL), kind=st.integers(0, len(KINDS) - 1))
def test_every_need_goes_with_every_kind_of_help(key, kind):
    seen = blocks({key[0]: True, "kind": kind})
    assert f"“I need to {key[1]}." in seen["says"]["text"]
    assert seen["givers"]["text"]
    assert "{" not in seen["says"]["text"] + seen["givers"]["text"]


def test_each_kind_of_help_has_a_sentence_and_a_place_to_find_it():
    assert len(KINDS) == len(KIND_IDS) == 5
    assert set(SAYS) == {"none", *KIND_IDS}
    assert set(GIVERS) == set(KIND_IDS)
    assert number({"kind": 4}, LADDER.part(Choice, "kind")) == 4


def test_to_be_safe_at_home_stands_quietly_among_the_others():
    needs = [need for _, need in ALL]
    assert 6 <= needs.index(SAFE) <= 11
    assert next(group for *_, group in NEEDS if SAFE in group).index(SAFE) == 1
    aloud = [line for step in LADDER.steps for line in (step.name, *step.say, *step.do, step.if_short)]
    assert not [line for line in aloud if "safe" in line.lower()]
    others = [blocks({"home.0": True, "kind": 2}), blocks({"home.1": True, "kind": 2})]
    plain = [json.dumps(seen).replace("keep a home", SAFE).replace("home_0", "home_1") for seen in others]
    assert plain[0] == plain[1]


def test_the_sheet_has_all_the_needs_three_rungs_and_room_to_match():
    parts = within(LADDER.sheet)
    assert {need for part in parts if isinstance(part, Ticks) for need in part.options} == {
        need for _, need in ALL
    }
    assert [part.rungs for part in parts if isinstance(part, Rank)] == [3]
    assert [len(part.rows) for part in parts if isinstance(part, Grid)] == [3]
    assert "Urgent?" in str(LADDER.sheet)

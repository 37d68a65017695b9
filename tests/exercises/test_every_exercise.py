"""The promises that every exercise keeps, by being in the library."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from conftest import CANARY, everything_answered
from hypothesis import given, settings
from hypothesis import strategies as st

import exercises
from exercises.board import Board, Host
from exercises.paper import MIME
from exercises.parts import Choice, Picture, Ticks, Write, within
from exercises.setting import Setting
from handouts.contract import worksheet
from workshop.fill import people
from workshop.words import words

MINUTES_FOR_EIGHT = {
    "A1": 18,
    "A2": 15,
    "A3": 15,
    "A4": 20,
    "A5": 20,
    "B1": 15,
    "B2": 18,
    "B3": 15,
    "B4": 15,
    "B5": 18,
    "B6": 15,
    "C1": 18,
    "C2": 18,
    "C3": 15,
    "C4": 15,
    "C5": 22,
    "C6": 15,
}
"""From the field guide, section 1: how long each exercise takes for eight people."""
OPT_OUT = "You can skip any part. You do not have to share it."
SETTING = Setting(words=words()["board"])


def blocks(view):
    """Every part of a view, the ones inside others too."""
    if isinstance(view, dict):
        return ([view] if "kind" in view else []) + [b for value in view.values() for b in blocks(value)]
    return [b for value in view for b in blocks(value)] if isinstance(view, list) else []


def test_plays_in_every_step(exercise):
    for place, step in enumerate(exercise.steps):
        view = exercise.respond({"step": place}, SETTING)
        assert view["step"]["name"] == step.name
        assert (view["next"] is None) == (place == len(exercise.steps) - 1)
        assert (view["back"] is None) == (place == 0)
        assert json.loads(json.dumps(view)) == view


def test_every_control_has_a_label_and_every_picture_says_what_it_shows(exercise):
    for place in range(len(exercise.steps)):
        for block in blocks(exercise.respond({"step": place}, SETTING)["parts"]):
            if block["kind"] in {"write", "choice", "scale", "ticks", "rows", "timer", "sort"}:
                assert block["label"].strip(), block
            if block["kind"] == "picture":
                assert block["alt"].strip()
                ET.fromstring(block["svg"])


def test_pictures_on_screen_have_the_same_facts_in_words(exercise):
    answered = [
        block
        for place in range(len(exercise.steps))
        for block in blocks(exercise.respond({"step": place}, SETTING)["parts"])
    ]
    for block in answered:
        if block["kind"] == "picture":
            assert len(block["table"]) > 1, f"the picture {block['id']} has no table of the same facts"


def test_plays_and_prints_from_one_definition(exercise):
    changed = replace(exercise, title="Another title", opt_out="Another way out.")
    view, sheet = changed.respond({}), changed.worksheet()
    assert (view["title"], sheet["title"]) == ("Another title", "Another title")
    assert (view["opt_out"], sheet["opt_out"]) == ("Another way out.", "Another way out.")
    assert [step["name"] for step in sheet["steps"]] == [step.name for step in exercise.steps]


def test_its_worksheet_keeps_to_the_contract(exercise):
    assert worksheet(exercise.worksheet())["title"] == exercise.title


def test_forgets_what_was_typed(exercise):
    board = Board(exercise, SETTING)
    before = json.dumps(exercise.worksheet())
    board.hear(board, {"changes": everything_answered(exercise)}, [])
    assert any(value == CANARY for value in board.answers.values()) or not any(
        isinstance(part, Write) for step in exercise.steps for part in within(step.screen)
    )
    shown = board._repr_mimebundle_()
    assert json.dumps(shown[0][MIME]) == before
    for kept in (repr(board), str(board), json.dumps(shown), json.dumps(board.get_state(), default=str)):
        assert CANARY not in kept
        assert "canary" not in kept
    assert Board(exercise, SETTING).answers == {}


def test_when_it_goes_wrong_the_group_sees_a_kind_sentence(exercise):
    def broken(*_):
        raise ZeroDivisionError(CANARY)

    board = Board(replace(exercise, rule=broken), SETTING)
    said = []
    board.send = said.append
    board.hear(board, {"changes": {"x": CANARY}, "seq": 1}, [])
    assert board.opening == {"trouble": words()["board"]["trouble"]}
    assert said[0]["view"] == board.opening
    assert said[0]["answers"] == {"x": CANARY}


def test_a_new_page_brings_answers_back_only_to_a_new_kernel(exercise):
    for filled_in in ({}, {"group": CANARY}):
        board = Board(exercise, SETTING, host=Host(answers=filled_in))
        board.hear(board, {"hello": True, "changes": {"step": 1}}, [])
        assert board.answers == {**filled_in, "step": 1}
        board.hear(board, {"hello": True, "changes": {"step": 0}}, [])
        assert board.answers == {**filled_in, "step": 1}
        board.hear(board, {"clear": True, "changes": {}}, [])
        assert board.answers == {}


def heard(board, message):
    """What a board sends when it is told something: each message with its buffers."""
    said = []
    board.send = lambda content, buffers=(): said.append((content, list(buffers)))
    board.hear(board, message, [])
    return said


def test_prints_what_it_has_just_been_told_for_the_window_that_asked(exercise):
    asked = []
    board = Board(exercise, SETTING, host=Host(lambda *views: asked.append(views) or b"%PDF"))
    assert board.prints
    answers = everything_answered(exercise)
    assert len(heard(board, {"changes": answers, "from": "gc1", "seq": 1})) == 1
    told, pdf = heard(board, {"changes": {"step": 1}, "print": True, "from": "gc2", "seq": 2})
    assert "view" in told[0]
    assert pdf == ({"printed": True, "hello": None, "from": "gc2", "seq": 2}, [b"%PDF"])
    assert asked == [(exercise.screens(answers, SETTING), exercise.screens({}, SETTING), "")]


def test_when_printing_goes_wrong_the_board_goes_on(exercise, capsys, caplog):
    def broken(*_):
        raise ZeroDivisionError(CANARY)

    for board in (Board(exercise, SETTING, host=Host(broken)), Board(exercise, SETTING)):
        told, pdf = heard(board, {"changes": {"x": CANARY}, "print": True, "from": "gc1"})
        assert told[0]["answers"] == {"x": CANARY}
        assert pdf[0]["printed"]
        assert pdf[1] == []
        assert not any((*capsys.readouterr(), caplog.text))
    assert not board.prints


def test_an_action_gets_the_answers_and_says_what_came_of_it(exercise):
    def store(answers):
        if answers["x"] != "fine":
            raise ZeroDivisionError(CANARY)
        return "Stored."

    board = Board(exercise, SETTING, host=Host(actions={"store": store}))
    assert heard(board, {"changes": {"x": "fine"}, "do": "store", "from": "gc1"})[1][0]["done"] == "Stored."
    assert heard(board, {"changes": {"x": CANARY}, "do": "store"})[1][0]["done"] == SETTING.say("trouble")
    assert len(heard(board, {"do": "no such action"})) == 1


def test_what_is_typed_is_never_markup(exercise):
    answers = everything_answered(exercise)
    for place in range(len(exercise.steps)):
        for block in blocks(exercise.respond(answers | {"step": place}, SETTING)["parts"]):
            if block["kind"] == "picture":
                tags = {node.tag.rpartition("}")[2] for node in ET.fromstring(block["svg"]).iter()}
                assert "b" not in tags


def test_has_every_field_of_the_script(exercise):
    for step in exercise.steps:
        assert step.say, step.name
        assert step.do, step.name
        assert step.watch_for, step.name
        assert step.if_short, step.name
        assert step.screen, step.name
        assert step.fixed_min or step.per_person_sec, step.name
    for name in (
        "bring",
        "cautions",
        "quiet",
        "online",
        "low_literacy",
        "no_pens",
        "small_group",
        "large_group",
        "safer",
        "safety",
        "choice",
        "evidence",
        "remember",
    ):
        assert getattr(exercise, name), name
    assert exercise.goal.startswith("This sheet helps you ")
    assert len(exercise.goal.split()) <= 12
    assert exercise.opt_out == OPT_OUT or exercise.section == "For the facilitator"
    assert exercise.intensity in {1, 2, 3}
    assert exercise.intensity < 3 or exercise.grounding
    assert 1 <= exercise.least_people < exercise.most_people <= 12


def test_takes_the_time_that_the_field_guide_gives(exercise):
    assert exercise.minutes(8) == MINUTES_FOR_EIGHT.get(exercise.code, exercise.minutes(8))
    for step in exercise.steps:
        for many in range(2, 9):
            assert step.minutes(many) == step.fixed_min + step.per_person_sec * many / 60
        assert step.minutes(12) == step.minutes(8)  # over eight, rounds become pairs and three voices
    assert exercise.worksheet()["steps"][0]["minutes"][7] == round(exercise.steps[0].minutes(8), 2)


def test_the_sheet_has_a_place_to_write_and_stays_short(exercise):
    kinds = {type(part).__name__ for part in within(exercise.sheet)}
    assert kinds & {"Write", "Picture", "Sentence", "Ticks", "Choice", "Blanks", "Grid"}
    for part in within(exercise.sheet):
        if isinstance(part, (Ticks, Choice)):
            assert len(part.options) <= 7
        if isinstance(part, Picture):
            assert part.blank.alt


def test_ids_of_parts_are_its_own(exercise):
    on_screen = [part.id for step in exercise.steps for part in within(step.screen) if hasattr(part, "id")]
    assert len(on_screen) == len(set(on_screen))
    assert exercises.load(exercise.id) is exercise


ANSWERS = st.dictionaries(
    st.text(max_size=20), st.one_of(st.text(max_size=40), st.integers(), st.booleans()), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_answer_can_make_it_raise(data):
    exercise = exercises.load(data.draw(st.sampled_from(exercises.names())))
    known = sorted(everything_answered(exercise) | {"step": 0})
    strange = st.one_of(st.text(max_size=30), st.integers(-99, 99), st.booleans())
    answers = data.draw(ANSWERS) | data.draw(st.dictionaries(st.sampled_from(known), strange, max_size=10))
    view = exercise.respond(answers, SETTING)
    json.dumps(view)
    for block in blocks(view["parts"]):
        if block["kind"] == "picture":
            ET.fromstring(block["svg"])


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(LookupError, match=r"There is no exercise 'lisening'. There are: .*listening_triads"):
        exercises.load("lisening")


def test_made_up_people_come_from_the_file(exercise):
    words = set(re.findall(r"\w+", str(exercise)))
    assert not words & {name for name, _ in people().values()}
    assert set(re.findall(r"\{(?:person|about):(\w+)\}", str(exercise))) <= set(people())

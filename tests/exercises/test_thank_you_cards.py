"""C4: a card shows as it grows, vague words are pointed out, and passing is as big as speaking."""

import re

import pytest
from conftest import filled

import exercises
from exercises.library.thank_you_cards import FIELDS, SAMPLES
from exercises.parts import Blanks, Choice, Deck, Round, Timer, within
from exercises.setting import Setting
from workshop.words import words

CARDS = filled("thank_you_cards")
SETTING = Setting(words=words()["board"])
REAL = {
    "did": "You sat with us in the waiting room",
    "meant": "The hour went by",
    "strength": "You can be calm and quiet",
}


def card(**answers):
    """What stands on the card, and the remark on it."""
    blanks, hints = CARDS.respond(answers)["parts"][1]["left"]
    return [text for _, text in blanks["lines"]], hints["items"]


def test_a_sample_shows_until_the_group_writes_its_own():
    for place, leaf in enumerate(SAMPLES.leaves):
        assert card(sample=place)[0] == list(leaf.items)
    assert card(sample=2, did="You fixed my chair")[0] == ["You fixed my chair", "", ""]


def test_the_three_ways_to_thank_are_there_and_equal():
    ways = ("helped once", "long ago", "yourself")
    choice = CARDS.part(Choice, "sample")
    assert len(choice.options) == len(SAMPLES.leaves)
    for way, option, leaf in zip(ways, choice.options[1:], SAMPLES.leaves[1:], strict=True):
        assert way in option
        assert option == leaf.title
        assert len(leaf.items) == len(FIELDS)
        assert way in " ".join(CARDS.steps[0].say)


def test_the_first_sample_is_vague_and_the_others_are_not():
    remarks = [card(sample=place)[1] for place in range(4)]
    assert "Which one thing did they do?" in remarks[0][0]
    assert all("This card can stay with someone." in one[0] for one in remarks[1:])


@pytest.mark.parametrize("word", ["nice", "Great", "good", "always there"])
def test_vague_words_are_asked_for_one_thing(word):
    (remark,) = card(**REAL | {"strength": f"You are {word}."})[1]
    assert "Which one thing did they do?" in remark


def test_a_vague_word_inside_another_is_fine():
    assert "This card can stay" in card(**REAL | {"meant": "The goodbye was easier"})[1][0]


def test_a_sting_is_pointed_out_and_both_remarks_can_show():
    assert "can sting" in card(**REAL | {"did": "You finally called"})[1][0]
    assert len(card(**REAL | {"did": "You finally did a nice thing"})[1]) == 2


def test_a_card_starts_with_what_somebody_did():
    assert "one thing they did" in card(meant="I slept well")[1][0]
    assert card(did="You called on Sunday")[1] == []


def test_the_words_to_look_out_for_can_be_translated():
    assert "always there" in str(exercises.load("thank_you_cards").part(Deck, "look_out"))


def test_pass_and_done_do_the_same_and_stand_side_by_side():
    seats = CARDS.respond({"step": 2}, SETTING)["parts"][1]
    assert seats["spoke"]["sets"] == seats["passed"]["sets"]
    assert (seats["spoke"]["label"], seats["passed"]["label"]) == ("Done", "Pass")
    assert "seats.passed" not in seats["passed"]["sets"]


@pytest.mark.parametrize("many", [4, 8, 12])
def test_every_seat_has_one_turn_by_its_number(many):
    answers = {"step": 2, "seats.seats": many, "seats.shuffled": 3}
    called = [CARDS.respond(answers | {"seats.at": at}, SETTING)["parts"][1]["seat"] for at in range(many)]
    assert sorted(int(re.sub(r"\D", "", seat)) for seat in called) == list(range(1, many + 1))
    done = CARDS.respond(answers | {"seats.at": many}, SETTING)["parts"][1]
    assert (done["spoke"], done["passed"]) == (None, None)


def test_the_sheet_has_four_cards_to_cut_out():
    for face in (CARDS, CARDS.made_safer()):
        (blanks,) = [part for part in within(face.sheet) if isinstance(part, Blanks)]
        assert blanks.copies == 4
        assert "any language" in blanks.label


def test_nobody_owes_thanks_to_a_person_who_hurt_them():
    for face in (CARDS, CARDS.made_safer()):
        assert "who hurt them" in " ".join(face.steps[0].say)
        assert "nobody thanks" in face.remember


def test_time_on_the_clock_is_the_time_of_the_step():
    for face in (CARDS, CARDS.made_safer()):
        (clock,) = [part for part in within(face.steps[1].screen) if isinstance(part, Timer)]
        assert sum(turn.seconds for turn in clock.turns) == face.steps[1].fixed_min * 60


def test_safer_mode_thanks_nobody_in_the_room_and_puts_no_name_on_a_card():
    safer = CARDS.made_safer()
    assert safer.minutes(8) == CARDS.minutes(8)
    said = str([(step.say, step.do, step.screen) for step in safer.steps]) + str(safer.sheet)
    for gated in ("for someone here", "Give it or send it", "one line** from a card", "A helper"):
        assert gated in str(CARDS.steps) + str(CARDS.sheet)
        assert gated not in said
    assert "no name" in str(safer.sheet)
    rounds = [step for step in safer.steps for part in within(step.screen) if isinstance(part, Round)]
    assert all("Linh" in step.name for step in rounds)

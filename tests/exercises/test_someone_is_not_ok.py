"""The crisis cards: every branch of the field guide, at hand on every board, and never the law."""

from __future__ import annotations

import re

import pytest
from conftest import filled

import exercises
import workshop
from exercises.parts import Deck
from workshop.fill import fill
from workshop.lines import lines_for

CARDS = filled("someone_is_not_ok").part(Deck, "deck").leaves
BRANCHES = {
    "suicide": "suicide",
    "panic": "panic",
    "threat": "threat",
    "intoxication": "drunk or high",
    "child": "child",
    "partner violence": "hurt or controlled",
    "walk-out": "walks out",
    "facilitator": "you are shaken",
    "online": "online",
}


@pytest.mark.parametrize("branch", BRANCHES.values(), ids=BRANCHES)
def test_every_branch_has_a_card(branch):
    (card,) = (card for card in CARDS if branch in card.title.lower())
    assert 3 <= len(card.items) <= 7


def test_suicide_is_asked_about_plainly_and_help_is_called_together():
    items = " ".join(CARDS[0].items)
    assert "Are you thinking about suicide?" in items
    assert items.index("**911**") < items.index("**988**")
    assert "They are being supported." in items


def test_nobody_is_told_to_leave_or_to_confront():
    items = " ".join(next(card for card in CARDS if "home" in card.title).items)
    assert "Do not tell them to leave" in items
    assert "Do not contact the partner." in items
    assert lines_for("US").short("home_violence") in items


@pytest.mark.parametrize("role", ["peer", "professional"])
def test_the_duty_is_named_for_the_role_and_the_law_is_not(role):
    deck = fill(exercises.load("someone_is_not_ok").part(Deck, "deck"), lines_for("US"), role)
    said = " ".join(item for card in deck.leaves for item in card.items)
    assert f"You lead as a {role}" in said
    assert "differs" in said
    assert not re.search(r"required by law|mandated|illegal|within \d+ hours", said)


def test_the_cards_are_on_every_board():
    board = workshop.show("support_rings")
    assert [title for title, _ in board.cards] == [card.title for card in CARDS]
    assert "{line:" not in str(board.cards)

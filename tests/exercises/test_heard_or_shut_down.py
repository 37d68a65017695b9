"""A2: one card at a time, a reason once the group has chosen, and a tally; never a mark."""

import exercises
from exercises.parts import Sort
from exercises.setting import Setting
from workshop.words import words

HEARD = exercises.load("heard_or_shut_down")
CARDS = HEARD.part(Sort, "cards")
SETTING = Setting(words=words()["board"])


def sort(answers):
    return HEARD.respond({"step": 1} | answers, SETTING)["parts"][0]


def test_there_are_twelve_cards_and_eight_on_paper():
    assert len(CARDS.cards) == 12
    assert len(HEARD.worksheet()["sheet"][0]["cards"]) == 8


def test_nothing_is_told_before_the_group_has_chosen():
    card = sort({})
    assert card["place"] == "Card 1 of 12"
    assert (card["reply"], card["later"]) == ("", None)
    assert [pile["label"] for pile in card["piles"]] == ["Heard", "Depends", "Shut down"]


def test_our_view_and_why_come_after():
    first = CARDS.cards[0]
    same = sort({"cards.0": first.pile})["reply"]
    other = sort({"cards.0": 2})["reply"]
    assert first.why in same
    assert first.why in other
    assert same != other
    assert "wrong" not in (same + other).lower()


def test_the_tally_runs_and_the_last_card_says_so():
    answers = {"cards.0": 0, "cards.1": 2, "cards.2": 2, "cards.card": 12}
    done = sort(answers)
    assert done["tally"] == [["Heard", 1], ["Depends", 0], ["Shut down", 2]]
    assert done["card"] is None
    assert done["place"] == "That was the last card."
    assert sort(done["earlier"]["sets"])["place"] == "Card 12 of 12"


def test_reasons_are_short_and_one_card_is_about_safety():
    assert all(len(card.why.split()) <= 15 for card in CARDS.cards)
    assert any("worried about your safety" in card.reply for card in CARDS.cards[: CARDS.on_paper])


def test_the_answers_are_in_the_guide_and_not_on_the_sheet():
    sheet = HEARD.worksheet()
    (told,) = sheet["steps"][1]["answers"]
    assert [row[-1] for row in told["rows"]] == [card.why for card in CARDS.cards]
    assert all(card.why not in str(sheet["sheet"]) for card in CARDS.cards)

"""B6: eight finds, a reason once the teams have chosen, and at the end how often they and we agreed."""

from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

from exercises.library.trust_check import GREEN, RED, YELLOW
from exercises.parts import Sort
from exercises.setting import Setting
from workshop.words import words

CHECK = filled("trust_check")
FINDS = CHECK.part(Sort, "finds")
OURS = [card.pile for card in FINDS.cards]
SETTING = Setting(words=words()["board"])


def agreed(answers):
    return CHECK.respond({"step": 2} | answers, SETTING)["parts"][0]["text"]


def test_there_are_eight_finds_with_short_reasons_and_all_three_piles():
    assert len(FINDS.cards) == 8
    assert all(len(card.why.split()) <= 15 for card in FINDS.cards)
    assert set(OURS) == {GREEN, YELLOW, RED}


def test_each_pile_has_a_word_and_a_shape():
    assert [pile[0] for pile in FINDS.piles] == ["●", "▲", "■"]
    assert [pile.split()[1] for pile in FINDS.piles] == ["Green:", "Yellow:", "Red:"]


def test_the_finds_that_must_be_there_are_there():
    by_name = {f"{card.said} {card.reply}": card for card in FINDS.cards}
    (medicine,) = [card for name, card in by_name.items() if "Stop your medicine" in name]
    (chatbot,) = [card for name, card in by_name.items() if "chatbot" in name]
    (shared,) = [card for name, card in by_name.items() if "others use" in name]
    assert (medicine.pile, chatbot.pile, shared.pile) == (RED, YELLOW, YELLOW)
    assert "doctor or pharmacist" in medicine.why


def test_our_view_shows_only_once_the_teams_have_chosen():
    sort = CHECK.respond({"step": 1}, SETTING)["parts"][0]
    assert sort["reply"] == ""
    chosen = CHECK.respond({"step": 1, "finds.0": RED}, SETTING)["parts"][0]
    assert FINDS.cards[0].why in chosen["reply"]


def test_nothing_sorted_is_said_kindly():
    assert agreed({}).startswith("No card is sorted yet.")
    assert agreed({"finds.0": -1}).startswith("No card is sorted yet.")


def test_all_the_same_view():
    answers = {f"finds.{place}": pile for place, pile in enumerate(OURS)}
    assert agreed(answers) == "Cards sorted: 8. You and we see all of them the same way."


def test_where_views_differ_it_says_who_was_more_careful():
    answers = {"finds.0": RED, "finds.1": GREEN, "finds.2": YELLOW, "finds.4": YELLOW}
    assert (
        agreed(answers)
        == "Cards sorted: 4. Same view: 1. You were more careful: 1. You were more trusting: 2."
    )


@given(chosen=st.dictionaries(st.integers(0, 9), st.one_of(st.integers(-2, 4), st.booleans(), st.text())))
def test_counts_add_up_for_any_answers(chosen):
    said = agreed({f"finds.{place}": pile for place, pile in chosen.items()})
    counts = [int(part) for part in said.replace(".", "").split() if part.isdigit()]
    good = [
        place
        for place, pile in chosen.items()
        if place < len(OURS) and isinstance(pile, int) and not isinstance(pile, bool) and 0 <= pile <= 2
    ]
    same = sum(chosen[place] == OURS[place] for place in good)
    if not good:
        assert counts == []
    elif same == len(good):
        assert counts == [len(good)]
    else:
        assert counts[:2] == [len(good), same]
        assert sum(counts[1:]) == len(good)


def test_the_answers_are_in_the_guide_and_not_on_the_sheet():
    sheet = CHECK.worksheet()
    (told,) = sheet["steps"][1]["answers"]
    assert [row[-1] for row in told["rows"]] == [card.why for card in FINDS.cards]
    for card in FINDS.cards:
        assert card.why not in str(sheet["sheet"])
        assert card.reply not in str(sheet["sheet"])


def test_the_sheet_has_five_questions_three_sites_five_rules_and_four_places():
    table, below, _ = CHECK.worksheet()["sheet"]
    rows = table["items"][0]
    assert len(rows["heads"]) == 1 + 5
    assert rows["lines"] == 3
    rules, (lines, more) = below["left"][0]["items"][0], below["right"][0]["items"]
    assert len(rules["items"]) == 5
    assert lines["ids"] == ["treatment", "support", "crisis"]
    assert "MedlinePlus.gov" in more["text"]

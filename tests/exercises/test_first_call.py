"""B5: every way through the call is six turns, teaches something at each one, and ends kindly."""

import pytest
from conftest import filled

from exercises.library.first_call import CALL, SEARCH
from exercises.parts import Branches, Rows, Ticks, within

FIRST = filled("first_call")
TURNS, CHOICES = 6, 3
CALL_STEP, SEARCH_STEP = 1, 2


def nodes(name):
    return {node.id: node for node in FIRST.part(Branches, name).nodes}


def ways(name, start, most):
    """Every way from a node to an end, as lists of options; no longer than `most`."""
    known = nodes(name)
    found, waiting = [], [[option] for option in known[start].options]
    while waiting:
        way = waiting.pop()
        following = known[way[-1].to].options
        if not following:
            found.append(way)
        elif len(way) < most:
            waiting += [[*way, option] for option in following]
    return found


def played(step, *presses):
    answers = {"step": step}
    for press in presses:
        shown = next(part for part in FIRST.respond(answers)["parts"] if part["kind"] == "branches")
        answers |= shown["options"][press]["sets"]
    return next(part for part in FIRST.respond(answers)["parts"] if part["kind"] == "branches")


CALLS = ways("call", "pick", TURNS + 1)


def test_every_call_has_six_turns_and_three_choices_at_each():
    assert CALLS
    assert {len(way) for way in CALLS} == {TURNS}
    assert {len(node.options) for node in CALL.nodes} == {CHOICES, 0}


@pytest.mark.parametrize("branches", [CALL, SEARCH], ids=["call", "search"])
def test_every_node_is_reached_and_every_arrow_leads_somewhere(branches):
    known = {node.id: node for node in branches.nodes}
    assert len(known) == len(branches.nodes)
    reached, waiting = set(), [branches.nodes[0].id]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting += [option.to for option in known[name].options if option.to not in reached]
    assert reached == set(known)


@pytest.mark.parametrize("branches", [CALL, SEARCH], ids=["call", "search"])
def test_every_choice_teaches_and_none_is_wrong(branches):
    for node in branches.nodes:
        for option in node.options:
            assert option.note.endswith("."), option
            for word in ("wrong", "mistake", "should have", "better not", "failed"):
                assert word not in option.note.lower()
        assert len({option.note for option in node.options}) == len(node.options)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (0, ["First visit", "Insurance", "Sliding fee", "interpreter", "family doctor"]),
        (1, ["Wait list", "Cancellation list", "Group", "Video", "Medicaid"]),
        (2, ["Try again", "names of others", "referral", "medicine", "safe to reach you"]),
    ],
    ids=["there is room", "a long wait", "no new clients"],
)
def test_each_place_teaches_what_it_is_there_for(first, words):
    start = nodes("call")["pick"].options[first]
    notes = {
        text for way in CALLS if way[0] == start for option in way for text in (option.note, option.label)
    }
    for word in words:
        assert any(word.lower() in note.lower() for note in notes), word


def test_the_call_sheet_grows_with_every_choice():
    shown = played(CALL_STEP, 1, 0, 1)
    assert shown["notes"]["label"] == "Your call sheet"
    assert shown["notes"]["items"] == [
        "Place 1: a big health center with many kinds of help.",
        "One short line is enough to start.",
        "Cancellation list: they call when a visit opens up.",
    ]
    assert shown["note"] == shown["notes"]["items"][-1]


def test_each_place_has_its_own_end():
    ends = {played(CALL_STEP, first, 0, 0, 0, 0, 0)["text"] for first in range(3)}
    assert len(ends) == 3
    assert all(end.startswith("The call is over.") for end in ends)


def test_to_think_first_is_an_end_too():
    assert "that is fine" in played(CALL_STEP, 0, 0, 0, 0, 0, 2)["text"]


def test_money_can_come_first():
    assert "Do you have insurance?" in played(CALL_STEP, 0, 0, 2)["text"]


def test_numbers_come_from_the_lines():
    assert "988" in played(CALL_STEP, 1, 0, 0, 0, 0, 1)["note"]
    assert "FindTreatment.gov" in played(CALL_STEP, 2, 0, 0, 0)["text"]
    for raw in ("988", "911", "211", "FindTreatment", "1-800"):
        assert raw not in str((CALL, SEARCH))


def test_the_search_asks_place_distance_payment_then_phone():
    shown = played(SEARCH_STEP, 0, 0, 0, 0)
    assert [item.partition(":")[0] for item in shown["notes"]["items"][:3]] == [
        "Place",
        "Distance",
        "Payment",
    ]
    assert "phone number" in shown["notes"]["items"][3]
    assert not shown["options"]


def test_a_search_can_be_changed_and_still_ends():
    shown = played(SEARCH_STEP, 0, 2, 0, 2, 0, 0, 0)
    assert "The search is done." in shown["text"]
    assert "change the search" in " ".join(shown["notes"]["items"])


def test_the_made_up_page_says_so_and_names_the_real_one():
    assert "made up" in str(FIRST.steps[SEARCH_STEP].screen[0])
    assert "FindTreatment.gov" in str(FIRST.steps[SEARCH_STEP].screen[0])
    assert FIRST.steps[SEARCH_STEP].kind == "second"


def test_nothing_is_promised_and_nothing_is_diagnosed():
    said = str((CALL, SEARCH, FIRST.steps, FIRST.sheet)).lower()
    for word in ("diagnos", "depress", "disorder", "guarantee", "symptom", "anxiety"):
        assert word not in said


def test_the_sheet_has_ten_questions_and_room_for_three_places():
    parts = within(FIRST.sheet)
    assert [len(part.options) for part in parts if isinstance(part, Ticks)] == [5, 5]
    assert [part.most for part in parts if isinstance(part, Rows)] == [3]
    sheet = str(FIRST.sheet)
    for hint in ("call if a time opens", "video", "community clinic", "family doctor", "988", "interpreter"):
        assert hint in sheet

"""Hard moments: at least twelve, three choices each with a reason, the same every time, no choice a mistake."""

from __future__ import annotations

import pytest

import exercises
from exercises.parts import Branches

MOMENTS = exercises.load("hard_moments")
NODES = MOMENTS.part(Branches, "moments").nodes
NEEDED = {
    "silence": "Nobody speaks",
    "the dominator": "talks and talks",
    "the advice giver": "should just leave",
    "tears": "cry",
    "a suicide statement": "better off without me",
    "a hint of violence at home": "home by eight",
    "child abuse disclosed": "child was hit",
    "late arrival": "late",
    "intoxication": "alcohol",
    "conflict": "argue",
    "the facilitator is triggered": "like your own",
    "cross-talk": "whisper",
}


@pytest.mark.parametrize("words", NEEDED.values(), ids=NEEDED)
def test_the_moment_is_there(words):
    assert any(words in node.text for node in NODES)


def test_every_choice_has_a_reason_and_none_is_called_wrong():
    for node in NODES[:-1]:
        assert len(node.options) == 3
        for option in node.options:
            assert len(option.note.split()) >= 5
            assert "wrong" not in option.note.lower()


def seen(path):
    return MOMENTS.respond({"moments.path": path})["parts"][0]


def test_a_choice_leads_on_and_can_be_taken_back():
    first = seen("")
    second = seen(first["options"][1]["sets"]["moments.path"])
    assert second["note"] == NODES[0].options[1].note
    assert second["text"] == NODES[1].text
    assert second["back"]["sets"] == {"moments.path": ""}
    assert seen("0,1,2") == seen("0,1,2")


def test_the_end_is_reached_by_every_way_and_strange_paths_stop_early():
    assert seen(",".join("2" * (len(NODES) - 1)))["options"] == []
    assert seen("0,9,1")["text"] == NODES[1].text
    assert seen("x")["text"] == NODES[0].text

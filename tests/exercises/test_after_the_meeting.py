"""After the meeting: five questions in five minutes, and seven skills on three levels."""

from __future__ import annotations

import exercises
from exercises.library.after_the_meeting import SKILLS

AFTER = exercises.load("after_the_meeting")


def seen(answers):
    return AFTER.respond({"step": 1} | answers)["parts"]


def test_five_minutes_have_five_questions():
    steps, clock = AFTER.respond({})["parts"]
    assert len(steps["items"]) == len(clock["turns"]) == 5
    assert sum(turn["seconds"] for turn in clock["turns"]) == 300


def test_seven_skills_on_three_levels():
    choices = [part for part in seen({}) if part["kind"] == "choice"]
    assert len(choices) == 7
    assert all(part["options"] == ["Not yet", "Partly", "Yes"] for part in choices)


def test_the_sum_says_what_is_open_and_never_fails_anyone():
    assert seen({})[-1]["text"] == "Still open: 7 of 7."
    marks = {key: 1 for key, _ in SKILLS}
    assert seen(marks | {"time": 2})[-1]["text"] == "Yes: 1 of 7. Pick one of the others for next time."
    assert seen({key: 2 for key, _ in SKILLS})[-1]["text"].startswith("Yes to all 7.")

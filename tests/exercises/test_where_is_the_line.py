"""C2: every side's reason is heard, a limit says one's own action, and safety outweighs the best wording."""

import pytest
from conftest import filled

from exercises.parts import Sentence, Vote, within
from exercises.setting import Setting
from workshop.lines import lines_for
from workshop.words import words

LINE = filled("where_is_the_line")
SAFER = LINE.made_safer()
SETTING = Setting(words=words()["board"])
FULL = {"not_able": "lend money", "able": "cook for you.", "when": "you ask again", "action": "say no!"}
ALL_TRUE = {f"true.{place}": True for place in range(4)}


def shown(step, answers, exercise=LINE):
    place = [one.id for one in exercise.steps].index(step)
    parts = exercise.respond({"step": place} | answers, SETTING)["parts"]
    return [*parts, *(inner for part in parts if part["kind"] == "beside" for inner in part["left"])]


def vote(answers):
    return next(part for part in shown("vote", answers) if part["kind"] == "vote")


def said(answers, exercise=LINE):
    line, checked = (part["text"] for part in shown("ruth", answers, exercise) if part["kind"] == "sentence")
    return line, checked


def test_five_cases_three_ways_and_a_reason_for_each():
    cases = LINE.part(Vote, "cases").cases
    assert len(cases) == 5
    assert all(len(case.reasons) == 3 for case in cases)
    reasons = [reason for case in cases for reason in case.reasons]
    assert len(set(reasons)) == 15
    assert all(len(reason.split()) <= 18 for reason in reasons)


def test_reasons_wait_for_the_vote_and_then_every_side_is_heard():
    assert vote({})["reasons"] == []
    one_sided = vote({"cases.0.2": 8})
    assert [option for option, _ in one_sided["reasons"]] == ["OK", "Depends", "Not OK"]
    assert all(reason for _, reason in one_sided["reasons"])
    assert one_sided["chart"]["table"][1:] == [["OK", "0"], ["Depends", "0"], ["Not OK", "8"]]


def test_counts_belong_to_one_case_and_the_last_case_says_so():
    assert vote({"cases.0.0": 5, "cases.card": 1})["chart"] is None
    assert vote({"cases.card": 5})["place"] == "That was the last case."
    assert "Hana" in vote({"cases.card": 4})["text"]


def test_the_line_grows_from_the_groups_words():
    assert said({})[0] == "I'm not able to ___. I can ___. If ___, I will ___."
    assert said({"able": "cook"})[0] == "I'm not able to ___. I can cook. If ___, I will ___."
    assert said(FULL)[0] == "I'm not able to lend money. I can cook for you. If you ask again, I will say no."


def test_the_check_asks_for_what_is_missing_and_safety_outweighs_the_rest():
    part = LINE.part(Sentence, "checked").versions
    assert said({})[1] == said(ALL_TRUE)[1] == said(FULL | {"able": " "})[1] == part["empty"]
    assert said(FULL)[1] == part["look"]
    assert said(FULL | ALL_TRUE | {"true.3": False})[1] == part["unsafe"]
    assert said(FULL | {"true.3": True})[1] == part["change"]
    assert said(FULL | ALL_TRUE)[1] == part["ready"]
    assert "Private help comes first" in part["unsafe"]


def test_the_same_check_in_safer_mode():
    assert said(FULL | ALL_TRUE, SAFER) == said(FULL | ALL_TRUE)


@pytest.mark.parametrize("face", [LINE, SAFER])
def test_that_limits_do_not_stop_abuse_is_said_aloud_and_printed(face):
    assert any("limits do not stop abuse" in line for line in face.steps[0].say)
    assert "Limits do not stop abuse" in str(face.sheet)
    assert "Limits do not stop abuse" in str(face.steps[0].screen)
    hotline = lines_for("US").short("home_violence")
    assert hotline in str(face.steps[0].screen)
    assert hotline not in str(face.worksheet()["sheet"])


def test_the_guide_has_every_reason_and_the_sheet_has_none():
    reasons = [reason for case in LINE.part(Vote, "cases").cases for reason in case.reasons]
    for face in (LINE, SAFER):
        steps, sheet = str(face.worksheet()["steps"]), str(face.worksheet()["sheet"])
        assert all(reason in steps for reason in reasons)
        assert not any(reason in sheet for reason in reasons)


def test_paper_has_the_same_cases_in_the_same_order():
    printed = next(part for part in LINE.sheet if isinstance(part, Vote)).cases
    for short, word in zip(printed, ("cousin", "friend", "aunt", "boss", "brother"), strict=True):
        assert word in short.text
    for long, short in zip(LINE.part(Vote, "cases").cases, printed, strict=True):
        assert short.text.split()[1] in long.text


def test_in_safer_mode_votes_are_secret_and_the_limit_is_ruths():
    assert [step.id for step in SAFER.steps] == ["intro", "vote", "ruth", "close"]
    assert SAFER.minutes(8) == LINE.minutes(8) == 18
    said_there = str(SAFER.steps) + str(SAFER.sheet)
    for gated in ("Thumb up", "in pairs", "one small limit", "What I will do"):
        assert gated in str(LINE.steps) + str(LINE.sheet)
        assert gated not in said_there
    assert "pairs" not in {step.kind for step in SAFER.steps}
    assert "bag" in str(SAFER.steps[1].screen)
    assert any("far apart" in note for note in SAFER.safer.notes)


def test_no_case_is_about_sex_or_force():
    asked = " ".join(
        case.text for part in within(LINE.steps[1].screen) if isinstance(part, Vote) for case in part.cases
    )
    assert not {"sex", "hit", "hits", "force", "forces", "threat"} & set(asked.lower().split())

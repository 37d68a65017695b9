"""C1: four parts make one sentence, three versions are compared, and words that shut ears are pointed out."""

import pytest
from conftest import filled
from hypothesis import given
from hypothesis import strategies as st

import exercises
from exercises.library.clear_ask import CHECKS, FEELING_WORDS, FEELINGS, MARKS, QUESTIONS
from exercises.parts import Deck, Grid, Timer, within

ASK = filled("clear_ask")
FULL = {
    "when": "the phone is on speaker at eight",
    "menu": FEELINGS.index("tired"),
    "side": "like to walk around",
    "would": "take calls in the kitchen",
}


def blocks(parts):
    for part in parts:
        yield part
        for name in ("parts", "left", "right"):
            yield from blocks(part.get(name) or [])


def built(build="first", **words):
    """The sentence of one build, and the remarks on it."""
    answers = {f"{build}_{name}": value for name, value in words.items()}
    view = ASK.respond({"step": 1 if build == "first" else 2} | answers)
    found = {part["id"]: part for part in blocks(view["parts"]) if "id" in part}
    return found[f"{build}_ask"]["text"], found[f"{build}_check"]["items"]


def meter(**answers):
    found = {part["kind"]: part for part in blocks(ASK.respond(answers)["parts"])}
    return [int(row[1]) for row in found["picture"]["table"][1:]], found["sentence"]["text"]


def test_four_parts_make_one_sentence():
    said, remarks = built(**FULL)
    assert said == (
        "When the phone is on speaker at eight, I feel tired. I guess you like to walk around. "
        "Would you take calls in the kitchen?"
    )
    assert remarks == [CHECKS["ready"]]


def test_what_is_missing_shows_as_a_gap_and_earns_no_remark():
    assert built() == ("When ___, I feel ___. I guess you ___. Would you ___?", [])
    said, remarks = built(when="it is late")
    assert said.startswith("When it is late, I feel ___.")
    assert remarks == []


def test_an_opening_typed_once_more_is_said_once():
    said, _ = built(when="When it is late.", side="I guess you forgot", would="Would you text me?")
    assert said == "When it is late, I feel ___. I guess you forgot. Would you text me?"


def test_a_feeling_that_is_typed_goes_before_the_menu():
    assert "I feel homesick." in built(**FULL, own="homesick")[0]


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ({"when": "you always shout"}, "too_big"),
        ({"side": "NEVER listen"}, "too_big"),
        ({"own": "ignored"}, "blame"),
        ({"own": "attacked"}, "blame"),
        ({"own": "used"}, "blame"),
        ({"own": "like you do not care"}, "thought"),
        ({"would": "be nicer"}, "unseen"),
        ({"would": "care more about us"}, "unseen"),
        ({"would": "do the pans and the floor and the bins and the stairs and the beds"}, "long"),
    ],
)
def test_words_that_shut_ears_are_pointed_out(words, remark):
    assert built(**(FULL | words))[1] == [CHECKS[remark]]


@pytest.mark.parametrize("words", [{"own": "unsafe"}, {"when": "you hit me"}, {"own": "scared of you"}])
def test_danger_goes_before_every_other_remark(words):
    remarks = built(**(FULL | {"would": "be nicer"} | words))[1]
    assert remarks == [CHECKS["danger"]]
    assert "Get help first" in remarks[0]


def test_a_word_inside_another_word_is_no_trouble():
    assert built(**(FULL | {"when": "the pans are unused", "own": "amused"}))[1] == [CHECKS["ready"]]


def test_the_words_to_look_out_for_can_be_translated():
    watch = exercises.load("clear_ask").part(Deck, "watch")
    assert "ignored" in str(watch)
    assert all(item.partition(":")[2].strip() for leaf in watch.leaves for item in leaf.items)


def test_the_second_ask_can_be_softer_or_short_and_the_first_stays():
    straight, softer, short = (built("second", **FULL, how=how)[0] for how in range(3))
    assert straight == built(**FULL)[0]
    assert "Would it be all right to take calls in the kitchen?" in softer
    assert short == (
        "May I ask for something small? Would you take calls in the kitchen? It would help me a lot."
    )
    assert ASK.respond({"step": 1, "second_how": 2})["parts"][1]["left"][0]["text"].startswith("When ___")


@pytest.mark.parametrize("question", range(3))
def test_the_meter_compares_three_versions_and_says_it_in_words(question):
    marks, said = meter(compare=question)
    assert tuple(marks) == MARKS[question]
    assert marks[2] == max(marks)
    assert said == ASK.respond({"compare": question})["parts"][2]["left"][1]["text"] != ""
    assert len({meter(compare=other)[1] for other in range(len(QUESTIONS))}) == len(QUESTIONS)


def test_a_clear_ask_is_no_promise():
    marks, said = meter(compare=2)
    assert max(marks) < 10
    assert "still get a no" in said


@given(answers=st.dictionaries(st.sampled_from(["compare", "second_how", "first_menu"]), st.integers(-5, 30)))
def test_no_choice_is_out_of_reach(answers):
    for step in range(3):
        ASK.respond(answers | {"step": step})


def test_paper_and_screen_have_the_same_24_feelings():
    assert len(FEELINGS) == len(set(FEELINGS)) == 24
    on_paper = FEELING_WORDS.text.replace("**", "").replace("\n", ", ").lower().split(", ")
    assert on_paper == list(FEELINGS)


def test_the_sheet_has_four_boxes_for_each_of_two_asks():
    (boxes,) = [part for part in within(ASK.sheet) if isinstance(part, Grid)]
    assert len(boxes.rows) == 4
    assert len(boxes.columns) == 2


def test_the_danger_of_asking_is_said_once_aloud_and_stands_on_the_sheet():
    said = [line for step in ASK.steps for line in step.say if "danger" in line]
    assert len(said) == 1
    assert "danger" in str(ASK.worksheet()["sheet"])
    assert "not safe" in str(ASK.made_safer().sheet)


def test_time_on_the_clock_is_the_time_of_the_step():
    for face in (ASK, ASK.made_safer()):
        for step in face.steps:
            clocks = [part for part in within(step.screen) if isinstance(part, Timer)]
            assert not clocks or sum(turn.seconds for turn in clocks[0].turns) == step.fixed_min * 60


def test_safer_mode_has_made_up_cases_only_and_no_pairs():
    safer = ASK.made_safer()
    assert safer.minutes(8) == ASK.minutes(8)
    assert "pairs" not in {step.kind for step in safer.steps}
    said = str(safer.steps) + str(safer.sheet) + safer.remember
    for gated in ("An ask of your own", "Build two small asks", "says back only", "Pick a person"):
        assert gated in str(ASK.steps) + str(ASK.sheet)
        assert gated not in said
    assert "the cousins" in str(safer.sheet)
    assert "Nothing has to be said at home." in said

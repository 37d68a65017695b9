"""B2: every choice makes a short whole message, and after each reply there is a next step."""

import itertools
import re
from dataclasses import replace

import pytest
from conftest import filled
from reading import grade, sentences

from exercises.library.reach_out_planner import MESSAGE, MOST_WORDS, REPLIES, SHORT_WORDS, STEPS
from exercises.parts import Choice, Sentence, Write, within

PLAN = filled("reach_out_planner")
SIZES = {name: len(PLAN.part(Choice, name).options) for name in STEPS}
EVERY = [dict(zip(SIZES, numbers, strict=True)) for numbers in itertools.product(*map(range, SIZES.values()))]


def seen(answers, exercise=PLAN):
    beside = next(part for part in exercise.respond(answers)["parts"] if part["kind"] == "beside")
    return {part["id"]: part["text"] for part in beside["left"][0]["parts"]}


def after(*presses):
    answers = {"step": 1}
    for press in presses:
        (replies,) = PLAN.respond(answers)["parts"]
        answers |= next(button["sets"] for button in replies["options"] if button["label"] == press)
    return PLAN.respond(answers)["parts"][0]


def test_every_choice_has_a_sentence_of_its_own():
    wanted = {f"{name}_{place}" for name, many in SIZES.items() for place in range(many)}
    assert set(MESSAGE) == wanted | {"whole"}
    assert len(set(MESSAGE.values())) == len(MESSAGE)


def test_it_starts_with_a_whole_message():
    assert seen({})["message"] == (
        "“Hi, it is Elena. You are easy to talk to. I have something hard to do on Thursday. "
        "Could you come with me? You do not need to answer now.”"
    )


def test_each_of_the_405_messages_is_short_whole_and_easy():
    assert len(EVERY) == 405
    for answers in EVERY:
        said = seen(answers)["message"].strip("“”")
        assert len(said.split()) <= MOST_WORDS, said
        assert said.count("Could you") == 1
        assert "{" not in said
        assert re.fullmatch(r"(?:[A-Z][^.?!]+[.?!] ?){5,8}", said), said
        assert grade(sentences(said)) <= 3, said
    assert len({seen(answers)["message"] for answers in EVERY}) == len(EVERY)


@pytest.mark.parametrize("name", STEPS)
def test_each_step_changes_the_message(name):
    said = {seen({name: place})["message"] for place in range(SIZES[name])}
    assert len(said) == SIZES[name]


def test_more_to_share_is_never_a_shorter_message():
    counts = [len(seen({"share": place})["message"].split()) for place in range(3)]
    assert counts == sorted(counts)


def test_the_readout_counts_the_words():
    for answers in EVERY:
        shown = seen(answers)
        words = len(shown["message"].split())
        assert shown["readout"].startswith(f"{words} words of 40, school grade 1. ")
        assert ("Quick to read" in shown["readout"]) == (words <= SHORT_WORDS)


def with_words(sentence):
    """The plan with another sentence for a little, as a translation would have it."""
    versions = {**MESSAGE, "share_0": sentence}
    first = PLAN.steps[0]
    beside = first.screen[1]
    section = replace(beside.left[0], parts=(Sentence("message", versions), PLAN.part(Sentence, "readout")))
    screen = (first.screen[0], replace(beside, left=(section,)))
    return replace(PLAN, steps=(replace(first, screen=screen), *PLAN.steps[1:]))


def test_a_translation_with_more_words_is_told_so():
    exercise = with_words("one " * MOST_WORDS + "end.")
    assert "Try to stay under 40" in seen({}, exercise)["readout"]


def test_longer_words_are_a_higher_grade():
    exercise = with_words("Responsibilities necessitate considerable psychological accompaniment.")
    assert int(re.search(r"grade (\d+)", seen({}, exercise)["readout"])[1]) > 3


def test_after_a_no_there_are_three_next_steps():
    shown = after("“No, I cannot.”")
    assert [button["label"] for button in shown["options"]] == [
        "Ask for something smaller",
        "Ask the next person",
        "Call a listening line",
    ]
    assert "still right to ask" in shown["note"]


def test_every_reply_but_a_yes_has_three_next_steps_and_a_line_among_them():
    ends = {node.id for node in REPLIES.nodes if not node.options}
    for node in REPLIES.nodes:
        if node.id in {"no", "quiet", "hurt"}:
            assert len(node.options) == 3
            assert {option.to for option in node.options} <= ends
            assert "line" in {option.to for option in node.options}
    assert "988" in after("A reply that hurts", "Call a listening line")["text"]


def test_every_node_is_reached():
    known = {node.id: node for node in REPLIES.nodes}
    reached, waiting = set(), ["asked"]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting += [option.to for option in known[name].options if option.to not in reached]
    assert reached == set(known)


def test_nobody_is_told_to_send_it_here():
    said = " ".join(str(line) for line in (*PLAN.cautions, *PLAN.steps[2].say))
    assert "Nobody sends it in the room" in said
    assert "safe device" in said
    assert "safe device" in str(PLAN.sheet)
    assert not [part for part in within(PLAN.steps[2].screen) if isinstance(part, Write)]


def test_a_second_choice_is_always_on_the_sheet():
    assert "call **988**" in str(PLAN.sheet)
    assert "listening line" in str(PLAN.sheet)

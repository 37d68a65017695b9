"""The board on paper: for every exercise, accessible, with the group's words on it and nothing read as code."""

from __future__ import annotations

from typing import get_args

import page
import pytest
from conftest import CANARY, TODAY, everything_answered
from paper import boxes_of, elements_of, pages_of, reader

import exercises
from exercises import paper, parts
from exercises.parts import Write, within
from exercises.setting import Setting
from handouts.board import KINDS, SHORT
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_board
from workshop.words import words

LINES = lines_for("US")
SETTING = Setting(words=words()["board"], lines=LINES.cards())
LINE = "Here are the words of our group, from November 23, 2026. Keep this paper safe, or shred it."
HOSTILE = {
    "markup": "<b>bold</b> **stars** *x* _y_ `z` # no = heading",
    "code": '#panic() #read("/etc/hosts") $x^2$ \\u{41} @ref <label> //',
    "long": "word " * 400,
    "without a space": "x" * 2000,
    "lines": "first line\nsecond line\n\n- no list",
    "emoji": "👍🏽 👩‍👧 ✅",
    "without a glyph": "\U00013000 \U0001f9ff \ue000 \u202e",
    "quotes": "\"{person:rosa}\" '{n}' \\ {}",
}
"""Words that could be taken for something else, or for which there is no room or no letter."""


def faces(exercise):
    """The exercise as a group sees it: its usual face, and the safer one where there is one."""
    return {id(face): fill(face, LINES) for face in (exercise, exercise.made_safer())}.values()


def on_paper(exercise, answers, **group):
    now, untouched = exercise.screens(answers, SETTING), exercise.screens({}, SETTING)
    return print_board(now, untouched, Group(**group), TODAY)


def text_of(pdf):
    return " ".join(pages_of(pdf, "-raw"))


def squeezed(text):
    """A text without what a line break may add or take away."""
    return "".join(text.replace("\u200b", "").split())


def test_the_paper_knows_every_part_of_a_board():
    assert set(KINDS) | set(SHORT) == {paper.kind_of(part) for part in get_args(parts.Part)}
    assert not set(KINDS) & set(SHORT)


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_keeps_every_rule_and_stays_on_the_page(exercise, size, poppler):
    for face in faces(exercise):
        made = on_paper(face, everything_answered(face), paper=size)
        result = page.validate_pdf_bytes(made, profile="ua1")
        assert result.rules.total == 104
        assert [str(failure) for failure in result.failures] == []
        for number in range(1, len(reader(made).pages) + 1):
            width, height, lines = boxes_of(made, number)
            for left, top, right, bottom in lines:
                assert left >= 56
                assert right <= width - 42
                assert 36 <= top < bottom <= height - 18


def test_says_what_it_is_and_where_help_is(exercise, poppler):
    for face in faces(exercise):
        made = on_paper(face, everything_answered(face))
        pages = pages_of(made)
        assert reader(made).metadata.title == face.title
        assert LINE in pages[0]
        assert all("Need help now? In danger: call 911." in text for text in pages)
        assert all(f"{face.title} · Page {n} of {len(pages)}" in text for n, text in enumerate(pages, 1))


def test_holds_the_words_of_the_group_and_its_pictures(exercise, poppler):
    for face in faces(exercise):
        answers = everything_answered(face)
        made = on_paper(face, answers)
        text = squeezed(text_of(made))
        for step in face.steps:
            if any(isinstance(part, Write) for part in within(step.screen)):
                assert squeezed(step.name) in text
                assert CANARY in text
        shown = [
            block
            for place, step in enumerate(face.steps)
            if squeezed(step.name) in text
            for block in alts(face.respond(answers | {"step": place}, SETTING)["parts"])
        ]
        figures = [str(one["/Alt"]) for one in elements_of(made) if one["/S"] == "/Figure"]
        assert [squeezed(alt) for alt in figures] == [squeezed(alt) for alt in shown]


def alts(value):
    """What each picture in a view shows, in words, in order; a vote is a table on paper."""
    if isinstance(value, list):
        return [alt for one in value for alt in alts(one)]
    if not isinstance(value, dict) or value.get("kind") == "vote":
        return []
    own = [value["alt"]] if value.get("kind") == "picture" else []
    return own + [alt for one in value.values() for alt in alts(one)]


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["bounce_back_line", "both_sides_board", "thank_you_cards", "skills_wheel"])
def test_what_is_typed_is_never_markup(name, word, poppler):
    face = fill(exercises.load(name), LINES)
    made = on_paper(face, everything_answered(face, word))
    assert [str(one) for one in page.validate_pdf_bytes(made, profile="ua1").failures] == []
    as_typed = "".join(letter for letter in word if letter.isascii())
    text = squeezed(text_of(made))
    assert squeezed(as_typed)[:1000] in text
    assert "**" not in word or squeezed(as_typed.replace("**", "")) not in text


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["bounce_back_line", "both_sides_board", "thank_you_cards"])
def test_there_is_room_for_whatever_is_typed(name, word, poppler):
    """A picture cuts off what it has no room for, as on the screen; the words stand below it in full."""
    face = fill(exercises.load(name), LINES)
    told = (everything_answered(face, word), {})
    now, untouched = (without_pictures(face.screens(answers, SETTING)) for answers in told)
    made = print_board(now, untouched, Group(), TODAY)
    for number in range(1, len(reader(made).pages) + 1):
        width, _, lines = boxes_of(made, number)
        assert all(56 <= left < right <= width - 42 for left, _, right, _ in lines)


def without_pictures(value):
    if isinstance(value, list):
        return [
            without_pictures(one)
            for one in value
            if not isinstance(one, dict) or one.get("kind") != "picture"
        ]
    return {name: without_pictures(one) for name, one in value.items()} if isinstance(value, dict) else value


def test_only_the_steps_with_something_of_the_group_are_printed(poppler):
    face = fill(exercises.load("listening_triads"), LINES)
    helped = next(part.id for part in within(face.steps[2].screen) if isinstance(part, Write))
    one = text_of(on_paper(face, {helped: "a warm voice", "step": 1}))
    assert "a warm voice" in one
    assert [step.name in one for step in face.steps] == [False, False, True]
    clock = next(part.id for part in within(face.steps[1].screen) if isinstance(part, parts.Timer))
    nothing = text_of(on_paper(face, {f"{clock}.turn": 2}))
    assert [step.name in nothing for step in face.steps] == [True, True, False]  # no words yet


def test_a_vote_is_a_table_and_a_sort_is_piles(poppler):
    face = fill(exercises.load("where_is_the_line"), LINES)
    vote = face.part(
        parts.Vote, next(p.id for s in face.steps for p in within(s.screen) if isinstance(p, parts.Vote))
    )
    made = text_of(on_paper(face, {f"{vote.id}.1.0": 5, f"{vote.id}.1.2": 2}))
    assert squeezed(f"{vote.cases[1].text} 5 0 2") in squeezed(made)
    assert squeezed(vote.cases[0].text) not in squeezed(made)
    assert squeezed(vote.cases[1].reasons[0]) not in squeezed(made)

    face = fill(exercises.load("heard_or_shut_down"), LINES)
    sort = next(p for s in face.steps for p in within(s.screen) if isinstance(p, parts.Sort))
    made = squeezed(text_of(on_paper(face, {f"{sort.id}.0": 1, f"{sort.id}.3": 0, f"{sort.id}.card": 5})))
    first, fourth = (squeezed(f"{card.said} → {card.reply}") for card in (sort.cards[0], sort.cards[3]))
    assert made.index(fourth) < made.index(first)
    assert squeezed(sort.cards[1].reply) not in made
    assert squeezed(sort.cards[0].why) not in made


def test_the_same_words_make_the_same_bytes():
    face = fill(exercises.load("bounce_back_line"), LINES)
    answers = everything_answered(face)
    assert on_paper(face, answers) == on_paper(face, answers)

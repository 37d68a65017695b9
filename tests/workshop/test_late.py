"""Running late: what protects people stays, enough is saved or it says so, and nothing is cut for nothing."""

from __future__ import annotations

from functools import cache

import pytest
import reading
from hypothesis import given
from hypothesis import strategies as st

import exercises
from workshop.group import Group
from workshop.plan.answer import Wanted, answer
from workshop.plan.builds import builds
from workshop.plan.late import LEFT_OVER, STAGES, in_words, late, steps
from workshop.plan.meeting import meeting
from workshop.words import words

GIVES_WAY = {"pairs", "alone", "second"}


@cache
def meetings():
    """Every meeting of every build, in both faces, as the page gets them; and some that were shortened."""
    wanted = [
        *(Wanted(build=build, people=people, start="18:00") for build in builds() for people in (4, 8, 12)),
        Wanted(topics=("a1", "b2"), minutes=45, shorten=True),
        Wanted(topics=("a1", "c1", "b2"), minutes=50, people=8, shorten=True),
    ]
    groups = (Group(), Group(partners_or_family="yes"))
    return [
        meeting(planned.plan, planned.title)
        for group in groups
        for one in wanted
        for planned in answer(one, group)
    ]


@st.composite
def moments(draw):
    """A meeting at some step of it, with some steps longer than planned, and how far it is behind."""
    one = draw(st.sampled_from(meetings()))
    minutes = [step.slot["minutes"] + draw(st.sampled_from([0, 0, 0, 1, 2])) for step in steps(one)]
    at = draw(st.integers(0, len(minutes) - 1))
    return one, at, minutes, draw(st.integers(1, 90))


@given(moments())
def test_only_what_is_to_come_gives_way_and_never_what_protects_people(moment):
    one, at, minutes, _ = moment
    for less in late(*moment).changes:
        block, slot = steps(one)[less.place]
        assert less.place > at
        assert 0 <= less.after < less.before == minutes[less.place]
        assert block["kind"] in ("topic", "hand")
        if block["kind"] == "topic" and slot["id"] != "talk":
            exercise = exercises.load(block["exercise"])
            face = exercise.made_safer() if one["safer"] else exercise
            (step,) = (step for step in face.steps if step.id == slot["id"])
            assert step.kind in GIVES_WAY
            assert less.after >= slot["shortest"]
            assert step.kind != "alone" or less.after >= 1


@given(moments())
def test_it_saves_enough_or_says_how_much_is_missing(moment):
    advice, behind = late(*moment), moment[3]
    saved = sum(less.saves for less in advice.changes)
    assert saved >= behind if advice.missing == 0 else saved + advice.missing == behind


@given(moments())
def test_nothing_is_cut_for_nothing(moment):
    advice, behind = late(*moment), moment[3]
    surplus = sum(less.saves for less in advice.changes) - behind
    for less in advice.changes:
        if less.kind in LEFT_OVER:
            assert less.saves > surplus, "all of it could stay"
            assert less.after + surplus < LEFT_OVER[less.kind] or surplus <= 0, "some of it could stay"
    last = [less.kind for less in advice.changes][-1:]
    assert all(less.saves > surplus for less in advice.changes if less.kind in last)


@given(moments())
def test_a_kind_gives_way_only_when_the_one_before_is_used_up(moment):
    one, at, minutes, _ = moment
    advice = late(*moment)
    latest = max((STAGES.index(less.kind) for less in advice.changes), default=0)
    for kind in set(STAGES[:latest]) - set(LEFT_OVER):
        all_of_it = {
            place
            for place, step in enumerate(steps(one))
            if place > at and step.kind == kind and minutes[place] > step.slot["shortest"]
        }
        assert all_of_it <= {less.place for less in advice.changes}


@given(moments())
def test_done_twice_it_changes_nothing_more(moment):
    one, at, minutes, _ = moment
    advice = late(*moment)
    for less in advice.changes:
        minutes[less.place] = less.after
    if advice.missing:
        assert late(one, at, minutes, advice.missing).changes == ()


def core():
    """The meeting of the build “core” for eight people, and the minutes of its steps."""
    (planned,) = answer(Wanted(build="core", people=8, start="18:00"), Group())
    one = meeting(planned.plan, planned.title)
    return one, [step.slot["minutes"] for step in steps(one)]


@pytest.mark.parametrize(
    ("at", "behind", "said"),
    [
        (0, 1, ["Use your time in hand. That saves 1 min."]),
        (0, 3, ["B2 Reach-out planner: leave out “Talk about it”. That saves 4 min."]),
        (
            7,
            10,
            [
                "B2 Reach-out planner: leave out “Talk about it”. That saves 4 min.",
                "B2 Reach-out planner: leave out “Say it aloud”. That saves 5 min.",
                "Use your time in hand. That saves 1 min.",
            ],
        ),
        (
            12,
            6,
            [
                "Use your time in hand. That saves 1 min.",
                "That still leaves 5 minutes. End later if everyone agrees, or keep a topic for the next meeting.",
            ],
        ),
        (
            13,
            4,
            [
                "Nothing more can go. End 4 minutes later if everyone agrees, or keep a topic for the next meeting.",
            ],
        ),
    ],
)
def test_what_it_says(at, behind, said):
    one, minutes = core()
    told = in_words(late(one, at, minutes, behind), one)
    assert sorted([*(change["says"] for change in told["changes"]), *filter(None, [told["then"]])]) == sorted(
        said
    )


def test_what_a_plan_made_shorter_gets_no_shorter():
    (planned,) = answer(Wanted(topics=("a1", "c1", "b2"), minutes=50, people=8, shorten=True), Group())
    changed = {(change.exercise.id, change.step): change.after for change in planned.plan.changes}
    one = meeting(planned.plan, planned.title)
    seen = 0
    for block, slot in steps(one):
        if (after := changed.get((block["exercise"], slot.get("id")))) is not None:
            assert slot["shortest"] == slot["minutes"] == after
            seen += 1
    assert seen


def test_the_words_of_the_time_are_plain():
    lab = words()["lab"]
    names = [name for name in lab if name.startswith(("late", "time", "agenda"))]
    said = [one for name in names for one in reading.sentences(str(lab[name]))]
    whole = [one for one in said if one.endswith((".", "?"))]
    assert len(whole) > 8
    assert reading.grade(whole) <= 6.0
    assert [one for one in whole if len(reading.words(one)) > 20] == []

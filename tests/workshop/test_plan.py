"""The planner: whatever is asked, the numbers add up, what protects people stays, and more time gives more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exercises
from workshop.group import Group
from workshop.plan.agenda import clock
from workshop.plan.blocks import TALK
from workshop.plan.builds import PAUSES, builds, items, topics
from workshop.plan.changes import smallest
from workshop.plan.notes import bring, copies, notes
from workshop.plan.planner import plan
from workshop.plan.times import minutes, shortest, whole
from workshop.plan.timetable import Ask, Change, Pause, Plan, Refusal

GIVES_WAY = {"pairs", "alone", "second"}
GROUPS = st.builds(
    Group,
    setting=st.sampled_from(["in person", "online", "hybrid"]),
    partners_or_family=st.sampled_from(["no", "yes", "not sure"]),
    needs=st.lists(st.sampled_from(["interpreter", "scribe"]), unique=True).map(tuple),
)
CHOSEN = st.lists(st.sampled_from(list(topics())), min_size=1, max_size=6, unique=True).flatmap(
    lambda codes: st.lists(
        st.sampled_from(["", "break", "break:15", "lunch"]), min_size=len(codes), max_size=len(codes)
    ).map(lambda pauses: items(word for pair in zip(codes, pauses, strict=True) for word in pair if word))
)
ASKS = st.builds(
    Ask,
    people=st.integers(2, 24),
    minutes=st.integers(46, 480),
    items=CHOSEN,
    start=st.none() | st.times(),
    group=GROUPS,
)


def made(ask):
    """The plan for what is asked, with the changes it takes; None where no changes are enough."""
    found = plan(ask)
    if isinstance(found, Refusal) and found.changes:
        found = plan(ask, found.changes)
        assert isinstance(found, Plan), "the changes that a refusal offers make it fit"
    return found if isinstance(found, Plan) else None


def led(found):
    """The minutes of what is led, how many steps there are, and the minutes of talk after the topics."""
    slots = [slot for block in found.blocks for slot in block.slots]
    topic = [slot for slot in slots if slot.id != "talk"]
    return sum(slot.minutes for slot in topic), len(topic), sum(slot.minutes for slot in slots)


@given(ASKS)
def test_never_over_time_and_every_number_adds_up(ask):
    found = made(ask)
    if not found:
        return
    at = 0
    for block in found.blocks:
        assert block.begins == at
        for slot in block.slots:
            assert slot.begins == at
            assert slot.minutes >= 1
            at += slot.minutes
        at = at if block.slots else at + block.minutes
        assert at == block.begins + block.minutes
    assert at == ask.minutes


@given(ASKS)
def test_never_drops_a_protected_step(ask):
    found = made(ask)
    if not found:
        return
    people = found.people
    for block in found.blocks:
        if not block.exercise:
            continue
        slots = {slot.id: slot.minutes for slot in block.slots}
        planned = minutes(block.exercise, people, ask.group)
        for step, long in zip(block.exercise.steps, planned, strict=True):
            if block.kind != "topic" or step.kind not in GIVES_WAY:
                assert slots[step.id] == long
            if step.kind == "alone":  # here people hear that they may skip
                assert slots[step.id] >= 1


@given(ASKS)
def test_the_order_is_kept_between_opening_and_closing(ask):
    found = made(ask)
    if not found:
        return
    assert (found.blocks[0].exercise.id, found.blocks[-1].exercise.id) == ("arriving", "leaving")
    middle = [block for block in found.blocks[1:-1] if block.kind != "hand"]
    wanted = [item.kind if isinstance(item, Pause) else item.id for item in ask.items]
    assert [block.exercise.id if block.exercise else block.kind for block in middle] == wanted
    assert [block.minutes for block in middle if not block.exercise] == [
        item.minutes for item in ask.items if isinstance(item, Pause)
    ]


@given(ASKS, st.integers(1, 60))
def test_more_minutes_never_give_less(ask, more):
    less, longer = made(ask), made(replace(ask, minutes=ask.minutes + more))
    if less:
        assert longer
        assert all(a <= b for a, b in zip(led(less), led(longer), strict=True))


@given(ASKS)
def test_the_same_question_has_the_same_answer(ask):
    assert plan(ask) == plan(replace(ask))


@given(ASKS)
def test_a_refusal_says_what_it_would_take(ask):
    found = plan(ask)
    if isinstance(found, Plan):
        return
    assert found.why == "too_long"
    assert isinstance(plan(replace(ask, minutes=found.facts["needs"])), Plan)
    assert isinstance(plan(replace(ask, minutes=found.facts["needs"] - 1)), Refusal)
    assert made(replace(ask, minutes=max(46, found.facts["least"])))
    if not found.changes:
        assert ask.minutes < found.facts["least"]
    for one in found.changes:  # none of them is there for nothing
        if kind_of(one) == kind_of(found.changes[-1]):
            fewer = tuple(other for other in found.changes if other is not one)
            assert isinstance(plan(ask, fewer), Refusal)


def kind_of(change):
    return next(step.kind for step in change.exercise.steps if step.id == change.step)


@pytest.mark.parametrize("people", [4, 8, 12])
@pytest.mark.parametrize("name", list(builds()))
def test_every_build_fits_as_it_is(name, people):
    build = builds()[name]
    for names in build.for_people(people):
        ask = Ask(people=people, minutes=build.minutes, items=items(names))
        assert isinstance(plan(ask), Plan), names


def test_the_builds_are_those_of_the_field_guide():
    shown = {
        name: [" ".join(re.sub(":.*", "", item) for item in one) for one in build.meetings]
        for name, build in builds().items()
    }
    assert {name: build.minutes for name, build in builds().items()} == {
        "taster": 45, "core": 60, "standard": 90, "support": 90, "long": 120, "day": 360, "course-6": 90, "course-9": 60,
    }  # fmt: skip
    assert shown["taster"] == ["a3 b6"]
    assert shown["long"] == ["a1 b2 break c1 c4"]
    assert shown["day"][0].split().count("break") == 2
    assert shown["day"][0].split().count("lunch") == 1
    for course, meetings in (("course-6", 6), ("course-9", 9)):
        every = " ".join(shown[course]).split()
        assert len(shown[course]) == meetings
        assert sorted(every) == sorted(topics())


def test_over_eight_people_a_taster_has_one_topic():
    assert [builds()["taster"].for_people(people) for people in (8, 9)] == [[["a3", "b6"]], [["a3"]]]


def test_over_twelve_people_make_circles():
    found = plan(Ask(people=13, minutes=90, items=items(["a1"])))
    assert (found.circles, found.people, copies(found)) == (2, 7, 15)
    assert ("circles", {"circles": 2, "people": 7}) in list(notes(found))


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        ({"people": 31}, "many"),
        ({"people": 1}, "few"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 5000}, "minutes"),
        ({"minutes": 7}, "too_long"),
        ({"items": items(["break"])}, "nothing"),
        ({"items": items(["a1", "b1", "a1"])}, "twice"),
        ({"items": items(["a4"]), "minutes": 45}, "deep"),
    ],
)
def test_what_cannot_be_planned_is_refused(ask, why):
    usual = Ask(people=8, minutes=90, items=items(["a1"]))
    assert plan(replace(usual, **ask)).why == why


def test_pair_shares_go_first_then_time_alone_gets_shorter_then_second_scenarios_go():
    ask = Ask(people=8, minutes=69, items=items(["a1", "c1", "b2"]))  # all of it takes 69

    def kinds(too_long):
        return [
            (kind_of(one), one.exercise.code) for one in plan(replace(ask, minutes=69 - too_long)).changes
        ]

    assert isinstance(plan(ask), Plan)
    assert kinds(1) == [("pairs", "B2")]
    assert kinds(15) == [("pairs", code) for code in ("A1", "C1", "B2")]
    assert kinds(18) == [*kinds(15), ("alone", "B2")]
    assert kinds(24) == [*kinds(15), ("alone", "A1"), ("alone", "B2"), ("second", "C1")]
    assert kinds(25) == []
    assert [one.code for one in plan(replace(ask, minutes=69 - 25)).fitting] == ["A1"]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(1, 40))
def test_the_changes_are_the_fewest_and_among_those_the_least(saves, too_long):
    topic = exercises.load("support_rings")
    stage = [Change(topic, str(at), one, 0) for at, one in enumerate(saves)]
    found = smallest([stage], too_long)
    subsets = [[one for at, one in enumerate(saves) if pick >> at & 1] for pick in range(2 ** len(saves))]
    enough = [(len(some), sum(some)) for some in subsets if sum(some) >= too_long]
    assert (found and (len(found), sum(one.saves for one in found))) == (min(enough) if enough else None)


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def test_time_alone_gets_as_short_as_the_scripts_say():
    seen = 0
    for exercise in topics().values():
        for face in (exercise, exercise.made_safer()):
            for step in face.steps:
                said = re.search(r"(?:Take|Write for) (\w+) minutes", step.if_short)
                if said and step.kind in {"alone", "pairs"}:
                    assert shortest(step, int(step.fixed_min)) == NUMBERS[said[1]], (exercise.id, step.id)
                    seen += 1
    assert seen > 8


def test_only_what_a_script_leaves_out_is_left_out():
    for exercise in topics().values():
        for step in (*exercise.steps, *exercise.safer.steps):
            if step.kind in {"pairs", "second"}:
                left_out = step.if_short.startswith("Leave this step out")
                assert (shortest(step, 5) == 0) == left_out, (exercise.id, step.id)


@given(st.lists(st.floats(0.25, 30), min_size=1, max_size=8))
def test_whole_minutes_add_up(exact):
    parts = whole(exact)
    assert all(abs(part - one) < 1 or part == 1 for part, one in zip(parts, exact, strict=True))
    assert sum(parts) >= round(sum(exact), 6)
    assert sum(parts) <= max(len(exact), sum(exact) + 1) or any(one < 1 for one in exact)


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        (Group(), [3, 8, 5, 2]),
        (Group(setting="hybrid"), [3, 8, 5, 2]),
        (Group(setting="online"), [4, 10, 6, 2]),
        (Group(needs=("interpreter",)), [4, 8, 6, 3]),
        (Group(needs=("scribe",)), [3, 10, 5, 2]),
    ],
)
def test_what_takes_more_time_gets_it(group, wanted):
    assert minutes(exercises.load("support_rings"), 8, group) == wanted


def test_in_safer_mode_nobody_is_paired_where_it_could_harm():
    ask = Ask(
        people=8, minutes=120, items=items(["a4", "c1", "c2"]), group=Group(partners_or_family="not sure")
    )
    found = plan(ask)
    assert "pairs" not in {slot.speaks for block in found.blocks for slot in block.slots}
    assert ("safer", {}) in list(notes(found))


def test_what_is_left_over_goes_to_talk_and_then_stays_in_hand():
    found = plan(Ask(people=8, minutes=90, items=items(["a1", "b2"])))
    assert [slot.minutes for block in found.blocks for slot in block.slots if slot.id == "talk"] == [
        TALK[-1]
    ] * 2
    assert [(block.kind, block.minutes) for block in found.blocks[-2:]] == [("hand", 19), ("closing", 7)]


def test_what_was_made_shorter_is_not_filled_with_talk():
    ask = Ask(people=8, minutes=32, items=items(["a1"]))  # all of it takes 33, and the pair share is 5
    found = plan(ask, plan(ask).changes)
    assert [(block.kind, block.minutes) for block in found.blocks] == [
        ("opening", 8), ("topic", 13), ("hand", 4), ("closing", 7),
    ]  # fmt: skip


def test_each_thing_to_bring_is_named_once():
    found = plan(Ask(people=8, minutes=90, items=items(["a1", "b2"])))
    assert len(bring(found)) == len(set(bring(found)))
    assert set(exercises.load("support_rings").bring) <= set(bring(found))


@pytest.mark.parametrize(
    ("start", "after", "shown"),
    [(time(18, 30), 45, "19:15"), (time(23, 30), 45, "00:15"), (None, 75, "1:15"), (time(0), 5, "00:05")],
)
def test_the_clock(start, after, shown):
    assert clock(start, after) == shown


def test_a_pause_is_as_long_as_it_says():
    assert items(["break", "BREAK:15", "lunch"]) == (PAUSES["break"], Pause("break", 15), PAUSES["lunch"])

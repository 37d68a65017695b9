"""B3: fear is asked about first and stops the walk, every door is reached, and nobody's own life is asked for."""

import pytest
from conftest import filled

import exercises
from exercises.parts import Branches, Choice, Hints, Sentence, Ticks, within
from workshop.lines import lines_for

DOOR = filled("which_door")
SAFER = DOOR.made_safer()
TREE = DOOR.part(Branches, "tree")
NODES = {node.id: node for node in TREE.nodes}


def walk(path, story=0, exercise=DOOR):
    step = [step.id for step in exercise.steps].index("walk")
    return {
        part["kind"]: part
        for part in exercise.respond({"step": step, "tree.path": path, "which": story})["parts"]
    }


def ways(node="fear", before=()):
    """Every way through the tree, as the options taken and the end it comes to."""
    if not NODES[node].options:
        yield before, node
    for number, option in enumerate(NODES[node].options):
        yield from ways(option.to, (*before, number))


def test_fear_control_and_harm_are_asked_about_before_anything_else():
    first = walk("")["branches"]["text"]
    assert all(word in first for word in ("afraid of", "controlled by", "hurt by"))
    assert all(way[0] == 1 for way, end in ways() if end != "private")


def test_a_yes_or_a_doubt_stops_at_private_help_with_the_hotline():
    assert "not sure" in TREE.nodes[0].options[0].label
    stop = walk("0")["branches"]
    assert "Joint therapy is not the first step" in stop["text"]
    assert "private help" in stop["text"]
    assert lines_for("US").short("home_violence") in stop["text"]
    assert stop["options"] == []


def test_every_other_door_is_reached_and_none_twice():
    ends = [end for _, end in ways()]
    assert sorted(ends) == sorted({"private", "wait", "alone", "mediation", "couples", "family"})
    assert {node.id for node in TREE.nodes if not node.options} == set(ends)
    for end in set(ends) - {"private"}:
        assert "Good side:" in NODES[end].text
        assert "Hard side:" in NODES[end].text


def test_the_way_is_shown_and_leads_back():
    at = walk("1,1")["branches"]
    assert at["crumbs"] == ["No, nobody is afraid", "No, it goes on"]
    assert at["text"] == NODES["one"].text
    assert walk(at["back"]["sets"]["tree.path"])["branches"]["text"] == NODES["small"].text
    assert walk(at["again"]["sets"]["tree.path"])["branches"]["crumbs"] == []


@pytest.mark.parametrize(("story", "name"), [(0, "Maya"), (1, "Amal"), (2, "Linh")])
def test_one_story_at_a_time(story, name):
    shown = walk("", story)["sentence"]["text"]
    assert name in shown
    assert sum(other in shown for other in ("Maya", "Amal", "Linh")) == 1


def test_a_story_that_is_not_there_is_the_first():
    assert walk("", -1)["sentence"] == walk("", 7)["sentence"] == walk("")["sentence"]


@pytest.mark.parametrize("face", [DOOR, SAFER])
def test_there_is_a_story_for_every_choice(face):
    assert len(face.part(Choice, "which").options) == len(face.part(Sentence, "story").versions)


def ask(*questions, exercise=DOOR):
    step = [step.id for step in exercise.steps].index("questions")
    answers = {"step": step} | dict.fromkeys(questions, True)
    return next(part for part in exercise.respond(answers)["parts"] if part["kind"] == "hints")["items"]


def test_each_question_has_what_to_listen_for():
    work, safety = DOOR.part(Ticks, "ask_work").options, DOOR.part(Ticks, "ask_safety").options
    assert len(work) == len(safety) == 4
    assert len(DOOR.part(Hints, "listen").versions) == 8
    assert ask() == []
    assert [said.split(":")[0] for said in ask("ask_work.0", "ask_safety.0", "ask_safety.2")] == [
        "**License",
        "**Safety",
        "**Secrets",
    ]
    assert ask("ask_safety.3", exercise=SAFER)[0].startswith("**Stopping")


def test_the_sheet_asks_the_same_eight_questions():
    printed = str(DOOR.worksheet()["sheet"])
    for question in (*DOOR.part(Ticks, "ask_work").options, *DOOR.part(Ticks, "ask_safety").options):
        assert question in printed
        assert question in str(SAFER.worksheet()["sheet"])


@pytest.mark.parametrize("face", [DOOR, SAFER])
def test_nobody_is_asked_whether_it_is_about_them(face):
    said = str([[step.say, step.do, step.screen] for step in face.steps] + [face.sheet]).lower()
    for asked in ("apply to you", "is it you", "your partner", "your own relationship", "has this happened"):
        assert asked not in said


@pytest.mark.parametrize("face", [DOOR, SAFER])
def test_it_ends_with_one_list_for_everyone_and_a_calm_minute(face):
    shown = face.respond({"step": len(face.steps) - 1})["parts"]
    assert [part["kind"] for part in shown] == ["help_lines", "section"]
    assert shown[1]["title"] == "A calm minute"
    places = next(part for part in within(face.steps[-1].screen) if hasattr(part, "ids"))
    assert "home_violence" in places.ids
    assert (
        places.ids[0] != "home_violence"
    )  # one line of many, so that it says nothing about who holds the list
    assert "Never leave this out" in face.steps[-1].if_short


def test_in_safer_mode_the_group_only_walks_two_stories_and_nobody_votes():
    assert [step.id for step in SAFER.steps] == ["explain", "walk", "questions", "places"]
    assert SAFER.minutes(8) == DOOR.minutes(8) == 15
    said = str(SAFER.steps) + str(SAFER.sheet)
    for gated in ("Linh", "Pick any one door", "What is good about it?", "thumb up"):
        assert gated in str(DOOR.steps) + str(DOOR.sheet)
        assert gated not in said
    assert "Take no votes" in said
    assert {step.kind for step in SAFER.steps}.isdisjoint({"alone", "pairs"})
    assert not [
        part for part in within(SAFER.sheet) if isinstance(part, Ticks)
    ]  # no mark to be found at home


def test_the_hotline_is_no_headline_on_the_sheet_to_take_home():
    for exercise in (exercises.load("which_door"), exercises.load("which_door").made_safer()):
        assert "home_violence" not in str(exercise.worksheet()["sheet"])

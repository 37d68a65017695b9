"""The planning board: what a facilitator fills in becomes the group's facts, a plan, and a notebook."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from exercises.answers import text
from exercises.board import Action
from exercises.exercise import Exercise
from exercises.parts import Answers, Choice, Found, Pick, Rows, Times, Words, Write
from workshop.errors import KitError
from workshop.group import FILE_NAME, Group
from workshop.group_edit import edited, save_group, text_of
from workshop.group_file import group_in
from workshop.plan.agenda import change_in_words, reason, topic
from workshop.plan.answer import Looked, Planned, answer, look
from workshop.plan.builds import builds, topics
from workshop.plan.filled_in import facts, wanted
from workshop.plan.meeting import meeting
from workshop.plan.storing import When, store_meetings
from workshop.plan.timetable import Plan
from workshop.words import words

Rule = Callable[[Exercise, Answers], Mapping[str, Found]]


def equipped(exercise: Exercise, file: str) -> Exercise:
    """The exercise with all that can be planned in its menus, and with a rule that plans.

    Args:
        exercise: the planning exercise as the library has it.
        file: the text of the group's file, for what it says besides the facts on the board.
    """
    said = words()["plan"]
    menus = {
        "build": [said["ready"].format(name=one.name, minutes=one.minutes) for one in builds().values()],
        "topic": [topic(one) for one in topics().values()],
    }

    def fuller(part: Any) -> Any:
        if isinstance(part, Choice) and part.id in menus:
            return dataclasses.replace(part, options=(*part.options, *menus[part.id]))
        if isinstance(part, Rows):
            return dataclasses.replace(part, columns=tuple(map(fuller, part.columns)))
        return part

    steps = [dataclasses.replace(step, screen=tuple(map(fuller, step.screen))) for step in exercise.steps]
    return dataclasses.replace(exercise, steps=tuple(steps), rule=_rule(file))


def actions(exercise: Exercise, folder: Path, meetings: Path) -> dict[str, Action]:
    """What the buttons do.

    Args:
        exercise: the planning exercise, equipped.
        folder: where the group's file lies.
        meetings: where the notebooks of meetings lie.
    """

    def save(answers: Answers) -> str:
        save_group(folder, facts(exercise, answers))
        return str(words()["plan"]["saved"])

    def store(answers: Answers) -> str:
        made = answer(wanted(exercise, answers), _group(exercise, answers, text_of(folder)))
        called, day = (text(answers, exercise.part(Write, name)) for name in ("called", "day"))
        stored, _ = store_meetings(made, called or None, meetings, When(day) if day else None)
        said = words()["plan"]
        kept = [said["beside"].format(old=one.kept.name) for one in stored if one.kept]
        return " ".join([*kept, said["stored"].format(path=stored[0].path)])

    return {
        "save_group": _one_sentence(save),
        "save_lines": _one_sentence(save),
        "store": _one_sentence(store),
    }


def _one_sentence(action: Action) -> Action:
    """The same action; what is wrong with the answers is what it says."""

    def careful(answers: Answers) -> str:
        try:
            return action(answers)
        except KitError as error:
            return str(error)

    return careful


def _group(exercise: Exercise, answers: Answers, file: str) -> Group:
    """The group that the file tells of, with the facts on the board."""
    return group_in(edited(file, facts(exercise, answers)), FILE_NAME)


def _rule(file: str) -> Rule:
    """The rule of the board: what it shows for the answers. It reads nothing and stores nothing."""

    def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
        try:
            asked = wanted(exercise, answers)
            if not (asked.topics or asked.build):
                return {"plan": Pick("none")}
            group = _group(exercise, answers, file)
            first = next(look(asked, group))
        except KitError as error:
            return {"plan": Pick("refused", {"why": str(error)})}
        if isinstance(first.plan, Plan):
            return _shown(first, first.plan)
        changes = Words(tuple(map(change_in_words, first.plan.changes)))
        return {"plan": Pick("refused", {"why": reason(first.plan, group)}), "fits": changes}

    return rule


def _shown(first: Looked, plan: Plan) -> Mapping[str, Found]:
    """The agenda and what to know, as the parts of the board have it."""
    told = meeting(plan, first.title)
    rows = [row for block in told["blocks"] for row in _rows(block)]
    return {
        "plan": Pick("course" if first.of > 1 else "made", {"head": Planned(*first[:3], plan).head}),
        "timetable": Times(tuple(rows)),
        "bring": Words(tuple(told["bring"])),
        "know": Words((*told["shorter"], *told["know"])),
    }


def _rows(block: Mapping[str, Any]) -> Iterator[tuple[str, int, str, str]]:
    """The steps of a block as rows of the timetable; the block itself where it has none."""
    for slot in block["slots"]:
        step = words()["plan"]["of_topic"].format(topic=block["name"], step=slot["name"])
        yield slot["at"], slot["minutes"], step, slot["who"]
    if not block["slots"]:
        yield block["at"], block["minutes"], block["name"], ""

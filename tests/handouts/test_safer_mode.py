"""Safer mode: what only the usual face of an exercise says is in no safer handout and no safer guide."""

from __future__ import annotations

from pathlib import Path

from conftest import TODAY
from paper import pages_of

from exercises.paper import MIME
from exercises.setting import Setting
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.printing import print_notebook

MUST_CHANGE = {"A4", "B3", "C1", "C2", "C4", "C5"}
"""Field guide, 2.3: the exercises that change when partners or family may be in the room."""


def texts(value):
    """Every string in nested data that a person would read."""
    if isinstance(value, str):
        return {value} if " " in value and not value.startswith("<svg") else set()
    if isinstance(value, dict):
        return {text for one in value.values() for text in texts(one)}
    return {text for one in value for text in texts(one)} if isinstance(value, (list, tuple)) else set()


def letters(text):
    return "".join(filter(str.isalnum, text))


def gated(exercise):
    """What the usual face says and the safer one does not, as runs of letters."""
    usual, safer = exercise.worksheet(), exercise.made_safer().worksheet()
    kept = letters(
        " ".join(texts([safer["sheet"], safer["steps"], safer["remember"], safer["guide"], safer["goal"]]))
    )
    said = texts([usual["sheet"], usual["steps"], usual["remember"]])
    return {
        text
        for text in fill(sorted(said), lines_for("US"))
        if letters(text) not in letters(fill(kept, lines_for("US")))
    }


def test_the_exercises_that_must_change_do(exercise):
    assert (exercise.made_safer() is not exercise) == (exercise.code in MUST_CHANGE)


def test_no_gated_words_are_printed(gated_exercise, audience, poppler):
    exercise = gated_exercise
    cells = [
        {"cell_type": "markdown", "source": "# Alone"},
        {"cell_type": "code", "outputs": [{"data": {MIME: exercise.worksheet()}}]},
    ]
    made = {
        safer: letters(
            " ".join(
                pages_of(
                    print_notebook(
                        {"cells": cells},
                        Path("a.ipynb"),
                        audience,
                        Group(partners_or_family="yes" if safer else "no"),
                        TODAY,
                    ).pdf,
                    "-raw",
                )
            )
        )
        for safer in (True, False)
    }
    words = [letters(text) for text in gated(fill(exercise, lines_for("US")))]
    assert words
    assert [text for text in words if text in made[True]] == []
    assert any(text in made[False] for text in words), (
        "the test looks for words that are never printed at all"
    )


def test_no_gated_words_are_on_the_screen(gated_exercise):
    exercise = gated_exercise
    safer = exercise.made_safer()
    shown = [texts(safer.respond({"step": place}, Setting())["parts"]) for place in range(len(safer.steps))]
    names = {step.name for step in exercise.steps} - {step.name for step in safer.steps}
    assert not {name for name in names if any(name in text for screen in shown for text in screen)}


def test_both_faces_are_in_one_worksheet_and_the_printer_chooses(exercise):
    stored = exercise.worksheet()
    assert (stored["safer"] is not None) == (exercise.code in MUST_CHANGE)

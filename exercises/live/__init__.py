"""The live form: what the board draws, worked out from the exercise and the answers alone.

`view` returns everything that is on the screen as plain data. The board only draws it, so every
behavior can be tested without a browser. A button carries the answers it would set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercises.live import controls, games, words  # noqa: F401 - each registers how its parts are drawn
from exercises.live.scene import Block, Scene, button, draw

if TYPE_CHECKING:
    from exercises.exercise import Exercise
    from exercises.parts import Answers
    from exercises.setting import Setting

__all__ = ["STEP", "Block", "Scene", "draw", "view"]

STEP = "step"
"""The answer that holds which step the group is at."""


def view(exercise: Exercise, answers: Answers, setting: Setting) -> Block:
    """Everything on the screen for these answers: the step, its parts, and the buttons to go on."""
    scene = Scene(answers, exercise.rule(exercise, answers), setting)
    last = len(exercise.steps) - 1
    at = scene.number(STEP, 0, last)
    step = exercise.steps[at]
    following = exercise.steps[at + 1].name if at < last else ""
    return {
        **{name: getattr(exercise, name) for name in ("code", "section", "title")},
        "step": {"name": step.name, "id": step.id, "place": scene.say("step_of", n=at + 1, m=last + 1)},
        "parts": [draw(part, scene) for part in step.screen],
        "opt_out": exercise.opt_out,
        "script": [
            [scene.say(f"script_{name}"), list(getattr(step, name))] for name in ("say", "do", "watch_for")
        ]
        + [[scene.say("script_if_short"), [step.if_short]]],
        "back": button(scene.say("back"), {STEP: at - 1}) if at > 0 else None,
        "next": button(scene.say("next_step", step=following), {STEP: at + 1}) if following else None,
    }

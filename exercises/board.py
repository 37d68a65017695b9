"""The board: the one widget that every live exercise is shown on.

What the group types travels as messages and is held in memory only. It is never a synced trait,
so that not even "Save Widget State" can write it into a notebook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from exercises.exercise import Exercise
from exercises.paper import MIME
from exercises.parts import Answer
from exercises.setting import Setting

PAGE = Path(__file__).parent / "page"
"""What the browser is given: three small files that make one module, and a style sheet."""
MOST_ANSWERS = 500
"""More than any exercise has controls: a bound on what one message may make us keep."""

Views = list[dict[str, Any]]
"""What is on the screen, step by step."""
Printer = Callable[[Views, Views, str], bytes]
"""Makes a PDF from the screens as they are, and as they were before anybody had put something in: of
the poster of that name, or of the whole board where the name is empty."""
Action = Callable[[Mapping[str, Answer]], str]
"""Does something with the answers, and says in a sentence what came of it."""


@dataclass(frozen=True)
class Host:
    """What a board can ask of whoever shows it, and what is filled in on it at first."""

    printer: Printer | None = None
    """Makes the PDF of the board; without one, none is offered."""
    actions: Mapping[str, Action] = field(default_factory=dict)
    """What the buttons of this board ask for, by the id of each."""
    answers: Mapping[str, Answer] = field(default_factory=dict)


ALONE = Host()


class Board(anywidget.AnyWidget):
    """Draws one exercise and keeps its answers in memory, for as long as the kernel lives."""

    _esm = "\n".join(
        (PAGE / name).read_text(encoding="utf-8") for name in ("tools.js", "draw.js", "board.js")
    )
    _css = PAGE / "board.css"

    exercise_id = traitlets.Unicode().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    cards: Any = traitlets.List().tag(sync=True)
    """What to do when someone is not OK, at hand on every board."""
    opening = traitlets.Dict().tag(sync=True)
    """What is on the screen before anybody has answered."""
    prints = traitlets.Bool().tag(sync=True)
    """Whether there is a printer, so that the page can offer it."""

    def __init__(
        self,
        exercise: Exercise,
        setting: Setting,
        worksheet: dict[str, Any] | None = None,
        host: Host = ALONE,
    ) -> None:
        """Make the board of an exercise.

        Args:
            exercise: what is shown, with the numbers of help lines filled in.
            setting: the words and the help lines in use here.
            worksheet: what is stored for the printer, with help lines still named by their ids; the
                exercise's own, where nothing had to be filled in.
            host: what it can ask of whoever shows it.
        """
        self.exercise = exercise
        self.worksheet = worksheet or exercise.worksheet()
        self.setting = setting
        self.host = host
        self.answers: dict[str, Answer] = dict(host.answers)
        super().__init__(
            exercise_id=exercise.id,
            words=dict(setting.words),
            cards=[[title, list(steps)] for title, steps in setting.cards],
            opening=self._view(),
            prints=host.printer is not None,
        )
        self.on_msg(self.hear)

    def hear(self, _board: Board, message: dict[str, Any], _buffers: list[bytes]) -> None:
        """Take what the page says and answer with what the group sees next.

        A page that has just come up (`hello`) brings what it remembers. That counts only while this
        kernel knows nothing but what was filled in at first: so it is after it had to be started again.
        """
        if message.get("clear"):
            self.answers = {}
        changes = message.get("changes")
        if isinstance(changes, dict) and not (message.get("hello") and self.answers != self.host.answers):
            known = {str(key): told for key, told in changes.items() if isinstance(told, (str, int, bool))}
            self.answers = dict(list({**self.answers, **known}.items())[:MOST_ANSWERS])
        echo = {key: message.get(key) for key in ("hello", "from", "seq")}
        self.send({"answers": self.answers, "view": self._view(), **echo})
        if wanted := message.get("print"):
            self.send({"printed": True, **echo}, buffers=self._pdf(wanted if isinstance(wanted, str) else ""))
        act = message.get("do")
        if isinstance(act, str) and act in self.host.actions:
            self.send({"done": self._done(act), "act": act, **echo})

    def _pdf(self, wanted: str) -> list[bytes]:
        """The PDF of the board or of a poster, made in memory; nothing where it could not be made."""
        if self.host.printer is None:
            return []
        try:
            now, untouched = (self.exercise.screens(told, self.setting) for told in (self.answers, {}))
            return [self.host.printer(now, untouched, wanted)]
        except Exception:  # noqa: BLE001 - as below: a traceback could hold the group's words
            return []

    def _done(self, action: str) -> str:
        """What came of an action, in a sentence; the kind one where it went wrong."""
        try:
            return self.host.actions[action](self.answers)
        except Exception:  # noqa: BLE001 - as below
            return self.setting.say("trouble")

    def _view(self) -> dict[str, Any]:
        """What the group sees; a kind sentence where the exercise itself went wrong."""
        try:
            return self.exercise.respond(self.answers, self.setting)
        except Exception:  # noqa: BLE001 - whatever went wrong, the group never sees a traceback, nor its words in one
            return {"trouble": self.setting.say("trouble")}

    def __repr__(self) -> str:
        """One plain sentence: what a person sees before the board is up. It holds nothing typed."""
        return self.setting.say("opens_soon", title=self.exercise.title)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live board for JupyterLab, the worksheet for the printer, a sentence for everybody else."""
        shown = super()._repr_mimebundle_(**kwargs)
        data, metadata = shown if isinstance(shown, tuple) else (shown or {}, {})
        return {**data, "text/plain": repr(self), MIME: self.worksheet}, metadata

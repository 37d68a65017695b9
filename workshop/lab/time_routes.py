"""The time of a meeting, as the page asks the server: what it was before a reload, and what may go when late.

The page counts. The server only remembers, in memory, so that a reload and a second window find the
time again. It can be told nothing but numbers: no word of a group can get here.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, TypeVar

import msgspec
from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import ensure_async
from tornado.web import HTTPError, authenticated

from workshop.plan.late import in_words, late, steps
from workshop.plan.tonight import meeting_of

TIME_ROUTE = "/good-company/time"
LATE_ROUTE = "/good-company/late"
_LONGEST = 24 * 60
"""Minutes of a day: no step has more, and nobody is further behind."""
Minutes = Annotated[int, msgspec.Meta(ge=0, le=_LONGEST)]
T = TypeVar("T")


class Time(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a meeting is, as `timing.js` has it. Moments and spans are in milliseconds."""

    at: int
    minutes: list[Minutes]
    used: list[float]
    began: list[float]
    since: float
    started: float
    calm: Minutes
    hidden: bool
    changed: float


class Keep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The time of the meeting in a notebook, to be remembered."""

    path: str
    time: Time


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How late the meeting in a notebook is: the step that runs, the minutes of each, and those behind."""

    path: str
    at: int
    minutes: list[Minutes]
    behind: Annotated[int, msgspec.Meta(ge=1, le=_LONGEST)]


def told(body: bytes, kind: type[T]) -> T:
    """What the page tells, if it is what it should be.

    Raises:
        HTTPError: it is not.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise HTTPError(400, str(error)) from error


class TimeRoute(APIHandler):
    """Remembers the time of each meeting for as long as the server runs."""

    def initialize(self, times: dict[str, Time]) -> None:
        """Take the place where the times are remembered."""
        super().initialize()
        self.times = times

    @authenticated
    def get(self) -> None:
        """The time of the meeting in a notebook; null, where none was told."""
        self.finish(msgspec.json.encode(self.times.get(self.get_argument("path"))))

    @authenticated
    def put(self) -> None:
        """Remember a time. One that is older than what is known came too late."""
        kept = told(self.request.body, Keep)
        known = self.times.get(kept.path)
        if known is None or known.changed <= kept.time.changed:
            self.times[kept.path] = kept.time
        self.set_status(204)
        self.finish()


class LateRoute(APIHandler):
    """Says what may go when a meeting is late."""

    @authenticated
    async def post(self) -> None:
        """The smallest changes of what is still to come, in words."""
        asked = told(self.request.body, Late)
        contents: Any = self.contents_manager  # Jupyter gives it no types
        meeting = meeting_of((await ensure_async(contents.get(asked.path)))["content"])
        if meeting is None or len(asked.minutes) != len(steps(meeting)):
            raise HTTPError(400, "This notebook holds no meeting with that many steps.")
        self.finish(json.dumps(in_words(late(meeting, asked.at, asked.minutes, asked.behind), meeting)))

"""The calendar of a course: one file that a calendar program reads. It holds times, and no names at all."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from workshop.errors import KitError
from workshop.plan.answer import Planned
from workshop.words import words

WEEKLY = 7
"""Days from one meeting to the next, where nobody says."""
_OURS = uuid.UUID("5e2b8f1c-7d0a-4f0e-9b57-3d6c7d1f0a42")
"""What our events are told from others by."""


def days(made: Sequence[Planned], first: str, every: int) -> list[date]:
    """The day of each meeting.

    Args:
        made: the meetings.
        first: the day of the first one, as it was typed: 2026-12-03.
        every: days from one to the next, at least 1.

    Raises:
        KitError: the day is none, or the days are too few or too many.
    """
    said = words()["plan"]
    try:
        begin = date.fromisoformat(first)
        if every < 1:
            raise KitError(said["no_every"].format(every=every))
        return [begin + timedelta(days=every * place) for place in range(len(made))]
    except (ValueError, OverflowError) as error:
        raise KitError(said["no_day"].format(day=first)) from error


def calendar(made: Sequence[Planned], on: Sequence[date], name: str) -> bytes:
    """The calendar file (iCalendar, RFC 5545), with the times of wherever it is read.

    The same plan under the same name takes the place of the one before. An event says which meeting
    it is, and nothing of the group, the place or the topics: a calendar is seen by others.

    Raises:
        KitError: the plan has no start time.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - only a plan with a day needs it

    said = words()["plan"]
    whole = Calendar.new(prodid="-//Good Company//Workshop kit//EN")
    for one, day in zip(made, on, strict=True):
        ask = one.plan.ask
        if ask.start is None:
            raise KitError(said["no_start"])
        begins = datetime.combine(day, ask.start)
        whole.add_component(
            Event.new(
                summary=said["event" if one.of == 1 else "event_of"].format(n=one.number, m=one.of),
                start=begins,
                end=begins + timedelta(minutes=ask.minutes),
                uid=str(uuid.uuid5(_OURS, f"{name} {on[0]} {one.number}")),
                stamp=datetime.now(UTC),
            )
        )
    return bytes(whole.to_ical())

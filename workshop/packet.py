"""The packet of a planned meeting: found by its name, checked, and printed as two whole PDFs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

import exercises
import handouts
from exercises.library.leaving import EVERYONE
from handouts.agenda import Agenda
from handouts.packet import Packet, for_participants, for_the_facilitator
from handouts.settings import Audience, Printed
from workshop.errors import KitError
from workshop.files import is_there, meeting_called, read_notebook, write_whole
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import lines_for
from workshop.plan.tonight import meeting_of, sources_of
from workshop.printing import in_one_sentence, settings_for
from workshop.words import words

CARDS, DEBRIEF = "someone_is_not_ok", "after_the_meeting"
"""The exercises whose sheets the facilitator has in every meeting."""
ENDINGS: dict[Audience, str] = {"guide": ".facilitator.pdf", "participant": ".participants.pdf"}
"""How the file of each packet ends."""


def print_packet(
    options: argparse.Namespace, group: Group, today: date
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Print a planned meeting: where each PDF lies now, and the notes on it.

    Args:
        options: what was typed. `packet` is what the meeting is called, or where its notebook lies.
        group: the group. A meeting that was planned in safer mode is printed in it, whatever the group says.
        today: the day, for how fresh the numbers are.

    Raises:
        KitError: nothing was printed, and the message says why; or, at the end, only the facilitator's.
    """
    said = words()["packet"]
    name, folder = options.packet, options.output_dir
    if options.notebooks or options.guide:
        raise KitError(said["not_both"])
    if options.size or options.page_per_exercise or options.all_editions:
        raise KitError(said["normal_only"])
    if options.fillable:
        raise KitError(said["on_paper_only"])
    path = meeting_called(name) or Path(name)
    notebook, agenda = _planned(path, name)
    if group.safer and not agenda.safer and _has_safer_face(agenda):
        raise KitError(said["plan_safer"])
    if agenda.safer and not group.safer:
        group = replace(group, partners_or_family="yes")
    stop = group.safer and not group.safe_at_home
    around = sources_of({CARDS, DEBRIEF})
    packet = Packet(
        notebook=notebook,
        agenda=agenda,
        card=EVERYONE,
        cards=around[CARDS],
        debrief=around[DEBRIEF],
        words=words()["packet"],
        stop=stop,
    )
    for audience, made in _printed(packet, path, group, today).items():
        target = folder / f"{path.stem}{ENDINGS[audience]}"
        write_whole(target, made.pdf)
        yield target, made.notes
    if stop:
        old = folder / f"{path.stem}{ENDINGS['participant']}"
        raise KitError(" ".join([said["no_home_line"], *[said["stale"].format(path=old)] * old.exists()]))


def _planned(path: Path, name: str) -> tuple[Any, Agenda]:
    """The notebook of a meeting, and its agenda."""
    said = words()["packet"]
    if not is_there(path):
        raise KitError(said["no_plan"].format(name=name))
    notebook = read_notebook(path)
    meeting = meeting_of(notebook)
    if meeting is None:
        raise KitError(said["no_plan"].format(name=name))
    try:
        return notebook, msgspec.convert(meeting, Agenda)
    except msgspec.ValidationError as error:
        raise KitError(said["old_plan"].format(name=path.name)) from error


def _has_safer_face(agenda: Agenda) -> bool:
    """Whether safer mode changes a topic of the meeting, so that its steps on the agenda would be wrong."""
    named = set(exercises.names()).intersection(block.exercise for block in agenda.blocks if block.exercise)
    return any(exercises.load(name).made_safer() is not exercises.load(name) for name in named)


def _printed(packet: Packet, path: Path, group: Group, today: date) -> dict[Audience, Printed]:
    """Both PDFs, in memory; without the one for participants where something must be found first."""
    filled = fill(packet, lines_for(group.country, group.checked_on), group.role)
    makers: dict[Audience, Callable[[Packet, handouts.Settings], Printed]] = {"guide": for_the_facilitator}
    if not packet.stop:
        makers["participant"] = for_participants
    with in_one_sentence(path), ThreadPoolExecutor() as pool:
        making = {
            audience: pool.submit(make, filled, settings_for(path, audience, group, today))
            for audience, make in makers.items()
        }
        return {audience: made.result() for audience, made in making.items()}

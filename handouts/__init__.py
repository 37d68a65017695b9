"""What is printed: a notebook, as data, and settings go in; an accessible PDF comes out.

Nothing here runs code, reads the network or knows what an exercise is: it reads the worksheet that
the notebook stores (see contract.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from handouts.document import document, for_facilitator
from handouts.press import press
from handouts.settings import Audience, Crisis, HandoutError, Local, Paper, Printed, Settings, Size

if TYPE_CHECKING:
    from handouts.board import View

__all__ = [
    "Audience",
    "Crisis",
    "HandoutError",
    "Local",
    "Paper",
    "Printed",
    "Settings",
    "Size",
    "answers",
    "board_on_paper",
    "for_facilitator",
    "handout",
    "poster_on_paper",
]


def handout(notebook: object, settings: Settings) -> Printed:
    """The PDF of one notebook, and notes on what was replaced along the way.

    Args:
        notebook: the notebook as `json.load` returns it.
        settings: for whom, on which paper, in which words, with which help lines.

    Raises:
        HandoutError: it cannot be printed; the message is one sentence for a facilitator.
    """
    if settings.audience == "participant" and for_facilitator(notebook):
        message = "This notebook is for the facilitator only. Add --guide to print it."
        raise HandoutError(message)
    notes: list[str] = []
    data = document(notebook, settings, notes)
    if not settings.fillable:
        return press(data, notes)
    from handouts.fields import number  # noqa: PLC0415 - who prints to write on needs no fields
    from handouts.forms import make_fillable  # noqa: PLC0415 - pypdf and fontTools take longer than printing

    fields = number(data["sheets"], settings.words)
    printed = press(data, notes)
    return replace(printed, pdf=make_fillable(printed.pdf, fields))


def board_on_paper(
    views: Sequence[View], untouched: Sequence[View], settings: Settings, line: str
) -> Printed:
    """The PDF of a board with what a group has put in. Its words are in memory only, here and after.

    Args:
        views: what is on the screen, step by step.
        untouched: what is on the same screens before anybody has put something in.
        settings: on which paper, in which words, with which help lines.
        line: the line under the title, which says whose words these are.

    Raises:
        HandoutError: it cannot be printed.
    """
    from handouts.board import board  # noqa: PLC0415 - who prints a notebook needs no board

    return press(board(views, untouched, settings, line), [])


def poster_on_paper(views: Sequence[View], name: str, settings: Settings, line: str) -> Printed:
    """The PDF of a poster: what the group has chosen and added on one step, big, on one page.

    Args:
        views: what is on the screen, step by step.
        name: which poster; its button stands on one of the steps.
        settings: on which paper, in which words, with which help lines.
        line: the line under the title, which says when it was made.

    Raises:
        LookupError: no step has a poster of that name.
        HandoutError: it cannot be printed.
    """
    from handouts.poster import poster  # noqa: PLC0415 - as above

    return press(poster(views, name, settings, line), [])


def answers(filled: bytes) -> dict[str, dict[str, str | list[str]]]:
    """What somebody filled in, by worksheet and question; see filled.py.

    Raises:
        HandoutError: it is no handout that can be read back; the message is one sentence.
    """
    from handouts.filled import answers_in  # noqa: PLC0415 - pypdf takes longer than printing

    return answers_in(filled)

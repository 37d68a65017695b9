"""The screen: one board for each exercise, told about this group's country and words."""

from __future__ import annotations

from datetime import date
from functools import cache

import exercises
from exercises.board import Board, Host, Printer, Views
from exercises.parts import Deck
from exercises.setting import Setting
from workshop.files import MEETINGS, ROOT
from workshop.fill import fill
from workshop.group import Group, load_group
from workshop.lines import lines_for
from workshop.local import on_screen
from workshop.words import words

PLAN = "plan_a_meeting"
"""The exercise that needs more than its answers: the planner, and the group's file."""


@cache
def setting() -> Setting:
    """What every board is told: the words, the help lines of this country, the cards for a hard moment."""
    group = load_group(ROOT)
    lines = lines_for(group.country, group.checked_on)
    deck = exercises.load("someone_is_not_ok").part(Deck, "deck")
    cards = tuple((leaf.title, leaf.items) for leaf in fill(deck, lines, group.role).leaves)
    return Setting(words=words()["board"], lines=lines.cards(), local=on_screen(group), cards=cards)


@cache
def board(name: str) -> Board:
    """The board of an exercise: the same one each time, so that its answers are found again."""
    if name == PLAN:
        return _planning_board()
    group = load_group(ROOT)
    lines = lines_for(group.country, group.checked_on)
    exercise = exercises.load(name)
    shown = exercise.made_safer() if group.safer else exercise
    return Board(fill(shown, lines, group.role), setting(), exercise.worksheet(), Host(printer_for(group)))


def _planning_board() -> Board:
    """The board to plan on: the one that knows this group's file and stores something."""
    from workshop.group_edit import text_of  # noqa: PLC0415 - a light import for everybody who does not plan
    from workshop.plan.board import actions, equipped  # noqa: PLC0415
    from workshop.plan.filled_in import answers_for  # noqa: PLC0415

    group, exercise = load_group(ROOT), exercises.load(PLAN)
    shown = equipped(exercise, text_of(ROOT))
    host = Host(printer_for(group), actions(shown, ROOT, MEETINGS), answers_for(group))
    return Board(shown, setting(), exercise.worksheet(), host)


def printer_for(group: Group) -> Printer:
    """What makes the PDF of a board for this group; the printer itself loads when somebody prints."""

    def printer(views: Views, untouched: Views, poster: str) -> bytes:
        from workshop.printing import print_board, print_poster  # noqa: PLC0415 - a light import for everybody who does not print

        if poster:
            return print_poster(views, poster, group, date.today())  # noqa: DTZ011 - the facilitator's own day
        return print_board(views, untouched, group, date.today())  # noqa: DTZ011 - the facilitator's own day

    return printer

"""How a meeting is run by this group: what a notebook calls, and where screen and paper meet.

Importing this stays light: the command, the exporters and the exercises load when they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exercises.board import Board

__all__ = ["show"]


def show(name: str) -> Board:
    """The live board of one exercise: `show("support_rings")` as the last line of a cell.

    The same name gives the same board for as long as the kernel lives, so that a reload of the
    page or a second window finds the answers again.

    Raises:
        LookupError: there is no such exercise; the message says which there are.
    """
    from workshop.screen import board  # noqa: PLC0415 - a light import for everybody who does not show

    return board(name)

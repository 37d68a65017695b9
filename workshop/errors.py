"""What goes wrong in one plain sentence: the only kind of error a facilitator ever sees."""

from __future__ import annotations


class KitError(Exception):
    """Something that stops the work; the message says what happened and what to do."""

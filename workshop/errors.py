"""What goes wrong in one plain sentence: the only kind of error a facilitator ever sees."""

from __future__ import annotations


class KitError(Exception):
    """Something that stops the work; the message says what happened and what to do."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows of it: the sentence alone (this is IPython's own hook)."""
        return [str(self)]

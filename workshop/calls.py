"""The one form that a code cell of the kit has: it shows one exercise, and does nothing else."""

from __future__ import annotations

import re
from typing import Any

CALL = re.compile(r'from workshop import show; show\("([a-z0-9_]+)"\)')
"""The page holds the same form, in `workshop/lab/extension/static/start.js`; a test compares them."""


def called(cell: dict[str, Any]) -> str | None:
    """The exercise that a code cell shows; None where it is no code cell, or has any other form."""
    if cell.get("cell_type") != "code":
        return None
    call = CALL.fullmatch("".join(cell.get("source", "")).strip())
    return call[1] if call else None

"""Which notebook is meant by what somebody typed: a topic's code or name, a planned meeting, or a file."""

from __future__ import annotations

from pathlib import Path

from workshop.errors import KitError
from workshop.files import kit_notebooks, meeting_called


def find(wanted: str) -> Path:
    """The notebook that is meant. Whether a file that is named can be read shows when it is read.

    Raises:
        KitError: there is none; the message names what there is.
    """
    if wanted.endswith(".ipynb"):
        return Path(wanted)
    if (planned := meeting_called(wanted)) is not None:
        return planned
    everything = kit_notebooks()
    for path in everything:
        code, _, name = path.stem.partition("_")
        if wanted.lower() in (path.stem, code, name):
            return path
    if Path(wanted).parent != Path() or Path(wanted).exists():
        return Path(wanted)
    codes = ", ".join(path.stem.partition("_")[0] for path in everything)
    message = f"There is no topic “{wanted}”. Name one of these: {codes}. Or name a notebook file."
    raise KitError(message)

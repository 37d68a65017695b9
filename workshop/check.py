"""Check: what a facilitator looks at before a meeting, one line for each thing, and what to do about it.

Each check is a small function that returns a finding; the table CHECKS names them in their order.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from datetime import date
from pathlib import Path

from workshop.as_made import FONTS, fingerprint, made
from workshop.errors import KitError
from workshop.files import PDFS, ROOT, all_notebooks, read_notebook
from workshop.findings import Check, Finding, found, guarded
from workshop.group import Group, load_group
from workshop.lines import lines_for
from workshop.words import words

PARTS = ("jupyterlab", "ipykernel", "anywidget", "workshop.lab")
EXTENSION = Path("share", "jupyter", "labextensions", "good-company", "package.json")
ROOM_FOR_PDFS = 50_000_000
"""Bytes; all handouts and guides together are a tenth of that."""


def check(today: date) -> dict[str, Finding]:
    """Look at everything.

    Args:
        today: the facilitator's own day, which the age of the help lines is reckoned to.
    """
    return {name: guarded(look, today) for name, look in CHECKS.items()}


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _notebooks(_today: date) -> Finding:
    here, listed = all_notebooks(), {path: known for path, known in made().items() if path.suffix == ".ipynb"}
    if not here:
        return found("notebooks", "stop", "none")
    if not listed:
        return found("notebooks", "look", "unlisted")
    damaged, changed = [], []
    for path in here:
        try:
            now = fingerprint(path)
            if now != listed.get(path, now):
                changed.append(path)
        except KitError:
            damaged.append(path)
    missing = sorted(set(listed) - set(here))
    if damaged:
        return found("notebooks", "stop", "damaged", names=_names(damaged))
    if missing:
        return found("notebooks", "look", "missing", names=_names(missing))
    if changed:
        return found("notebooks", "look", "changed", names=_names(changed))
    return found("notebooks", "ok", "ok", n=len(here))


def _group_or_usual() -> Group:
    """The group; the usual one where its file is wrong, which a check of its own tells."""
    try:
        return load_group(ROOT)
    except KitError:
        return Group()


def _lines(today: date) -> Finding:
    group = _group_or_usual()
    lines = lines_for(group.country, group.checked_on)
    if not lines.known:
        return found("lines", "look", "none", country=group.country)
    old = lines.is_old(today)
    return found("lines", "look" if old else "ok", "old" if old else "ok", date=lines.date_line(today))


def _group(_today: date) -> Finding:
    try:
        load_group(ROOT)
    except KitError as error:
        return Finding("stop", str(error), words()["check"]["group"]["wrong_do"])
    return found("group", "ok", "ok" if (ROOT / "my_group.toml").exists() else "none")


def _jupyter(_today: date) -> Finding:
    missing = [name for name in PARTS if importlib.util.find_spec(name) is None]
    if not (Path(sys.prefix) / EXTENSION).is_file():
        missing.append("good-company")
    if missing:
        return found("jupyter", "stop", "missing", names=", ".join(missing))
    return found("jupyter", "ok", "ok")


def _sharing(_today: date) -> Finding:
    from workshop.lab.launcher import refuse_shared_editing  # noqa: PLC0415 - the same question, asked once

    refuse_shared_editing()
    return found("sharing", "ok", "ok")


def _browser(_today: date) -> Finding:
    from workshop.lab.browsers import browsers  # noqa: PLC0415

    there = browsers()
    if not there:
        return found("browser", "look", "none")
    return found("browser", "ok", "ok", browser=there[0].stem.replace("-", " ").capitalize())


def _fonts(_today: date) -> Finding:
    wrong = [
        path
        for path, known in made().items()
        if path.parent == FONTS and not (path.is_file() and fingerprint(path) == known)
    ]
    if wrong:
        return found("fonts", "look", "wrong", names=_names(wrong))
    return found("fonts", "ok", "ok")


def _printing(today: date) -> Finding:
    """Make a real handout, in memory only, and look whether PDFs have room."""
    from workshop.lab.notebooks import FIRST  # noqa: PLC0415
    from workshop.printing import print_notebook  # noqa: PLC0415

    print_notebook(read_notebook(FIRST), FIRST, "participant", _group_or_usual(), today)
    folder = next(one for one in PDFS.parents if one.exists())
    if shutil.disk_usage(folder).free < ROOM_FOR_PDFS:
        return found("printing", "look", "full")
    return found("printing", "ok", "ok")


def _room(_today: date) -> Finding:
    from workshop.lab.private_folder import in_memory, places  # noqa: PLC0415

    there = places()
    if not there:
        return found("room", "stop", "none")
    memory = in_memory(there[0])
    return found("room", "ok" if memory else "look", "memory" if memory else "disk")


CHECKS: dict[str, Check] = {
    "notebooks": _notebooks,
    "lines": _lines,
    "group": _group,
    "jupyter": _jupyter,
    "sharing": _sharing,
    "browser": _browser,
    "fonts": _fonts,
    "printing": _printing,
    "room": _room,
}
"""What is looked at, in this order; the names are in words.toml."""

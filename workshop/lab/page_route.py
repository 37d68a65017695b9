"""What the page asks the server: the words of the screen, the cards for a hard moment, the topics."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from tornado.web import authenticated

from workshop.files import all_notebooks, read_notebook
from workshop.screen import setting
from workshop.words import words

ROUTE = "/good-company/page"


class PageRoute(APIHandler):
    """Answers with everything at once, so that the page asks only when it opens."""

    @authenticated
    def get(self) -> None:
        """The page's words and cards; with `?topics=1` also what can be led."""
        root = Path(self.settings["server_root_dir"]).expanduser()
        told = {
            "words": words()["lab"]
            | {"not_ok": words()["board"]["not_ok"], "not_ok_first": words()["board"]["not_ok_first"]},
            "cards": [[title, list(items)] for title, items in setting().cards],
            "topics": topics(root) if self.get_argument("topics", "") else [],
        }
        self.finish(json.dumps(told))


def topics(root: Path) -> list[dict[str, Any]]:
    """Every notebook below a folder: its address there, and what it is called."""
    return [
        {"path": path.relative_to(root).as_posix(), "code": code_of(path), "title": title_of(path)}
        for path in all_notebooks(root)
    ]


def title_of(path: Path) -> str:
    """The first heading of a notebook."""
    first = "".join(read_notebook(path)["cells"][0]["source"])
    return first.partition("\n")[0].strip("# ")


def code_of(path: Path) -> str:
    """The code of a topic: `A1` for a1_support_rings.ipynb; nothing for the notebooks around the topics."""
    code = path.stem.partition("_")[0]
    return code.upper() if re.fullmatch("[a-z][1-9]", code) else ""

"""The door: who comes without the key of this meeting reads one sentence, in place of a form to log in."""

from __future__ import annotations

from html import escape

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler

from workshop.words import words

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<body style="font: 1.5rem/1.5 sans-serif; max-width: 32em; margin: 4em auto; padding: 0 1em">
<p>{sentence}</p>"""


class Door(JupyterHandler):
    """Stands where JupyterLab has its page to log in: nobody can, as the key comes with the window."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say no."""
        self.set_status(403)
        said = words()["lab"]
        self.finish(PAGE.format(title=escape(said["no_key_title"]), sentence=escape(said["no_key"])))

    post = get

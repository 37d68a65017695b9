"""The launcher: one meeting, from the first window to the last trace.

A private folder, a server that only this computer reaches, a window of its own; and at the end,
however it comes, everything is gone.
"""

from __future__ import annotations

import importlib.util
import json
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import KitError
from workshop.lab.browsers import open_window
from workshop.lab.lean import set_up
from workshop.lab.notebooks import FIRST, Say, whole_ones
from workshop.lab.private_folder import private_folder
from workshop.topics import find

STARTS_WITHIN = 60
"""Seconds that the server gets to come up."""
ENDS_WITHIN = 8
"""Seconds that the server gets to end its kernels."""
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Asks our own server, and never by way of a proxy: the key must not leave this computer."""


def open_meeting(wanted: str | None, say: Say, *, window: bool = True) -> None:
    """Open a notebook to lead a group from, and stay until the meeting is over.

    Args:
        wanted: a topic (`a1`, `support_rings`) or a notebook file; the opening, where it is None.
        say: tells the facilitator one line.
        window: whether to open a browser window; otherwise the address is said.

    Raises:
        KitError: the meeting cannot be opened; the message says what to do.
    """
    refuse_shared_editing()
    notebook = FIRST if wanted is None else find(wanted).resolve()
    notebooks = whole_ones(notebook, say)
    for ending in ("SIGINT", "SIGTERM", "SIGHUP"):  # each ends as Ctrl-C does, so that everything is wiped
        if hasattr(signal, ending):
            signal.signal(getattr(signal, ending), signal.default_int_handler)
    with suppress(KeyboardInterrupt), private_folder() as folder, _server(folder, notebooks) as server:
        name = next(name for name, path in notebooks.items() if path == notebook)
        server.start_kernel(name)
        _lead(server, folder, server.page(name), say, window=window)
    say("The meeting is closed. Everything that was typed is gone.")


def refuse_shared_editing() -> None:
    """Stop where collaboration is installed: it keeps the history of every word on the disk (measured).

    Raises:
        KitError: it is installed.
    """
    if importlib.util.find_spec("jupyter_server_ydoc") is not None:
        message = (
            "“jupyter-collaboration” is installed here. It stores what people type. "
            "Remove it first: uv pip uninstall jupyter-collaboration jupyter-server-ydoc"
        )
        raise KitError(message)


@dataclass(frozen=True)
class Server:
    """The server of this meeting: its process, where it is, and the key to it."""

    process: subprocess.Popen[bytes]
    url: str
    token: str

    def page(self, name: str) -> str:
        """The address at which a notebook opens."""
        return f"{self.url}lab/tree/{urllib.parse.quote(name)}?token={self.token}"

    def start_kernel(self, name: str) -> None:
        """Start the kernel of a notebook now, while the browser is still opening: a second less to wait."""
        kernel = {"path": name, "name": name, "type": "notebook", "kernel": {"name": "python3"}}
        self.ask("api/sessions", json.dumps(kernel).encode())

    def ask(self, route: str, data: bytes | None = None) -> None:
        """Ask the server something; OSError where it does not answer."""
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url + route, data, headers)  # noqa: S310 - our own server on this computer
        with DIRECT.open(request, timeout=STARTS_WITHIN) as answer:
            answer.read()


@contextmanager
def _server(folder: Path, notebooks: dict[str, Path]) -> Iterator[Server]:
    """A JupyterLab of our own. Its input is a line to us: when we are gone, it ends as well."""
    environment = set_up(folder, notebooks)
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-P", "-m", "workshop.lab.serve", str(folder)],
            env=environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C in the terminal is for us: we end the server
        )
    try:
        yield _ready(process, folder, log)
    finally:
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()


def _ready(process: subprocess.Popen[bytes], folder: Path, log: Path) -> Server:
    """Wait until the server says where it is."""
    said = folder / "runtime" / f"jpserver-{process.pid}.json"
    ends = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < ends:
        with suppress(OSError, ValueError):
            told = json.loads(said.read_text(encoding="utf-8"))
            server = Server(process, told["url"], told["token"])
            server.ask("api/status")  # it says where it is a moment before it listens
            return server
        time.sleep(0.02)
    last = log.read_text(encoding="utf-8", errors="replace").strip().rpartition("\n")[2]
    message = f"JupyterLab did not start. It said: {last or 'nothing'}. Close other programs, and try again."
    raise KitError(message)


def _lead(server: Server, folder: Path, address: str, say: Say, *, window: bool) -> None:
    """Open the window, and stay while it is open and the server lives."""
    opened = open_window(folder, address) if window else None
    if opened:
        say("Good Company is open in a window of its own. Close that window when the meeting is over.")
    elif window and webbrowser.open(address):
        say(
            "Good Company is open in your usual browser. It may remember what is typed: Chrome, Edge or "
            "Firefox in its usual place would get a private window.\n"
            "When the meeting is over, choose More, End the meeting. Or press Ctrl-C here."
        )
    else:
        say(f"Open this address in a private browser window:\n  {address}\nPress Ctrl-C here to end.")
    try:
        while server.process.poll() is None and not (opened and opened.poll() is not None):
            time.sleep(0.2)
    finally:
        if opened:
            opened.terminate()
            with suppress(subprocess.TimeoutExpired):
                opened.wait(3)

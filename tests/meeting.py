"""A meeting for a test: `workshop open` in a process of its own, with a home and a memory of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psutil

COMMAND = [sys.executable, "-c", "import sys; from workshop.command import main; sys.exit(main())", "open"]
SOON = 15
"""Seconds that everything gets to be gone."""


@contextmanager
def begun(folder, *words, within=(), **environment):
    """The process of a meeting; `memory` is the one folder in which it may make its private one."""
    memory = folder / "memory"
    memory.mkdir(exist_ok=True)
    told = {**os.environ, "XDG_RUNTIME_DIR": str(memory), "HOME": str(folder / "home"), **environment}
    process = subprocess.Popen(
        [*within, *COMMAND, *words], env=told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    process.memory = Path(told["XDG_RUNTIME_DIR"])
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def address_from(process):
    """Where a meeting says it is, and the key to it."""
    for line in process.stdout:
        if found := re.search(r"(http://127\.0\.0\.1:\d+/)\S*token=(\w+)", line):
            return found[1], found[2]
    raise AssertionError("the meeting said no address")


@dataclass
class Meeting:
    """A meeting that runs: its process (with the folder of its memory), where it is, and the key to it."""

    process: subprocess.Popen
    url: str
    token: str

    def page(self, name):
        """The address at which a notebook opens, in a workspace of its own: else the tests would share tabs."""
        return f"{self.url}lab/workspaces/{uuid4().hex}/tree/{name}?token={self.token}"

    def ask(self, method, route):
        """Ask the server's own interface."""
        request = urllib.request.Request(
            f"{self.url}api/{route}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null")

    def kernel(self, name):
        """The process of a notebook's kernel."""
        (kernel,) = (one["kernel"]["id"] for one in self.ask("GET", "sessions") if one["path"] == name)
        (process,) = (one for one in of_the_meeting(self.process) if kernel in " ".join(one.cmdline()))
        return process


@contextmanager
def held(folder, *wanted):
    """A meeting without a window: the tests bring theirs."""
    with begun(folder, *wanted, "--no-browser") as process:
        yield Meeting(process, *address_from(process))


def of_the_meeting(process):
    """Every process that was started from the meeting's memory: its server, its kernels."""
    return [
        one
        for one in psutil.process_iter(["cmdline"])
        if str(process.memory) in " ".join(one.info["cmdline"] or [])
    ]


def gone(process):
    """Whether nothing of the meeting is left, within a moment: no file, no process."""
    ends = time.monotonic() + SOON
    while time.monotonic() < ends:
        if not list(process.memory.iterdir()) and not of_the_meeting(process):
            return True
        time.sleep(0.1)
    return False

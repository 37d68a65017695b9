"""The command as a facilitator types it: the installed script, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(sys.executable).parent
WITHOUT_POWERS = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search,-fowner",
    "--inh-caps=-dac_override,-dac_read_search,-fowner",
)
"""Takes from root what nobody else has: to read and write where it may not."""


def script(name: str) -> str:
    """An installed script; a skip where the kit is not installed."""
    path = SCRIPTS / name
    if not path.exists():
        pytest.skip(f"{name} is not installed in this environment")
    return str(path)


def tool(name: str, package: str) -> str:
    """A tool of the system; a skip, and how to get it, where it is missing."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: on Debian, apt-get install {package}")
    return found


def run(*command: object, **more) -> subprocess.CompletedProcess:
    """A command, run to its end, with what it said."""
    more = {"capture_output": True, "text": True, "timeout": 120, **more}
    return subprocess.run(list(map(str, command)), check=False, **more)


def as_anybody(*command: object) -> list[str]:
    """A command that may do no more than other people may. Where nobody is root, it is the same one."""
    if os.name != "posix" or os.geteuid() != 0:
        return list(map(str, command))
    tool("setpriv", "util-linux")
    return [*WITHOUT_POWERS, *map(str, command)]


def one_sentence(made: subprocess.CompletedProcess) -> str:
    """What a command that failed said: one line, exit status 2, no traceback."""
    assert made.returncode == 2, made
    assert "Traceback" not in made.stderr
    assert len(made.stderr.splitlines()) == 1, made.stderr
    return made.stderr

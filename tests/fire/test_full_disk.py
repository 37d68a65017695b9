"""No room, no right, no file: the old handout stays as it was, one sentence says why, and nothing lies about."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest
from conftest import TOPIC
from fire.commands import as_anybody, one_sentence, run, script, tool

OLD = b"the old handout"
CALLS = ("write", "fsync", "chmod", "rename")
"""What the kit asks of the system while it puts a file in place."""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no limits or injected faults")


@pytest.fixture
def out(tmp_path) -> Path:
    """A folder with an old handout in it."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / f"{TOPIC.stem}.handout.pdf").write_bytes(OLD)
    return folder


def in_it(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def limited(size: int) -> list[str]:
    """What runs a command in which no file may grow beyond a size: the disk is full after that many bytes."""
    code = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); os.execv(sys.argv[2], sys.argv[2:])"
    return [sys.executable, "-c", code, str(size)]


@pytest.mark.parametrize("room", [0, 1, 100, 4096, 20_000])
def test_a_file_that_cannot_grow(out, room):
    made = run(*limited(room), script("workshop"), "print", TOPIC, "--output-dir", out)
    assert "could not be written" in one_sentence(made)
    assert in_it(out) == {f"{TOPIC.stem}.handout.pdf": OLD}


def test_without_a_limit_it_prints(out):
    """The control: the limit is what stopped it, and a plain write would have left half a file."""
    assert run(script("workshop"), "print", TOPIC, "--output-dir", out).returncode == 0
    (new,) = in_it(out).values()
    assert new.startswith(b"%PDF")
    plain = "import sys; open(sys.argv[1], 'wb').write(b'%PDF' * 9999)"
    torn = out / "torn.pdf"
    torn.write_bytes(OLD)
    assert run(*limited(4096), sys.executable, "-c", plain, torn).returncode != 0
    assert torn.read_bytes() not in (OLD, b"%PDF" * 9999)


def injected(log: Path, call: str, number: int, *command: object):
    """A command in which the system answers one of its calls with: no space left on the device."""
    strace = tool("strace", "strace")
    fault = f"inject={call}:error=ENOSPC:when={number}"
    return run(strace, "-f", "-o", log, "-e", f"trace={','.join(CALLS)}", "-e", fault, *command)


def test_no_space_at_any_step(tmp_path, out):
    """Each call that puts the file in place fails once. After the file is there, all that can fail is to say so."""
    name, log = f"{TOPIC.stem}.handout.pdf", tmp_path / "log"
    command = (script("workshop"), "print", TOPIC, "--output-dir", out)
    if injected(log, "write", 10_000, *command).returncode:
        pytest.skip("strace may not watch a process here")
    steps = re.findall(rf"^\d+ +({'|'.join(CALLS)})\(", log.read_text(), re.MULTILINE)
    assert {"write", "fsync", "rename"} <= set(steps)
    kept = 0
    for call in CALLS:
        for number in range(1, steps.count(call) + 1):
            (out / name).write_bytes(OLD)
            made = injected(log, call, number, *command)
            assert "Traceback" not in made.stderr, (call, number)
            (here, data), *more = in_it(out).items()
            assert (here, more) == (name, []), (call, number)
            if data == OLD:
                assert "No space left on device." in one_sentence(made)
                kept += 1
            else:
                assert data.startswith(b"%PDF")
                assert data.rstrip().endswith(b"%%EOF")
    assert kept >= 3


def test_nowhere_to_say_that_it_is_done(out):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("w") as full:
        made = run(
            script("workshop"),
            "print",
            TOPIC,
            "--output-dir",
            out,
            capture_output=False,
            stdout=full,
            stderr=-1,
        )
    assert "No space left on device" in one_sentence(made)


@pytest.mark.parametrize("what", ["folder", "above", "notebook"])
def test_what_nobody_may_write_or_read(tmp_path, out, what):
    mine = tmp_path / "mine.ipynb"
    mine.write_bytes(TOPIC.read_bytes())
    (out / "mine.handout.pdf").write_bytes(OLD)
    place = out if what != "above" else out / "new"
    locked = mine if what == "notebook" else out
    locked.chmod(0 if what == "notebook" else stat.S_IRUSR | stat.S_IXUSR)
    made = run(*as_anybody(script("workshop"), "print", mine, "--output-dir", place))
    locked.chmod(0o755)
    assert "Permission denied" in one_sentence(made)
    assert (out / "mine.handout.pdf").read_bytes() == OLD
    assert len(in_it(out)) == 2


def test_a_notebook_in_a_folder_that_nobody_may_write_prints_elsewhere(tmp_path, out):
    mine = tmp_path / "cd" / "mine.ipynb"
    mine.parent.mkdir()
    mine.write_bytes(TOPIC.read_bytes())
    mine.parent.chmod(0o555)
    made = run(*as_anybody(script("workshop"), "print", mine, "--output-dir", out), cwd=mine.parent)
    mine.parent.chmod(0o755)
    assert made.returncode == 0, made.stderr
    assert (out / "mine.handout.pdf").read_bytes().startswith(b"%PDF")


def test_no_room_for_pictures(tmp_path, out):
    """Pictures lie in a folder for temporary files while a page is made."""
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    mine = tmp_path / "mine.ipynb"
    source = f"# A\n\n![a dot](data:image/png;base64,{dot})"
    mine.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": source}]}))
    made = run(*limited(10), script("workshop"), "print", mine, "--output-dir", out)
    assert "no room" in one_sentence(made)
    assert set(in_it(out)) == {f"{TOPIC.stem}.handout.pdf"}
    assert run(script("workshop"), "print", mine, "--output-dir", out).returncode == 0

"""Cut off at any moment, as by a power cut: the file is the old one or the new one, never half of one.

Twenty-five kills each time; five hundred with `pytest -m long`.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from conftest import ROOT, TOPIC
from fire.commands import run, script

from workshop.files import UNFINISHED, sweep, write_whole

WRITER = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from workshop.files import write_whole
def plain(path, data):
    with open(path, "wb") as file:
        for start in range(0, len(data), 65536):
            file.write(data[start:start + 65536])
write = {write}
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        write(Path(sys.argv[1]), letter * 4_000_000)
"""
"""Puts one of two files in place, over and over; safely, or as any program would."""
WHOLE = {hashlib.sha256(letter * 4_000_000).digest() for letter in (b"a", b"b")}
kills = pytest.mark.parametrize("many", [25, pytest.param(500, marks=pytest.mark.long)])


def torn(target: Path, write: str, many: int) -> int:
    """How often a file was found half written after its writer had been killed."""
    dice, found = Random(7), 0  # noqa: S311 - the same each time
    for _ in range(many):
        command = [sys.executable, "-c", WRITER.format(root=str(ROOT), write=write), str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(dice.uniform(0.002, 0.05))
            writer.kill()
        if target.exists():
            found += hashlib.sha256(target.read_bytes()).digest() not in WHOLE
    return found


@kills
def test_a_writer_that_is_killed_tears_no_file_and_leaves_no_debris(tmp_path, many):
    assert torn(tmp_path / "a.pdf", "write_whole", many) == 0
    write_whole(tmp_path / "b.pdf", b"the next one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.pdf"]


def test_a_plain_writer_is_caught(tmp_path):
    """The control: the same kills tear the file of a program that writes straight into it."""
    assert torn(tmp_path / "a.pdf", "plain", 25) > 5


@kills
def test_printing_that_is_killed_keeps_the_old_handout(tmp_path, many):
    """The whole command, cut off anywhere between its start and its end."""
    target = tmp_path / f"{TOPIC.stem}.handout.pdf"
    command = [script("workshop"), "print", str(TOPIC), "--output-dir", str(tmp_path)]
    started = time.monotonic()
    assert run(*command).returncode == 0
    usual = time.monotonic() - started
    new, old = target.read_bytes(), b"the old handout"
    dice = Random(7)  # noqa: S311 - the same each time
    for _ in range(many):
        target.write_bytes(old)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as printing:
            time.sleep(dice.uniform(0, usual * 1.1))
            printing.kill()
        assert target.read_bytes() in (old, new)
    assert run(*command).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_what_another_process_still_writes_is_left_alone(tmp_path):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as busy:
        living = tmp_path / f"{UNFINISHED}{busy.pid}-abcdefgh"
        odd = [
            tmp_path / name for name in (f"{UNFINISHED}notes", f"{UNFINISHED}99999999999999999999-a", ".mine")
        ]
        for path in (living, *odd):
            path.write_text("x")
        sweep(tmp_path)
        assert living.exists()
        assert [path.exists() for path in odd] == [True, False, True]
        busy.communicate(b"\n")
    sweep(tmp_path)
    assert not living.exists()

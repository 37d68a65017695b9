"""With the cable out: in a network that has nothing but this computer, a meeting opens and a handout is printed."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

ALONE = 'unshare -rn sh -c "ip link set lo up && pytest"'
"""The line of CONTRIBUTING.md, which runs all tests so; here it runs two of them."""
TESTS = (
    "tests/workshop/test_command.py::test_prints_a_guide_and_another_paper",
    "tests/workshop/test_server.py::test_the_key_opens",
)


def alone(command):
    """A command as it runs where no other computer can be reached."""
    *words, last = shlex.split(ALONE)
    return [*words, last.replace("pytest", shlex.join(command))]


@pytest.fixture
def nobody_else():
    """Skipped where the system has no such networks, or does not let us make one."""
    if not all(map(shutil.which, ("unshare", "ip"))):
        pytest.skip("a network of one needs unshare and ip: on Debian, apt-get install util-linux iproute2")
    if subprocess.run(alone(["true"]), capture_output=True, check=False).returncode:
        pytest.skip("this system does not let us make a network of one")


def test_the_line_is_the_one_that_is_told():
    assert f"`{ALONE}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_it_works_with_the_cable_out(nobody_else):
    outside = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.7', 9))"
    reached = subprocess.run(alone([sys.executable, "-c", outside]), capture_output=True, check=False)
    assert b"unreachable" in reached.stderr, "or the cable is not out"
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS]
    run = subprocess.run(alone(tests), capture_output=True, check=False, cwd=ROOT, text=True)
    assert "2 passed" in run.stdout, run.stdout

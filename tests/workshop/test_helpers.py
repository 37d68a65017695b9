"""Helpers: whatever becomes of them, the work is done, in order, and none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from conftest import ROOT

from workshop.helpers import helpers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Linux and macOS")
WORK = """
import os, time
from workshop.helpers import helpers
with helpers(2) as helped:
    print(helped(os.getpid), flush=True)
    helped(time.sleep, 5)
"""
SOON = 10


def slow(seconds: float) -> int:
    """The number of the process that did it."""
    time.sleep(seconds)
    return os.getpid()


def only_here(home: int) -> int:
    """Ends every process but one."""
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return home


def wrong(_order: object) -> None:
    """Never comes to an end."""
    message = "cannot be done"
    raise ValueError(message)


def test_each_thread_has_a_helper_of_its_own():
    with helpers(2) as helped, ThreadPoolExecutor(2) as threads:
        done = list(threads.map(lambda _: helped(slow, 0.2), range(4)))
    assert len(set(done)) == 2
    assert os.getpid() not in done
    assert not any(map(psutil.pid_exists, done))


def test_work_of_a_helper_that_ends_is_done_here():
    with helpers(1) as helped:
        assert [helped(only_here, os.getpid()) for _ in range(3)] == [os.getpid()] * 3


def test_what_goes_wrong_goes_wrong_here(capfd):
    with helpers(1) as helped, pytest.raises(ValueError, match="cannot be done"):
        helped(wrong, 1)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_helpers_end_with_the_process_that_asks(ending):
    asking = subprocess.Popen(
        [sys.executable, "-c", WORK],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert asking.stdout.readline()
    running = psutil.Process(asking.pid).children(recursive=True)
    assert len(running) >= 2
    os.killpg(asking.pid, ending) if ending == signal.SIGINT else asking.kill()
    assert asking.communicate()[1].count(b"Traceback") == (ending == signal.SIGINT), "only who asked says so"
    assert not psutil.wait_procs(running, timeout=SOON)[1]

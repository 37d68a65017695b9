"""The troubles of an evening: each does its damage, and then asserts what a group has to see.

What was on the screen is still there. A sentence in plain words comes within seconds where something is
wrong. No window in the words of a computer stands over it. Afterwards the board answers, and what was
typed counts.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager

from browser.evening import WORDS, Evening, instrument, save_all_the_same
from browser.led import came
from meeting import of_the_meeting


def server_of(meeting):
    """The process of the server."""
    (server,) = (one for one in of_the_meeting(meeting.process) if "workshop.lab.serve" in one.cmdline())
    return server


@contextmanager
def stopped(processes):
    """Processes that stand still for as long as the block, as when a computer hangs or sleeps."""
    for one in processes:
        os.kill(one.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in processes:
            os.kill(one.pid, signal.SIGCONT)


def the_kernel_is_killed(evening):
    """The exercise's own process is gone: one sentence, one click."""
    before = evening.screen()
    evening.meeting.kernel(evening.name).kill()
    if evening.board:
        evening.told(WORDS["stopped"])
        evening.kept(before)
        evening.page.wait_for_timeout(1500)  # JupyterLab's own window would come up by now
        typed = evening.put()
        before = evening.screen()
        evening.page.get_by_role("button", name=WORDS["go_on"], exact=True).click()
        evening.counts(typed)
    evening.over(before)


def the_page_is_loaded_anew(evening):
    """A reload, and the browser's Back and Forward: the page comes home."""
    before = evening.screen()
    for go in (evening.page.reload, evening.page.go_back, evening.page.go_forward):
        go()
        came(evening.page, evening.name)
        evening.eventually(lambda: evening.screen() == before, f"{go.__name__} comes home to {before}")
        evening.eventually(lambda: f"{evening.name}#" in evening.page.url, "the address says where we are")
    evening.over(before)


def the_line_is_cut(evening):
    """No network for a while: the page says so, takes words all the same, and is back by itself."""
    evening.line.swallow()
    under_way = evening.put(1)
    evening.page.wait_for_timeout(500)  # by now it is on its way, and lost
    evening.line.cut()
    evening.page.context.set_offline(True)
    try:
        put = _nobody_answers(evening, evening.lasts["offline"])
    finally:
        evening.line.mend()
        evening.page.context.set_offline(False)
    evening.counts(under_way)
    _somebody_answers(evening, *put)


def the_server_hangs(evening):
    """The server stands still with all its lines open."""
    with stopped([server_of(evening.meeting)]):
        put = _nobody_answers(evening, evening.lasts["hung"])
    _somebody_answers(evening, *put)


def _nobody_answers(evening, seconds):
    """The page says so, and goes on taking words; what was typed now, and what is on the screen."""
    began, before = time.monotonic(), evening.screen()
    evening.told(WORDS["away"])
    evening.kept(before)
    typed = evening.put()
    seen = evening.screen()
    while time.monotonic() - began < seconds:
        evening.page.wait_for_timeout(200)
    evening.kept(seen)
    return typed, seen


def _somebody_answers(evening, typed, seen):
    """The same words, and now they count."""
    evening.counts(typed)
    evening.over(seen)


def the_lid_is_shut(evening):
    """Everything stands still at once: the launcher, the server, the kernels, the browser."""
    before = evening.screen()
    browser = [evening.browser, *evening.browser.children(recursive=True)]
    with stopped([evening.meeting.process, *of_the_meeting(evening.meeting.process), *browser]):
        time.sleep(evening.lasts["lid"])
    evening.over(before)


def two_windows(evening):
    """Two windows on one notebook: each has what the other was told, both save, and the file stays as it is."""
    file = next(evening.meeting.process.memory.glob(f"*/notebooks/{evening.name}"))
    stored, before = file.read_bytes(), evening.screen()
    other = evening.page.context.new_page()
    instrument(other)
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto(evening.page.url)
    came(other, evening.name)
    second = Evening(other, evening.meeting, evening.name, evening.line, evening.browser, evening.lasts)
    second.eventually(lambda: second.screen() == before, f"the second window has {before}")
    for one, another in ((evening, second), (second, evening)):
        one.lives()
        seen = one.screen()
        another.eventually(lambda another=another, seen=seen: another.screen() == seen, f"both have {seen}")
    for one in (evening, second, evening) if evening.board else ():
        save_all_the_same(one.page)
        one.calm()
    assert file.read_bytes() == stored
    other.close(run_before_unload=False)
    evening.lives()
    evening.calm()


TROUBLES = (
    the_kernel_is_killed,
    the_page_is_loaded_anew,
    the_line_is_cut,
    the_server_hangs,
    the_lid_is_shut,
    two_windows,
)

"""An evening on which everything goes wrong: the troubles, and what a group has to see in each of them.

A trouble does its damage to an `Evening` and then asserts: what was on the screen is still there, a
sentence in plain words comes within seconds where something is wrong, no window in the words of a
computer stands over it, and afterwards the board answers and what was typed counts.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from browser.led import came, to_the_board
from browser.walk import CHECKS, steps_of
from meeting import of_the_meeting

from workshop.words import words

WORDS = words()["lab"]
WITHIN = 5
"""Seconds in which the page has to say what is wrong."""
PATIENCE = 20
"""Seconds that everything gets to be as it was, once nothing is wrong any more; far more than it needs."""
FIELDS = ".gc-here .gc-parts :is(textarea, input[type=text])"
NUMBERS = count(1)
SCREEN = """() => ({
  where: document.querySelector('.gc-where')?.innerText,
  step: document.querySelector('.gc-here .gc-board h3')?.innerText,
  put: [...document.querySelectorAll('.gc-here .gc-parts :is(textarea, input, select)')]
    .map((node) => (/checkbox|radio/.test(node.type) ? node.checked : node.value)),
  picture: document.querySelector('.gc-here .gc-picture')?.textContent,
})"""
WATCH = """
window.gcSeen = new Set();
setInterval(() => {
  for (const node of document.querySelectorAll('.jp-Dialog-content, .Toastify__toast'))
    if (node.checkVisibility({ visibilityProperty: true }) && node.innerText.trim()) window.gcSeen.add(node.innerText);
}, 50);
document.addEventListener('readystatechange', () => { // before the scripts of JupyterLab run
  const told = document.getElementById('jupyter-config-data');
  if (told) told.textContent = JSON.stringify({ ...JSON.parse(told.textContent), exposeAppInBrowser: 'true' });
}, { once: true });
"""
"""Notes what JupyterLab put over the page, however short; and asks JupyterLab for its own model of the page."""


def instrument(page):
    """Make a page tell what has to be known about it."""
    page.add_init_script(WATCH)
    page.answers = []

    def heard(frame):
        page.answers.append(frame)

    page.on("websocket", lambda socket: socket.on("framereceived", heard))


@dataclass
class Evening:
    """A notebook of a meeting on the screen, and how long each trouble lasts (in seconds)."""

    page: Any
    meeting: Any
    name: str
    line: Any
    browser: Any
    lasts: dict[str, float]
    told_after: list[float] = field(default_factory=list)
    """How long it took until the page said what was wrong, each time (in seconds)."""

    @property
    def board(self):
        """Whether there is an exercise on this page."""
        return self.page.locator(".gc-here .gc-board").count() > 0

    def screen(self):
        """What the group sees, and all that it has put in."""
        return self.page.evaluate(SCREEN)

    def get_to_work(self):
        """Go to the exercise, to a step with something to type in if there is one, and put something in everywhere."""
        if self.page.locator(".gc-board").count() == 0:
            self.page.locator(".gc-bar .gc-on").click()
            return
        to_the_board(self.page)
        for _ in steps_of(self.page):
            if self.page.locator(FIELDS).count():
                break
        checks = self.page.evaluate_handle(CHECKS)
        checks.evaluate("(checks, word) => checks.fill(word)", "okapi")
        self.page.wait_for_timeout(700)

    def put(self, place=0):
        """Type a word that was never there into a field; what it is, or nothing where there is no such field."""
        if self.page.locator(FIELDS).count() <= place:
            return ""
        word = f"quokka{next(NUMBERS)}"
        self.page.locator(FIELDS).nth(place).fill(word)
        return word

    def counts(self, word):
        """Wait until the kernel has said a word back: only then what was typed counts."""
        self.eventually(lambda: any(word in as_text(one) for one in self.page.answers), f"“{word}” counts")

    def eventually(self, holds, what, within=PATIENCE):
        """Wait until something holds; how long it took, in seconds."""
        began = time.monotonic()
        while not holds():
            taken = time.monotonic() - began
            assert taken < within, f"{what}: not within {within} seconds. The screen has {self.screen()}"
            self.page.wait_for_timeout(50)
        return time.monotonic() - began

    def told(self, sentence):
        """The page has to say so, in sight and in time."""
        said = self.page.locator(".gc-banner").get_by_text(sentence)
        self.told_after.append(self.eventually(said.is_visible, sentence, WITHIN))

    def kept(self, before):
        """What was on the screen is there."""
        assert self.screen() == before

    def shows(self, before):
        """Wait until everything that was put in is there again; the picture may be drawn of newer words by now."""
        self.eventually(
            lambda: self.screen() | {"picture": ""} == before | {"picture": ""},
            f"the screen is as it was: {before}",
        )

    def over(self, before):
        """Everything is as it was, by itself, and the board lives."""
        self.shows(before)
        self.eventually(lambda: self.page.locator(".gc-banner").count() == 0, "nothing is wrong any more")
        self.lives()
        self.calm()

    def calm(self):
        """JupyterLab has put no window over the page, not even for a moment."""
        seen = self.page.evaluate("() => [...window.gcSeen]")
        assert seen == [], seen

    def lives(self):
        """A click changes the picture, and a typed word counts."""
        there, back = (".gc-bar .gc-on", ".gc-bar .gc-go")
        if self.board:
            there, back = (".gc-board nav .gc-main", ".gc-board nav .gc-quiet")
            if self.page.locator(there).count() == 0:
                there, back = back, there
        if self.page.locator(there).count():
            before = self.screen()
            for where, arrived in ((there, lambda now: now != before), (back, lambda now: now == before)):
                self.page.locator(where).first.click()
                self.eventually(lambda arrived=arrived: arrived(self.screen()), "a click changes the screen")
        if word := self.put():
            self.counts(word)


def as_text(frame):
    """What came over a WebSocket, as text."""
    return frame.decode(errors="replace") if isinstance(frame, bytes) else frame


def save_all_the_same(page):
    """Save: the window of a meeting has no button for it, but who knows. A question would leave it open; `calm` sees that."""
    page.evaluate(
        "() => Promise.race([window.jupyterapp.commands.execute('docmanager:save'), new Promise((done) => setTimeout(done, 3000))])"
    )
    page.wait_for_timeout(300)


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
        _nobody_answers(evening, evening.lasts["offline"])
    finally:
        evening.line.mend()
        evening.page.context.set_offline(False)
    evening.counts(under_way)
    _somebody_answers(evening)


def the_server_hangs(evening):
    """The server stands still with all its lines open."""
    with stopped([server_of(evening.meeting)]):
        _nobody_answers(evening, evening.lasts["hung"])
    _somebody_answers(evening)


def _nobody_answers(evening, seconds):
    began, before = time.monotonic(), evening.screen()
    evening.told(WORDS["away"])
    evening.kept(before)
    evening.typed = evening.put()
    evening.seen = evening.screen()
    while time.monotonic() - began < seconds:
        evening.page.wait_for_timeout(200)
    evening.kept(evening.seen)


def _somebody_answers(evening):
    evening.counts(evening.typed)
    evening.over(evening.seen)


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

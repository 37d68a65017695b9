"""An evening with a notebook on the screen: what the group sees, and whether what it does still counts."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from browser.led import to_the_board
from browser.walk import CHECKS, steps_of

from workshop.words import words

WORDS = words()["lab"]
WITHIN = 5
"""Seconds in which the page has to say what is wrong."""
PATIENCE = 30
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

    def step(self):
        """The screen without its picture, which may be drawn of newer words at any moment."""
        return self.screen() | {"picture": ""}

    def shows(self, before):
        """Wait until everything that was put in is there again."""
        self.eventually(lambda: self.step() == before | {"picture": ""}, f"the screen is as it was: {before}")

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
        """A click changes the step, and a typed word counts."""
        there, back = (".gc-bar .gc-on", ".gc-bar .gc-go")
        if self.board:
            there, back = (".gc-board nav .gc-main", ".gc-board nav .gc-quiet")
            if self.page.locator(there).count() == 0:
                there, back = back, there
        if self.page.locator(there).count():
            before = self.step()
            for where, arrived in ((there, lambda now: now != before), (back, lambda now: now == before)):
                self.page.locator(where).first.click()
                self.eventually(lambda arrived=arrived: arrived(self.step()), "a click changes the screen")
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

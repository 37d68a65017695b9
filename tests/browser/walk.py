"""One walk through a board, there in light and back in dark: what the checks find at each of its steps."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT

HERE = Path(__file__).parent
TYPED = "Encouragezqx7"
"""What stands in every field while the look of a board is checked: as long as a long word."""
FIELDS = ".gc-board :is(textarea, input[type=text])"
CHECKS = (HERE / "checks.js").read_text(encoding="utf-8")
TALL = {"width": 1280, "height": 12000}
"""A window in which every board stands whole, for what can only be judged in sight."""
WIDTHS = (1280, 1024, 640, 320)
"""A projector, an old one, and 200 % and 400 % zoom: no content is lost at any of them (WCAG 1.4.10)."""


@dataclass
class Walk:
    """What was seen on the way: the steps, and for each check what it found at which step."""

    steps: list[str] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    helped: list[str] = field(default_factory=list)
    """What is said about each open field."""
    typed: set[str] = field(default_factory=set)
    """The fields that the secret word was typed into."""


def steps_of(page):
    """Go through the board from its first step to its last; the page stands at each one in turn."""
    yield from _follow(page, ".gc-board nav .gc-main")


def steps_back(page):
    """The same from where the board stands to its first step."""
    yield from _follow(page, ".gc-board nav .gc-quiet")


def _follow(page, where):
    while True:
        before = page.locator(".gc-board h3").inner_text()
        yield before
        following = page.locator(where)
        if following.count() == 0:
            return
        following.click()
        page.wait_for_function(
            "before => document.querySelector('.gc-board h3').innerText !== before", arg=before
        )


def in_the_theme(page, look):
    """JupyterLab's own theme of this name, which follows the system in these tests."""
    page.emulate_media(color_scheme=look)
    page.wait_for_selector(f"body[data-jp-theme-light={str(look == 'light').lower()}]", state="attached")
    page.wait_for_selector(
        "#jupyterlab-splash", state="detached"
    )  # it covers the page while a theme is loaded


def walk(page, picture, secret):
    """Walk through an empty board in light, fill it on the way, and walk back through it in dark.

    On the way back a secret word is typed into every field, to be looked for on the disk.
    """
    walked = Walk()
    page.evaluate(AXE_SCRIPT)
    checks = page.evaluate_handle(CHECKS)

    def look(name, step, kind="", *given):
        for what in checks.evaluate("(checks, [name, given]) => checks[name](...given)", [name, given]):
            walked.found[name].append(f"{step}{kind}: {what}")

    def look_everywhere(step, theme):
        page.evaluate(
            "() => document.querySelectorAll('.gc-root details').forEach((one) => { one.open = true; })"
        )
        for width in WIDTHS:
            look("cut_off", step, f" in {theme} at {width}", width)
        page.keyboard.press("Shift")
        look("unseen_focus", step, f" in {theme}")
        look("axe", step, f" in {theme}")

    seen = page.viewport_size
    page.set_viewport_size(TALL)
    in_the_theme(page, "light")
    for step in steps_of(page):
        walked.steps.append(step)
        page.screenshot(path=picture(len(walked.steps)), clip={"x": 0, "y": 0, **seen})
        look("unlabelled", step)
        look("remembered", step)
        look_everywhere(step, "light")
        look("small", step)
        for one in page.locator(FIELDS).all():
            walked.helped.append(page.locator(f"[id='{one.get_attribute('aria-describedby')}']").inner_text())
        checks.evaluate("(checks, word) => checks.fill(word)", TYPED)
    page.wait_for_timeout(400)  # what was typed last goes to Python after a moment without a key
    in_the_theme(page, "dark")
    for step in steps_back(page):
        look_everywhere(step, "dark")
        for one in page.locator(FIELDS).all():
            one.fill(secret)
            walked.typed.add(one.get_attribute("data-answer"))
    page.wait_for_timeout(400)
    return walked

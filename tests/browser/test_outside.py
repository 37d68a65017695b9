"""A meeting in the browser turns to nobody outside: no request of any page leaves this computer."""

from __future__ import annotations

from browser.led import led, press
from meeting import held

from workshop.files import NOTEBOOKS, all_notebooks
from workshop.words import words


def test_the_pages_ask_nobody_outside(tmp_path, chromium, figure):
    """`led` looks at each request and each socket of a page, here and in every other test that leads."""
    asked = []
    with held(tmp_path) as meeting:
        chromium.on("request", lambda request: asked.append(request.url))
        for name in (path.relative_to(NOTEBOOKS).as_posix() for path in all_notebooks()[:3]):
            with led(meeting, chromium, name) as page:
                press(page, words()["lab"]["topics"])
                page.keyboard.press("Escape")
        outside = [url for url in asked if not url.startswith((meeting.url, "data:", "blob:"))]
    assert len(asked) > 50, "or nothing was looked at"
    figure("requests_outside", len(outside))

"""Leading a meeting in the browser: open a notebook of it, find the way, press what the bar has."""

from __future__ import annotations

from contextlib import contextmanager

from workshop.files import NOTEBOOKS


@contextmanager
def led(meeting, chromium, name, prepare=lambda _: None):
    """The page of a notebook in a meeting, with what went wrong on it; its kernel ends with the block."""
    page = chromium.new_page()
    prepare(page)
    page.trouble = []
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.on("console", lambda said: page.trouble.append(said.text) if said.type == "error" else None)
    page.on("dialog", lambda dialog: dialog.accept())
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:")))
    page.goto(meeting.page(name))
    came(page, name)
    try:
        yield page
        assert asked
        assert [url for url in asked if not url.startswith((meeting.url, "data:", "blob:"))] == []
    finally:
        page.close(run_before_unload=False)
        if meeting.process.poll() is None:
            for session in meeting.ask("GET", "sessions"):
                meeting.ask("DELETE", f"sessions/{session['id']}")


def came(page, name):
    """Wait until the bar is there, and the board where the notebook has one."""
    page.wait_for_selector(".gc-ready .gc-bar", timeout=60_000)
    if "show(" in (NOTEBOOKS / name).read_text(encoding="utf-8"):
        page.wait_for_selector(".gc-board", state="attached", timeout=60_000)


def press(page, label):
    """Choose from the list under More."""
    page.locator(".gc-more > summary").click()
    page.locator(".gc-more").get_by_role("button", name=label, exact=True).click()


def to_the_board(page):
    """Press Next until the exercise is in sight."""
    while not page.locator(".gc-board").is_visible():
        page.locator(".gc-bar .gc-on").click()

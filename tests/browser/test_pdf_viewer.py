"""A handout that is filled in with the PDF viewer of Chromium, saved there, and read back."""

from __future__ import annotations

import base64
import json

import page as checker
import pytest
from conftest import NOTEBOOKS
from forms import form, widgets_of

from handouts.filled import answers_in

SAVED = """(async () => {
  const saved = await document.querySelector("pdf-viewer").currentController.save("EDITED");
  return btoa(Array.from(new Uint8Array(saved.dataToSave), (byte) => String.fromCharCode(byte)).join(""));
})()"""
PAGE_ON_SCREEN = """JSON.stringify(document.querySelector("pdf-viewer").viewport_.getPageScreenRect(1))"""


class Viewer:
    """The PDF viewer: an extension of Chromium, in a frame of its own that only the debugger can reach."""

    def __init__(self, page, browser) -> None:
        self.page, self.number, self.answers, self.frame = page, 0, {}, None
        self.debugger = browser.new_browser_cdp_session()
        self.debugger.on("Target.receivedMessageFromTarget", self._answered)
        self.others = set(self._frames())  # a handout that another test left open is not ours

    def _answered(self, event) -> None:
        message = json.loads(event["message"])
        self.answers[message.get("id")] = message

    def _frames(self) -> list[str]:
        targets = self.debugger.send("Target.getTargets")["targetInfos"]
        return [one["targetId"] for one in targets if one["url"].startswith("chrome-extension://")]

    def _found(self) -> bool:
        found = [frame for frame in self._frames() if frame not in self.others]
        if found:
            asked = {"targetId": found[0], "flatten": False}
            self.frame = self.debugger.send("Target.attachToTarget", asked)["sessionId"]
        return bool(found)

    def wait_for(self, there) -> None:
        """Wait until something is there; 20 seconds at most."""
        for _ in range(200):
            if there():
                return
            self.page.wait_for_timeout(100)
        pytest.fail("the PDF viewer does not answer")

    def ask(self, script: str):
        """What a script says that runs in the viewer's own page."""
        if self.frame is None:
            self.wait_for(self._found)
        self.number += 1
        asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
        message = json.dumps({"id": self.number, "method": "Runtime.evaluate", "params": asked})
        self.debugger.send("Target.sendMessageToTarget", {"sessionId": self.frame, "message": message})
        self.wait_for(lambda: self.number in self.answers)
        return self.answers[self.number]["result"]["result"].get("value")


@pytest.fixture
def viewer(chromium, tmp_path):
    """The second page of the opening's worksheet, open in the PDF viewer."""
    path = tmp_path / "arriving.pdf"
    path.write_bytes(form(NOTEBOOKS / "01_opening.ipynb"))
    page = chromium.new_page()
    page.set_viewport_size({"width": 1000, "height": 1500})
    viewer = Viewer(page, chromium.browser)
    page.goto(f"{path.as_uri()}#page=2&zoom=100&toolbar=0")
    viewer.wait_for(lambda: viewer.ask("document.querySelector('pdf-viewer')?.loadState_") == "success")
    yield viewer
    page.close()


def test_is_typed_ticked_and_saved_in_chromium(viewer):
    pdf = form(NOTEBOOKS / "01_opening.ipynb")
    shown = json.loads(viewer.ask(PAGE_ON_SCREEN))
    places = {str(widget["/TU"]): widget["/Rect"] for widget in widgets_of(pdf)}

    def click(label: str) -> None:
        left, bottom, right, top = map(float, places[label])
        points = shown["width"] / 612
        across, up = (left + right) / 2 * points, (bottom + top) / 2 * points
        viewer.page.mouse.click(shown["x"] + across, shown["y"] + shown["height"] - up)

    click("Tick what matters most to you. You can pass at any time.")
    click("Tick one. You can keep it to yourself. In between")
    click("What would you add?")
    keyboard = viewer.page.keyboard
    keyboard.type("Tea and a grün chair")
    click("What do you need, to be here today?")
    keyboard.type("a window")
    keyboard.press("Enter")
    keyboard.type("a break")
    keyboard.press("Tab")  # to the field that is next on the page
    keyboard.type("say hello")
    saved = base64.b64decode(viewer.ask(SAVED))
    assert answers_in(saved) == {
        "Arriving": {
            "Tick what matters most to you.": ["You can pass at any time."],
            "What would you add?": "Tea and a grün chair",
            "Tick one. You can keep it to yourself.": "In between",
            "What do you need, to be here today?": "a window\na break",
            "One small thing I will try:": "say hello",
        }
    }
    # it stays PDF/UA for the letters of Latin-1; for others, Chromium names a font that it does not embed
    assert [str(one) for one in checker.validate_pdf_bytes(saved, profile="ua1").failures] == []

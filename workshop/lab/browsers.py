"""The window: a browser with a profile of its own that is thrown away, or else the usual browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "brave-browser",
)
FIREFOXES = ("firefox", "firefox-esr")
PROGRAMS = {
    "win32": (
        ("PROGRAMFILES", r"Google\Chrome\Application\chrome.exe"),
        ("PROGRAMFILES(X86)", r"Google\Chrome\Application\chrome.exe"),
        ("LOCALAPPDATA", r"Google\Chrome\Application\chrome.exe"),
        ("PROGRAMFILES(X86)", r"Microsoft\Edge\Application\msedge.exe"),
        ("PROGRAMFILES", r"Mozilla Firefox\firefox.exe"),
    ),
    "darwin": (
        ("", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ("", "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser"),
        ("", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    ),
}
"""Where browsers lie on systems that do not put them on the PATH: a folder that is named in the
environment, and the rest of the way."""
TOO_SOON = 2
"""Seconds: a window that is gone by then has never opened."""
QUIET_FIREFOX = """user_pref("browser.privatebrowsing.autostart", true);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""


def browsers() -> list[Path]:
    """The browsers on this computer that can open a private window of their own, the best first."""
    named = [shutil.which(name) for name in (*CHROMIUMS, *FIREFOXES)]
    placed = [Path(os.environ.get(folder, "")) / rest for folder, rest in PROGRAMS.get(sys.platform, ())]
    return [Path(found) for found in named if found] + [path for path in placed if path.is_file()]


def command(browser: Path, profile: Path, address: str) -> list[str]:
    """How to start a browser in a private window with a profile of its own."""
    made: Callable[[Path, str], list[str]] = _firefox if "firefox" in browser.name.lower() else _chromium
    return [str(browser), *made(profile, address)]


def _chromium(profile: Path, address: str) -> list[str]:
    return [
        f"--app={address}",
        f"--user-data-dir={profile}",
        "--incognito",
        "--start-maximized",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-breakpad",  # no crash report, which would hold the page's memory
        "--disable-features=Translate",
        "--password-store=basic",
        "--use-mock-keychain",
    ]


def _firefox(profile: Path, address: str) -> list[str]:
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "user.js").write_text(QUIET_FIREFOX, encoding="utf-8")
    return ["--no-remote", "--profile", str(profile), "--private-window", address]


def open_window(folder: Path, address: str) -> subprocess.Popen[bytes] | None:
    """Open the address in a private window; its process, or None where no browser could.

    A browser that is packed so that it cannot reach the folder ends at once: then the next is tried.
    """
    for number, browser in enumerate(browsers()):
        try:
            window = subprocess.Popen(  # noqa: S603 - a browser found above
                command(browser, folder / f"window-{number}", address),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in the terminal is for us: we close the window
            )
        except OSError:
            continue
        try:
            window.wait(TOO_SOON)
        except subprocess.TimeoutExpired:
            return window
    return None

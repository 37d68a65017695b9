"""The icon on the desktop: what it says on each system, and on Linux that it really opens the kit."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest
from conftest import ROOT

from workshop.command import main
from workshop.shortcut import KINDS, batch_file, desktop_entry, make, shell_script
from workshop.words import words

WORDS = words()["shortcut"]
HARD = 'Ana\'s "kit" $HOME `id` 100% %f \\t ! & ; Ünïcode 友'
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the desktop of Linux")


@pytest.fixture
def kit(tmp_path):
    """A kit in a folder with a hard name: its `workshop` only writes down how it was opened."""
    root = tmp_path / HARD
    (root / "workshop").mkdir(parents=True)
    (root / "workshop" / "__main__.py").write_text(
        "import pathlib, sys; pathlib.Path('opened').write_text(' '.join(sys.argv[1:])); sys.exit(pathlib.Path('broken').exists())"
    )
    python = root / "python 3"
    python.symlink_to(sys.executable)
    return root, str(python)


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    """A home with a desktop that has a name of its own."""
    folder = tmp_path / "home" / "Schreibtisch"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("XDG_DESKTOP_DIR", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder.parent / "data"))
    return folder


def entry(text):
    """The keys of a desktop entry, with their escapes undone."""
    parser = RawConfigParser(delimiters="=", comment_prefixes="#", strict=True)
    parser.optionxform = str
    parser.read_string(text)
    keys = dict(parser["Desktop Entry"])
    signs = {"\\\\": "\\", "\\n": "\n", "\\t": "\t"}
    for key, value in keys.items():
        plain, rest = "", value
        while rest:
            taken = signs.get(rest[:2])
            plain, rest = (plain + taken, rest[2:]) if taken else (plain + rest[0], rest[1:])
        keys[key] = plain
    return keys


def run_entry(text):
    """Start a desktop entry as a desktop does: double quotes mean what they mean to the shell."""
    keys = entry(text)
    return subprocess.run(
        ["sh", "-c", keys["Exec"].replace("%%", "%")],
        cwd=keys["Path"],
        input="\n",
        capture_output=True,
        text=True,
        check=False,
    )


@LINUX
def test_the_linux_icon_opens_the_kit_wherever_it_lies(kit):
    root, python = kit
    ran = run_entry(desktop_entry(python, root))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert (root / "opened").read_text() == "open"


@LINUX
def test_the_window_stays_until_an_error_has_been_read(kit):
    root, python = kit
    (root / "broken").touch()
    assert run_entry(desktop_entry(python, root)).stdout == f"{WORDS['press_enter']}\n"


@LINUX
def test_the_mac_icon_opens_the_kit_wherever_it_lies(kit, tmp_path):
    root, python = kit
    script = tmp_path / "icon.command"
    script.write_text(shell_script(python, root), encoding="utf-8")
    subprocess.run(["sh", script], check=True, cwd="/")
    assert (root / "opened").read_text() == "open"


def test_the_windows_icon_opens_the_kit_wherever_it_lies():
    lines = batch_file("C:\\Kit 100%\\.venv\\Scripts\\python.exe", "C:\\Kit 100% & Ünïcode").split("\r\n")
    assert lines == [
        "@echo off",
        "chcp 65001 >nul",
        'pushd "C:\\Kit 100%% & Ünïcode"',
        '"C:\\Kit 100%%\\.venv\\Scripts\\python.exe" -m workshop open',
        "if errorlevel 1 pause",
        "",
    ]


@LINUX
def test_a_line_of_a_desktop_entry_is_one_line(tmp_path):
    assert entry(desktop_entry("/bin/python", Path("/a\nExec=rm")))["Path"] == "/a\nExec=rm"


@LINUX
@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_linux_icon_keeps_to_the_standard(kit, tmp_path):
    file = tmp_path / "icon.desktop"
    file.write_text(desktop_entry(kit[1], kit[0]), encoding="utf-8")
    subprocess.run(["desktop-file-validate", file], check=True)


@LINUX
@pytest.mark.parametrize("system", KINDS)
def test_it_is_made_twice_and_can_be_started(desktop, system):
    for _ in range(2):
        said = make(system)
    icon = desktop / f"Good Company{KINDS[system].ending}"
    assert [*desktop.iterdir()] == [icon]
    assert said.endswith(str(icon))
    assert said.count("\n") == 0
    assert icon.stat().st_mode & stat.S_IXUSR
    assert icon.read_bytes() == KINDS[system].text(sys.executable, ROOT).encode()


@LINUX
def test_the_command_also_lists_the_kit_among_the_programs(desktop, capsys):
    assert main(["shortcut"]) == 0
    listed = desktop.parent / "data" / "applications" / "good-company.desktop"
    assert listed.read_bytes() == (desktop / "Good Company.desktop").read_bytes()
    assert capsys.readouterr().out.count("\n") == 1


@LINUX
@pytest.mark.parametrize("where", ["Nowhere", "."])
def test_without_a_desktop_there_is_one_clear_sentence(desktop, monkeypatch, capsys, where):
    monkeypatch.setenv("XDG_DESKTOP_DIR", os.path.normpath(desktop.parent / where))
    assert main(["shortcut"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "workshop open" in said
    assert [*desktop.iterdir()] == []

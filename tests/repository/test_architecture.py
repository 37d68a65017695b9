"""The arrows: what each folder may know, read from the imports themselves."""

from __future__ import annotations

import ast
import sys
import tomllib

import pytest
from conftest import ROOT

JUPYTER = {"jupyter_server", "jupyterlab", "psutil", "tornado"}
"""What only `workshop/lab` may know: it gives JupyterLab what it needs."""
MAY_KNOW = {
    "exercises": {"exercises", "anywidget", "traitlets"},
    "handouts": {"handouts", "fontTools", "imagesize", "markdown_it", "mdit_py_plugins", "pypdf", "typst"},
    "workshop": {
        "workshop",
        "exercises",
        "handouts",
        "icalendar",
        "msgspec",
        "nbconvert",
        "platformdirs",
        "tomlkit",
        "tqdm",
        "traitlets",
        *JUPYTER,
    },
}
STORES_OR_SENDS = {
    "logging",
    "pickle",
    "shelve",
    "sqlite3",
    "socket",
    "urllib",
    "http",
    "ssl",
    "smtplib",
    "tempfile",
    "subprocess",
    "requests",
}
INSIDE_EXERCISES = {
    "pictures": set(),
    "parts": {"pictures"},
    "answers": {"parts"},
    "setting": set(),
    "paper": {"parts", "exercise"},
    "live": {"parts", "answers", "pictures", "setting", "exercise"},
    "exercise": {"live", "paper", "parts", "setting"},
    "board": {"exercise", "paper", "parts", "setting"},
    "library": {"exercise", "answers", "parts", "pictures"},
}
"""Inside exercises: library -> exercise -> {live, paper} -> parts. `live` and `paper` name the
exercise for its type only."""


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the whole name"
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("package", sorted(MAY_KNOW))
def test_each_package_knows_only_what_it_may(package):
    for path in (ROOT / package).rglob("*.py"):
        tops = {name.partition(".")[0] for name in imports(path)} - sys.stdlib_module_names - {"__future__"}
        assert tops <= MAY_KNOW[package], path


def test_exercises_store_and_send_nothing():
    for path in (ROOT / "exercises").rglob("*.py"):
        assert not {name.partition(".")[0] for name in imports(path)} & STORES_OR_SENDS, path


def test_arrows_inside_exercises():
    for name, may in INSIDE_EXERCISES.items():
        here = ROOT / "exercises" / name
        paths = here.glob("*.py") if here.is_dir() else [here.with_suffix(".py")]
        for path in paths:
            known = {found.split(".")[1] for found in imports(path) if found.startswith("exercises.")}
            assert known - {name} <= may, path


def test_the_printer_never_imports_the_exercises():
    for path in (ROOT / "handouts").rglob("*.py"):
        assert not any(name.startswith(("exercises", "workshop")) for name in imports(path)), path


def test_modules_stay_small():
    for package in MAY_KNOW:
        for path in (ROOT / package).rglob("*.py"):
            if path.parent.name != "library":
                assert len(path.read_text(encoding="utf-8").splitlines()) <= 220, path


def test_every_module_says_what_it_is():
    for package in MAY_KNOW:
        for path in (ROOT / package).rglob("*.py"):
            assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_nothing_is_depended_on_by_surprise():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {"".join(letter for letter in one.split(">")[0]) for one in project["dependencies"]}
    assert names == {
        "anywidget",
        "fonttools",
        "icalendar",
        "imagesize",
        "ipywidgets",
        "jupyter-server",
        "jupyterlab",
        "markdown-it-py",
        "mdit-py-plugins",
        "msgspec",
        "nbconvert",
        "platformdirs",
        "psutil",
        "pypdf",
        "tomlkit",
        "tornado",
        "tqdm",
        "typst",
    }
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name in names | {one.split(">")[0] for one in project["optional-dependencies"]["test"]}:
        assert f"`{name}`" in reasons, f"CONTRIBUTING.md gives no reason for {name}"


def test_only_lab_knows_the_server():
    for path in (ROOT / "workshop").glob("*.py"):
        assert not {name.partition(".")[0] for name in imports(path)} & JUPYTER, path

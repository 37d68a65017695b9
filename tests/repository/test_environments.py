"""One list of dependencies: the conda file may not disagree with pyproject.toml, and nothing names a registry."""

from __future__ import annotations

import re
import tomllib

from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = (ROOT / "environment.yml").read_text(encoding="utf-8")


def test_conda_asks_for_the_same_versions():
    listed = dict(re.findall(r"^  - ([a-z-]+) ([<>=].*)$", CONDA, re.MULTILINE))
    known = {}
    for one in [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["test"],
        f"python{PROJECT['requires-python']}",
    ]:
        name = re.match(r"[a-z-]+", one)[0]
        known[name] = one.removeprefix(name)
    assert set(listed) == {"python", "jupyterlab", "ipywidgets", "nbconvert", "nbval"}
    for name, bounds in listed.items():
        assert bounds == known[name]
    assert "-e .[test]" in CONDA


def test_no_lock_file_is_kept_and_no_registry_is_named():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    locks = [path.name for path in ROOT.iterdir() if path.suffix == ".lock" or "-lock." in path.name]
    assert set(locks) <= set(ignored)
    assert "uv.lock" in ignored
    for name in ("pyproject.toml", "environment.yml", ".ci/run"):
        assert not re.search(
            r"index-url|extra-index|find-links|simple/", (ROOT / name).read_text(encoding="utf-8")
        )


def test_the_version_and_licenses_are_said_once():
    assert PROJECT["license"] == "MIT AND CC-BY-4.0 AND OFL-1.1"
    said = (ROOT / "LICENSE").read_text(encoding="utf-8")
    for word in ("MIT License", "CC BY 4.0", "SIL Open Font License"):
        assert word in said

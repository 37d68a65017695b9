"""Notebooks that mean harm: nothing of theirs runs, nothing outside their folder is read, one file is written each."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import page
import pytest
from conftest import TODAY, TOPIC
from fire.commands import run, script, tool
from fire.payloads import SECRET, SIZE, laid_out, payloads
from paper import pages_of, reader

from workshop import printing
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
NAMES = sorted(payloads(Path("/above")))
CALLS = "open,openat,creat,connect,sendto,execve,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,symlink,symlinkat,link,linkat"
DANGEROUS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|GoToR|SubmitForm)\b")
"""What a PDF could do by itself."""


@pytest.fixture
def theirs(tmp_path) -> Path:
    return laid_out(tmp_path / "above")


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Everything in a folder, with its size and the time of its last change."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


def holds_a_secret(pdf: bytes) -> bool:
    objects = [
        obj.get_object()
        for one in reader(pdf).pages
        for obj in (one.get("/Resources", {}).get("/XObject") or {}).values()
    ]
    sizes = [(obj.get("/Width"), obj.get("/Height")) for obj in objects]
    return SIZE in sizes or SECRET in "".join(pages_of(pdf))


def printed(theirs: Path, name: str) -> bytes:
    path = theirs / f"{name}.ipynb"
    return print_notebook(read_notebook(path), path, "participant", Group(), TODAY).pdf


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_what_is_harmless_and_no_more(theirs, name, poppler):
    before = tree(theirs.parent)
    pdf = printed(theirs, name)
    assert tree(theirs.parent) == before
    assert not holds_a_secret(pdf)
    assert not DANGEROUS.search(pdf)
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
    for one in reader(pdf).pages:
        for note in one.get("/Annots") or ():
            assert re.match("https?:|mailto:|tel:", note.get_object()["/A"]["/URI"])


@pytest.mark.parametrize("name", ["above", "absolute", "symlinks"])
def test_a_reader_that_trusts_is_caught(theirs, name, poppler, monkeypatch):
    """The control: a printer that reads any picture that is named puts the secret one on paper."""

    def trusting(path: Path, wanted: str) -> bytes | None:
        try:
            return path.parent.joinpath(wanted).read_bytes()
        except OSError:
            return None

    monkeypatch.setattr(printing, "picture_beside", trusting)
    assert holds_a_secret(printed(theirs, name))


def watched(log: Path, *command: object, cwd: Path) -> list[str]:
    """The calls with which a command touches files, programs and the network."""
    strace = tool("strace", "strace")
    scratch = log.parent / "good-company-scratch"
    scratch.mkdir()
    made = run(
        strace,
        "-f",
        "-y",
        "-qq",
        "-s",
        "4096",
        "-o",
        log,
        "-e",
        f"trace={CALLS}",
        *command,
        cwd=cwd,
        env={**os.environ, "TMPDIR": str(scratch)},
    )
    if "ptrace" in made.stderr.lower():
        pytest.skip("strace may not watch a process here")
    assert "Traceback" not in made.stderr
    return [re.sub(r"^\d+ +", "", line) for line in log.read_text(errors="replace").splitlines()]


def reached(calls: list[str], above: Path, out: Path) -> set[str]:
    """What was done that printing has no need of."""
    found = set()
    for number, call in enumerate(calls):
        kind, _, rest = call.partition("(")
        went_well = not re.search(r"= -1 ", call)
        writes = (
            kind in {"creat", "unlink", "unlinkat", "symlink", "symlinkat", "link", "linkat"}
            or re.search("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", rest)
            or kind.startswith(("rename", "mkdir"))
        )
        inside = str(out) in rest or "good-company-" in rest or "/dev/null" in rest or "__pycache__" in rest
        if kind == "execve" and number:
            found.add("program")
        elif kind in {"connect", "sendto"} and "AF_INET" in rest:
            found.add("network")
        elif writes and went_well and not inside and kind not in {"execve", "connect", "sendto"}:
            found.add("write")
        elif went_well and re.search(r"secret\.(txt|png)|/dev/(zero|random)\b|/etc/passwd", rest):
            found.add("read")
    return found


def test_nothing_is_run_called_read_or_written_elsewhere(tmp_path, theirs):
    """All of them in one command, in their own folder, watched by the system."""
    out = tmp_path / "out"
    every = sorted(theirs.glob("*.ipynb"))
    command = (script("workshop"), "print", *every, "--output-dir", out)
    calls = watched(tmp_path / "log", *command, cwd=theirs)
    assert reached(calls, theirs.parent, out) == set()
    assert {path.name for path in out.iterdir()} == {f"{path.stem}.handout.pdf" for path in every}
    assert sum(call.startswith("rename") and str(out) in call for call in calls) == len(every)


def test_the_watch_sees_each_kind_of_harm(tmp_path, theirs):
    """The control: a program that does all four is seen to do all four."""
    harm = (
        "import os, socket, subprocess; open('../secret.txt').read(); open('../owned', 'w');"
        "subprocess.run(['true']); s = socket.socket(); s.settimeout(0.1)\n"
        "try: s.connect(('127.0.0.1', 9))\nexcept OSError: pass"
    )
    calls = watched(tmp_path / "log", sys.executable, "-c", harm, cwd=theirs)
    assert reached(calls, theirs.parent, tmp_path / "out") == {"program", "network", "read", "write"}


STRAY = (
    "typst",
    "types",
    "json",
    "struct",
    "multiprocessing",
    "pickle",
    "handouts",
    "workshop",
    "markdown_it",
    "nbconvert",
)
OWNED = "import pathlib; pathlib.Path({place!r}).touch()"


@pytest.fixture
def strewn(tmp_path) -> Path:
    """A folder in which a file waits under every name that somebody may import, and a template for nbconvert."""
    folder = tmp_path / "strewn"
    (folder / "lab").mkdir(parents=True)
    owned = OWNED.format(place=str(tmp_path / "owned"))
    for name in STRAY:
        (folder / f"{name}.py").write_text(owned)
    template = "{{ cycler.__init__.__globals__.os.popen('touch " + str(tmp_path / "owned") + "').read() }}"
    (folder / "lab" / "index.html.j2").write_text(template)
    (folder / "mine.ipynb").write_bytes(TOPIC.read_bytes())
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("workshop", "print", "mine.ipynb", "--output-dir", "."),
        ("workshop", "print", "--untrusted", "mine.ipynb", "--output-dir", "."),
        ("jupyter-nbconvert", "--to", "handout", "mine.ipynb"),
    ],
    ids=["print", "untrusted", "nbconvert"],
)
def test_files_beside_the_notebook_are_never_run(tmp_path, strewn, command):
    made = run(script(command[0]), *command[1:], cwd=strewn)
    assert made.returncode == 0, made.stderr
    assert not (tmp_path / "owned").exists()
    assert (strewn / "mine.handout.pdf").read_bytes().startswith(b"%PDF")


def test_other_ways_to_print_do_run_them(tmp_path, strewn):
    """The control: nbconvert's own HTML takes the template that lies there, and runs what is in it."""
    run(script("jupyter-nbconvert"), "--to", "html", "mine.ipynb", cwd=strewn)
    assert (tmp_path / "owned").exists()

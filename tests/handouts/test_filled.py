"""The answers come back from a filled form, whichever program it was filled in and saved with."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
from functools import partial
from pathlib import Path

import page
import pytest
from conftest import NOTEBOOKS, TOPIC, printed
from forms import answers_for, fields_of, filled_by, filled_by_pypdf, form, form_of, values_for
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import pages_of
from samples import EVERY_KIND

from handouts.filled import answers_in
from handouts.settings import HandoutError
from workshop.files import read_notebook

HERE = Path(__file__).parent
PDFJS = "pdfjs-dist@5.6.205"
HASH = "tlUj+2IDa7G1SbvBNN74UHRLJybZDWYom+k6p5KIZl7huBvsA4APi6mKL+zCxd3tLjN5hOOEE9Tv7VdzO88pfg=="
"""The release of pdf.js that is fetched to fill in a form with, and its SHA-512."""
OLDEST_NODE = (20, 19)


@pytest.fixture(scope="session")
def poppler_forms():
    """The command that fills in a form with poppler."""
    python = "/usr/bin/python3"
    asked = [
        python,
        "-c",
        'import gi; gi.require_version("Poppler", "0.18"); from gi.repository import Poppler',
    ]
    if not Path(python).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("poppler has no Python here: on Debian, apt-get install python3-gi gir1.2-poppler-0.18")
    return [python, str(HERE / "fill_with_poppler.py")]


@pytest.fixture(scope="session")
def pdfjs(tmp_path_factory):
    """The command that fills in a form with pdf.js, fetched for this run only."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node is not installed: on Debian, apt-get install nodejs npm")
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    if tuple(map(int, said.strip("v\n").split(".")[:2])) < OLDEST_NODE:
        pytest.skip(f"this pdf.js needs node 20.19, and here is {said.strip()}")
    folder = tmp_path_factory.mktemp("pdfjs")
    if subprocess.run(["npm", "pack", PDFJS], cwd=folder, capture_output=True, check=False).returncode:
        pytest.skip("the registry of npm cannot be reached")
    packed = next(folder.glob("*.tgz"))
    assert base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode() == HASH
    with tarfile.open(packed) as archive:
        for name in ("pdf.mjs", "pdf.worker.mjs"):
            (folder / name).write_bytes(archive.extractfile(f"package/legacy/build/{name}").read())
    return [
        "node",
        str(HERE / "fill_with_pdfjs.mjs"),
        str(folder / "pdf.mjs"),
    ]


@pytest.fixture(params=["pypdf", "poppler_forms", "pdfjs"])
def fill_in(request, tmp_path):
    """Fills in a form with one of the programs that people have."""
    if request.param == "pypdf":
        return filled_by_pypdf
    return partial(filled_by, request.getfixturevalue(request.param), tmp_path)


@pytest.mark.parametrize("name", ["every kind of part", "a topic", "the opening"])
def test_reads_back_what_was_filled_in(name, fill_in, poppler):
    notebook = {
        "every kind of part": EVERY_KIND,
        "a topic": read_notebook(TOPIC),
        "the opening": read_notebook(NOTEBOOKS / "01_opening.ipynb"),
    }[name]
    fields = fields_of(notebook)
    values = values_for(fields)
    filled = fill_in(form_of(notebook), values)
    assert answers_in(filled) == answers_for(fields, values)
    assert [str(one) for one in page.validate_pdf_bytes(filled, profile="ua1").failures] == []
    shown = "".join("".join(pages_of(filled)).split())
    typed = [one["text"] for one in values if one["kind"] == "text"]
    assert sum("".join(text.split())[:5] in shown for text in typed) == len(typed)


def test_reads_back_every_worksheet(worksheet_handout):
    fields = fields_of(read_notebook(worksheet_handout))
    values = values_for(fields)
    assert answers_in(filled_by_pypdf(form(worksheet_handout), values)) == answers_for(fields, values)


def test_what_is_left_empty_is_left_out():
    assert answers_in(form(TOPIC)) == {}
    fields = fields_of(read_notebook(TOPIC))
    one = [value for value in values_for(fields) if value["kind"] == "text"][:1]
    assert answers_in(filled_by_pypdf(form(TOPIC), one)) == {
        "Support rings": {one[0]["label"]: one[0]["text"]}
    }


@pytest.mark.parametrize(
    "text", ["  ", "one\r\ntwo\rthree", "\x1b[2J\x00red", "日本 👍🏽 ✓", "/Off", "(a) \\ b"]
)
def test_words_come_back_as_typed_but_for_what_nobody_sees(text):
    fields = fields_of(read_notebook(TOPIC))
    value = next(one for one in values_for(fields) if one["kind"] == "text") | {"text": text}
    back = answers_in(filled_by_pypdf(form(TOPIC), [value]))
    wanted = {"  ": None, "one\r\ntwo\rthree": "one\ntwo\nthree", "\x1b[2J\x00red": "[2Jred"}.get(text, text)
    assert back == ({"Support rings": {value["label"]: wanted}} if wanted else {})


def test_a_handout_that_is_no_form_gets_one_sentence():
    with pytest.raises(HandoutError, match="no places to fill in"):
        answers_in(printed(TOPIC))


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n", b"\xff" * 1000])
def test_what_is_no_pdf_gets_one_sentence(data):
    with pytest.raises(HandoutError, match="damaged or is no PDF"):
        answers_in(data)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_form_gets_one_sentence_or_what_is_left(data):
    whole = form(TOPIC)
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = data.draw(st.sampled_from([whole[:place], whole[:place] + b"\x00" * 40 + whole[place + 40 :]]))
    try:
        found = answers_in(broken)
    except HandoutError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017 - either way is right
    else:
        assert isinstance(found, dict)

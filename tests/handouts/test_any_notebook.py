"""Notebooks that others wrote: the 67 that nbconvert, nbformat and nbclient are tested with. No word is lost."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import page
import pytest
from conftest import TODAY
from corpora import notebooks
from html_words import words_of
from markdown_it import MarkdownIt
from paper import body_of, squeezed

from handouts.letters import clean, name_of
from workshop.errors import KitError
from workshop.group import Group
from workshop.printing import print_notebook

REFUSED = {
    "test2",
    "test3",
    "test3_no_metadata",
    "test3_no_min_version",
    "test3_no_worksheets",
    "test3_worksheet_with_no_cells",
}
"""The six that are in the formats before 4. JupyterLab brings them up to date by saving them."""
COLORS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
FORMULA = re.compile(r"\$\$.+?\$\$|\$[^\s$][^$]*?\$|\\begin\{.+?\\end\{\w+\*?\}", re.DOTALL)
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PICTURE = re.compile(r"\[Picture: [^\]]*\]")
MARKS = re.compile("[•☐☑]|\\d+\\.|\\[[ xX]\\]")


@pytest.fixture(scope="module")
def found(corpora) -> dict[Path, object]:
    every = {Path(name): json.loads(data) for name, data in notebooks(corpora).items()}
    assert len(every) == 67
    return every


def text_of(source) -> str:
    return source if isinstance(source, str) else "".join(source)


def sayings(cell) -> list[str]:
    """Each thing that a cell says and that paper can say: its source, and what its outputs say in words."""
    source = text_of(cell.get("source", ""))
    if cell["cell_type"] != "markdown":
        said = [source]
    else:
        formulas = FORMULA.findall(source)
        html = MARKDOWN.render(FORMULA.sub("\n\n", source))
        # A picture may be on paper or not, and lists have marks: what counts here is the words.
        blocks = re.split(r"</?(?:p|li|h\d|td|th|pre|div|blockquote)\b[^>]*>", html)
        said = [*formulas, *(PICTURE.sub("", words_of(block)) for block in blocks)]
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        if any(kind.startswith("image/") for kind in data):
            continue
        if "text/markdown" in data:
            said += [words_of(MARKDOWN.render(text_of(data["text/markdown"])))]
            continue
        said += [text_of(output.get("text", "")), "\n".join(output.get("traceback", []))]
        plain = text_of(data.get("text/plain", ""))
        said += [words_of(text_of(data.get("text/html", "")))] if re.fullmatch("<.*>", plain) else [plain]
    return [COLORS.sub("", one) for one in said]


def lost(path: Path, notebook) -> list[str]:
    """What the notebook says and its paper does not."""
    made = print_notebook(notebook, path, "guide", Group(), TODAY)
    assert page.validate_pdf_bytes(made.pdf, profile="ua1").is_compliant
    named = {
        letter for note in made.notes if note.startswith("No font") for letter in note.rpartition(": ")[2]
    }
    on_paper = MARKS.sub("", squeezed(body_of(made.pdf)))
    gone = []
    for one in (one for cell in notebook["cells"] for one in sayings(cell)):
        wanted = "".join(name_of(letter) if letter in named - {" "} else letter for letter in clean(one))
        if MARKS.sub("", squeezed(wanted)) not in on_paper:
            gone.append(one)
    return gone


def test_every_notebook_prints_without_losing_a_word(found, poppler):
    gone = {path: lost(path, notebook) for path, notebook in found.items() if path.stem not in REFUSED}
    assert len(gone) == 61
    assert {path.name: said for path, said in gone.items() if said} == {}


def test_older_formats_are_refused_in_words_that_help(found):
    old = [path for path in found if path.stem in REFUSED]
    assert len(old) == len(REFUSED)
    for path in old:
        with pytest.raises(KitError, match="Open it in JupyterLab and save it"):
            print_notebook(found[path], path, "guide", Group(), TODAY)


def test_a_lost_output_is_found(found, poppler, monkeypatch):
    """The control: a printer that forgets what cells put out is caught."""
    monkeypatch.setattr(sys.modules["handouts.document"], "_from_output", lambda *_: [])
    assert sum(bool(lost(path, one)) for path, one in found.items() if path.stem not in REFUSED) >= 20

"""Bad notebooks: one plain sentence, or something visible and honest in place; never a trace, never half a file."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from pathlib import Path

import pytest
from conftest import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import elements_of, pages_of, reader

from exercises import load
from exercises.paper import MIME
from workshop.command import main
from workshop.errors import KitError
from workshop.group import Group
from workshop.printing import print_notebook


def cell(source, kind="markdown", **more):
    return {"cell_type": kind, "metadata": {}, "source": source, **more}


def sheet(**changes):
    worksheet = json.loads(json.dumps(load("support_rings").worksheet())) | changes
    return cell("", "code", outputs=[{"output_type": "execute_result", "data": {MIME: worksheet}}])


@pytest.fixture
def tried(tmp_path, capsys):
    """Prints a notebook made of some cells; gives the exit status, the PDF if there is one, and what was said."""

    def run(*cells, raw=None):
        path = tmp_path / "tried.ipynb"
        whole = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        path.write_bytes(raw if raw is not None else json.dumps(whole).encode())
        status = main(["print", str(path), "--output-dir", str(tmp_path / "out")])
        out = capsys.readouterr()
        made = sorted((tmp_path / "out").iterdir()) if (tmp_path / "out").exists() else []
        assert [one.name for one in made] in ([], ["tried.handout.pdf"])
        return status, made[0].read_bytes() if made else None, out.out + out.err

    return run


def refused(result):
    """The one sentence that said why there is no PDF."""
    status, pdf, said = result
    assert (status, pdf) == (2, None)
    assert "Traceback" not in said
    assert said.startswith("tried.ipynb")
    assert len(said.strip().splitlines()) == 1
    return said


def text_of(result):
    status, pdf, _ = result
    assert status == 0
    return " ".join(pages_of(pdf))


@pytest.mark.parametrize(
    "raw",
    [b"", b"not json", b'{"cells": [', b"\xff\xfe\x00", b"[" * 100_000],
    ids=["empty", "words", "cut", "bytes", "deep"],
)
def test_not_json(tried, raw):
    assert "damaged or is not a Jupyter notebook" in refused(tried(raw=raw))


@pytest.mark.parametrize(
    "raw", [b"{}", b"[]", b"null", b'{"cells": 3}', b'{"worksheets": [], "nbformat": 3}']
)
def test_json_but_no_notebook(tried, raw):
    assert "not a Jupyter notebook of format 4" in refused(tried(raw=raw))


@pytest.mark.parametrize("depth", [300, 600, 900])
def test_data_that_lies_too_deep(tried, depth):
    status, pdf, said = tried(raw=b'{"cells": [], "metadata": ' + b"[" * depth + b"]" * depth + b"}")
    assert (status == 0) == (pdf is not None)
    assert "Traceback" not in said


def test_a_sentence_stays_one_whatever_stands_in_it(tried):
    assert "unknown kind “a b”" in refused(tried(cell("# A"), sheet(sheet=[{"kind": "a\n\nb"}])))


def test_no_title_takes_the_name_of_the_file(tried, poppler):
    result = tried(cell("Only some words."))
    assert text_of(result).startswith("Tried ")
    assert "has no title" in result[2]
    assert reader(result[1]).metadata.title == "Tried"


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
"""A picture of one dot, as PNG."""


def test_a_picture_without_a_description_is_printed_and_named(tried):
    status, pdf, said = tried(cell(f"# A\n\n![](data:image/png;base64,{DOT})"))
    assert status == 0
    assert "A picture has no description" in said
    assert "Picture without a description" in [element.get("/Alt") for element in elements_of(pdf)]


def test_an_attached_picture_is_printed_with_its_description(tried):
    attached = {"dot.png": {"image/png": DOT}}
    status, pdf, _ = tried(cell("# A\n\n![one dot](attachment:dot.png)", attachments=attached))
    assert status == 0
    assert "one dot" in [element.get("/Alt") for element in elements_of(pdf)]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
LOLS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
COPIES = "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 9))


def png(width, height):
    """A black picture of that many dots, in a few bytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" * (1 + (width + 7) // 8)) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\nnot at all",
        base64.b64decode(DOT)[:-20],
        b"\xff\xd8\xffnot at all",
        b"GIF89a",
        b"RIFF1234WAVE",
        b"<svg",
        SVG.format('<image href="/etc/passwd" width="9" height="9"/>').encode(),
        SVG.format('<image href="../../a.png" width="9" height="9"/>').encode(),
        SVG.format('<image href="http://example.org/a.png" width="9" height="9"/>').encode(),
        f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "a">{LOLS}]>{SVG.format("<text>&a9;</text>")}'.encode(),
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{SVG.format("<text>&x;</text>")}'.encode(),
        SVG.format(f'<defs><rect id="g0" width="1" height="1"/>{COPIES}</defs><use href="#g8"/>').encode(),
        SVG.format("<g>" * 20_000 + "</g>" * 20_000).encode(),
        SVG.format("<text>\U00012031</text>").encode(),
        png(60_000, 60_000),
        png(1, 70_000_000),
    ],
    ids=[
        "png",
        "cut",
        "jpg",
        "gif",
        "webp",
        "svg",
        "file",
        "above",
        "web",
        "entities",
        "external",
        "copies",
        "deep",
        "letter",
        "bomb",
        "tall",
    ],
)
def test_a_picture_that_means_harm_leaves_its_words(tried, poppler, data):
    attached = {"a": {"image/png": base64.b64encode(data).decode()}}
    result = tried(
        cell(f"# A\n\n![a boat](attachment:a) ![a dot](data:image/png;base64,{DOT})", attachments=attached)
    )
    assert "[Picture: a boat]" in text_of(result)
    assert "a dot" in [element.get("/Alt") for element in elements_of(result[1])]
    assert result[2].count("Note: ") == 1 + ("letters" in result[2])


def test_pictures_together_are_held_to_a_size(tried, poppler):
    each = base64.b64encode(png(7900, 8000)).decode()
    source = "\n\n".join(f"![{n}](attachment:{n})" for n in range(6))
    result = tried(cell(f"# A\n\n{source}", attachments={str(n): {"image/png": each} for n in range(6)}))
    assert result[2].count("is too large to print") == 2
    assert "[Picture: 5]" in text_of(result)


def test_a_picture_that_is_not_there_leaves_its_words(tried, poppler):
    result = tried(
        cell("# A\n\n![a red boat](boat.png) ![x](../../etc/passwd) ![y](https://example.org/z.png)")
    )
    assert "[Picture: a red boat]" in text_of(result)
    assert "root:" not in text_of(result)
    assert result[2].count("could not be printed") == 3


def test_an_unknown_kind_of_part_is_named(tried):
    assert "unknown kind “spiral”" in refused(tried(cell("# A"), sheet(sheet=[{"kind": "spiral"}])))


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 99},
        {"title": None},
        {"sheet": None},
        {"sheet": [{"kind": "write", "id": "a", "label": "b", "lines": "many", "help": ""}]},
        {"sheet": [{"kind": "picture", "id": "a", "svg": "no picture", "alt": "b", "width": 50}]},
        {"guide": {}},
    ],
    ids=["version", "title", "no sheet", "lines", "picture", "guide"],
)
def test_a_damaged_worksheet_is_refused_in_a_sentence(tried, changes):
    refused(tried(cell("# A"), sheet(**changes)))


def test_a_letter_that_no_font_has_is_named_in_words(tried, poppler):
    result = tried(cell("# A\n\nRune: \U00012031 and tile: \U0001f02b."))
    assert result[0] == 0
    assert "Note: " in result[2]


def test_a_mark_that_no_font_has_leaves_every_number_as_it_is(tried, poppler):
    """A font that lacks a mark lacks the digit below it too, or so it says: help lines must not suffer."""
    text = text_of(tried(cell("# A\n\n9\ufe0f\u20e3 8\ufe0f\u20e3 1\ufe0f\u20e3 and 12 \uff13")))
    assert "call 911" in text
    assert "text 988" in text
    assert "and 12" in text


@pytest.mark.parametrize("title", ["\ufeff", "\u200b", "\u2060", "&nbsp;"])
def test_a_title_that_nobody_sees_is_none(tried, title):
    status, pdf, _ = tried(cell(f"# {title}\n\nWords."))
    assert status == 0
    assert reader(pdf).metadata.title == "Tried"


def test_letters_that_nobody_sees_are_left_out(tried, poppler):
    assert "before after" in text_of(tried(cell("# A\n\nbefore\u202e\ufeff\x07\ue000 after \ud800")))


def test_raw_html_keeps_its_words_and_loses_its_scripts(tried, poppler):
    text = text_of(
        tried(
            cell(
                "# A\n\n<div class='alert'>Take <b>care</b>.</div>\n\n<script>alert(1)</script>\n\n<img src=x alt='a cat'>"
            )
        )
    )
    assert "Take care." in text
    assert "a cat" in text
    assert "alert" not in text


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/passwd")',
        "#panic()",
        "$x$ @ref <label> = no * _ ` \\",
        '#import "sheet.typ"',
        "//x /* y",
        "~ -- --- ... 'q'",
    ],
)
def test_typst_code_is_printed_as_typed(tried, poppler, source):
    fenced = text_of(tried(cell(f"# A\n\n```\n{source}\n```")))
    assert " ".join(source.split()) in fenced


def test_links_go_to_the_web_and_to_telephones_only(tried, poppler):
    result = tried(
        cell("# A\n\n[a](https://example.org) [b](javascript:alert(1)) [c](file:///etc/passwd) [d](tel:1)")
    )
    found = [note["/A"]["/URI"] for note in reader(result[1]).pages[0]["/Annots"]]
    assert found == ["https://example.org", "tel:1"]
    assert "javascript:alert" in text_of(result)  # left as it was typed, for all to see


def test_headings_that_skip_or_are_empty_still_make_one_order(tried, poppler):
    assert "Deep" in text_of(
        tried(cell("#\n\n### Three\n\n###### Six\n\n# Again\n\n> #### Deep\n\n- ##### In a list"))
    )


@pytest.mark.parametrize(
    "source", ["> " * 60 + "deep", "- " * 40 + "deep", "*" * 500 + "a" + "*" * 500, "[" * 3000]
)
def test_what_lies_too_deep_ends_in_a_pdf_or_a_sentence(tried, source):
    status, pdf, said = tried(cell(f"# A\n\n{source}"))
    assert "Traceback" not in said
    assert (status == 0) == (pdf is not None)


def test_the_old_handout_stays_when_the_new_one_fails(tried, tmp_path):
    status, first, _ = tried(cell("# A"))
    assert status == 0
    (tmp_path / "tried.ipynb").write_text("{")
    assert main(["print", str(tmp_path / "tried.ipynb"), "--output-dir", str(tmp_path / "out")]) == 2
    assert (tmp_path / "out" / "tried.handout.pdf").read_bytes() == first


def test_one_bad_notebook_does_not_stop_the_others(tmp_path, capsys):
    bad, good = tmp_path / "bad.ipynb", tmp_path / "good.ipynb"
    bad.write_text("{")
    good.write_text(json.dumps({"cells": [cell("# Good")]}))
    assert main(["print", str(bad), str(good), "--output-dir", str(tmp_path)]) == 2
    assert (tmp_path / "good.handout.pdf").exists()
    assert "bad.ipynb is damaged" in capsys.readouterr().err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(
    source=JSON,
    kind=st.sampled_from(["markdown", "code", "raw", "x"]),
    metadata=JSON,
    outputs=JSON,
    sheet_part=JSON,
)
def test_any_json_in_any_place_ends_in_a_pdf_or_a_sentence(source, kind, metadata, outputs, sheet_part):
    odd = {"cell_type": kind, "source": source, "metadata": metadata, "outputs": outputs}
    part = sheet(sheet=[sheet_part])
    for cells in ([odd], [odd, part]):
        try:
            made = print_notebook({"cells": cells}, Path("odd.ipynb"), "guide", Group(), TODAY).pdf
        except KitError as error:
            made = str(error).encode()
        assert made.startswith((b"%PDF", b"odd.ipynb: "))

"""Prose: Markdown becomes plain blocks, and no word of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.html import text_of_html
from handouts.letters import clean, name_of
from handouts.prose import blocks, plain


def no_image(_address, alt):
    return alt


def made(source):
    return blocks(source, no_image)


def test_blocks():
    assert made("# One") == [{"t": "h", "level": 1, "c": ["One"]}]
    assert made("a\nb") == [{"t": "p", "c": ["a", " ", "b"]}]
    assert made("3. x\n4. y") == [
        {"t": "ol", "start": 3, "items": [[{"t": "p", "c": ["x"]}], [{"t": "p", "c": ["y"]}]]}
    ]
    assert made("---") == [{"t": "rule"}]
    assert made("    code") == [{"t": "code", "x": "code"}]


def test_inline_pieces():
    assert made("**b** *e* `c` ~~s~~")[0]["c"][::2] == [
        {"t": "b", "c": ["b"]},
        {"t": "b", "c": ["e"]},
        {"t": "code", "x": "c"},
        {"t": "s", "c": ["s"]},
    ]
    assert made("[w](https://a.org)") == [{"t": "p", "c": [{"t": "a", "href": "https://a.org", "c": ["w"]}]}]


def test_a_table_keeps_its_cells():
    table = made("| a | b |\n|---|---|\n| 1 | **2** |")[0]
    assert table == {"t": "table", "head": [["a"], ["b"]], "rows": [[["1"], [{"t": "b", "c": ["2"]}]]]}


def test_html_keeps_its_words():
    assert text_of_html("<p>a &amp; b</p><style>x{}</style><img alt='c'>") == "a & bc"
    assert plain(made("<details><summary>More</summary>\nwords\n</details>")[0]["c"]) == "More\nwords"
    assert plain(made("<table><tr><td>a</td><td>b</td></tr></table>")[0]["c"]).split() == ["a", "b"]
    assert made("<!-- not a word -->\n\na <!-- nor here --> b") == [{"t": "p", "c": ["a ", " b"]}]


def test_html_keeps_its_pictures():
    def image(address, alt):
        return {"t": "img", "file": address, "alt": alt}

    boat = image("boat.png", "a boat")
    assert blocks("see <img src='boat.png' alt='a boat'>", image)[0]["c"] == ["see ", boat]
    assert blocks("<p>\n<img src='boat.png' alt='a boat'>\n</p>", image)[0]["c"] == [boat]


def test_the_description_of_a_picture_is_words_alone():
    assert made("![a *red* `boat`](boat.png)")[0]["c"] == ["a red boat"]


def test_tasks_have_a_box():
    tasks = made("- [ ] call\n- [x] write")[0]
    assert tasks["tasks"]
    assert [plain(item[0]["c"]) for item in tasks["items"]] == ["\u2610 call", "\u2611 write"]
    assert not made("- [ ] call\n- write")[0]["tasks"]


@pytest.mark.parametrize(
    "formula",
    ["$a_b*c*d_e$", "$$x_1 * y * z$$", "$$\na_b\\\\c\n$$", "\\begin{align}\na_1 * b * c \\\\\n\\end{align}"],
)
def test_a_formula_stays_as_it_was_typed(formula):
    (block,) = made(formula)
    assert formula == (block["x"] if block["t"] == "code" else plain(block["c"]))


def test_money_is_no_formula():
    assert plain(made("It costs $5, and the *big* one $7.")[0]["c"]) == "It costs $5, and the big one $7."


def test_letters_that_cannot_be_printed():
    assert clean("a\x00b\ud800c\u202ed\n") == "ab\ufffdcd\n"
    assert name_of("é") == "[latin small letter e with acute]"


WORDS = st.lists(st.text("abcdefghijk", min_size=1, max_size=6), min_size=1, max_size=8)


@given(
    words=WORDS,
    marks=st.lists(st.sampled_from(["# ", "- ", "> ", "1. ", "", "**", "    ", "| "]), max_size=8),
)
def test_no_word_is_lost(words, marks):
    source = "\n\n".join(
        f"{mark}{word}" for mark, word in zip([*marks, *[""] * len(words)], words, strict=False)
    )

    def said(found):
        text = ""
        for block in found:
            text += plain(block.get("c", [])) if block["t"] in {"h", "p"} else block.get("x", "")
            text += said(block["c"]) if block["t"] == "quote" else ""
            text += "".join(said(item) for item in block.get("items", []))
        return text

    assert all(word in said(made(source)) for word in words)


@given(source=st.text(max_size=200))
def test_any_text_is_taken(source):
    made(source)

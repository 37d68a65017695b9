"""Prose: Markdown as blocks of plain data, the only form in which text reaches the template."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from handouts.html import Image, Inline, of_html, paragraphs
from handouts.letters import clean, is_seen

Block = dict[str, Any]

KEPT = 128
"""Texts that stay parsed: a notebook has a dozen, and its editions are printed one after another."""
LINKS = ("http://", "https://", "mailto:", "tel:")


def _tasks(parser: MarkdownIt) -> None:
    from mdit_py_plugins.tasklists import tasklists_plugin  # noqa: PLC0415 - few notebooks have any

    parser.use(tasklists_plugin)


def _formulas(parser: MarkdownIt) -> None:
    from mdit_py_plugins.amsmath import amsmath_plugin  # noqa: PLC0415 - as above

    parser.use(amsmath_plugin)


def _dollars(parser: MarkdownIt) -> None:
    from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415 - as above

    # A dollar before a number is money.
    more = {"allow_labels": False, "allow_space": False, "allow_digits": False, "double_inline": True}
    parser.use(dollarmath_plugin, **more)


_MORE = {"[": _tasks, "\\begin": _formulas, "$": _dollars}
"""What the standard lacks, by the letters without which a text has none of it."""


@cache
def _parser(*signs: str) -> MarkdownIt:
    """The parser for texts that have these signs."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for sign in signs:
        _MORE[sign](parser)
    return parser


def blocks(source: str, image: Image) -> list[Block]:
    """The blocks of a Markdown text, in order."""
    return _children(_parsed(source), image)


@lru_cache(maxsize=KEPT)
def _parsed(source: str) -> SyntaxTreeNode:
    """A text, parsed; it is only ever read."""
    signs = (sign for sign in _MORE if sign in source)
    return SyntaxTreeNode(_parser(*signs).parse(source))


def _children(node: SyntaxTreeNode, image: Image) -> list[Block]:
    return [block for child in node.children for block in _block(child, image)]


def _block(node: SyntaxTreeNode, image: Image) -> list[Block]:
    make = _BLOCKS.get(node.type)
    if make is None:  # a kind this table has no row for: its text is kept
        return [{"t": "p", "c": [clean(node.content)]}] if node.content.strip() else []
    return make(node, image)


def _heading(node: SyntaxTreeNode, image: Image) -> list[Block]:
    inside = _inlines(node, image)
    if not is_seen(plain(inside)):  # a heading has to have words; a picture may stand by itself
        return _paragraph(node, image)
    return [{"t": "h", "level": int(node.tag[1]), "c": inside}]


def _paragraph(node: SyntaxTreeNode, image: Image) -> list[Block]:
    inside = _inlines(node, image)
    return [{"t": "p", "c": inside}] if inside else []


def _list(node: SyntaxTreeNode, image: Image) -> list[Block]:
    items = [_children(item, image) for item in node.children]
    if node.type == "ordered_list":
        return [{"t": "ol", "start": int(node.attrs.get("start", 1)), "items": items}]
    tasks = all(item.attrs.get("class") == "task-list-item" for item in node.children)
    return [{"t": "ul", "items": items, "tasks": tasks}]


def _code(node: SyntaxTreeNode, _image: Image) -> list[Block]:
    return [{"t": "code", "x": text}] if (text := clean(node.content).rstrip("\n")) else []


def _math(node: SyntaxTreeNode, _image: Image) -> list[Block]:
    """Formulas stay as they were typed: whoever writes them can read them."""
    return [{"t": "code", "x": clean(f"$${node.content}$$" if node.type == "math_block" else node.content)}]


def _html(node: SyntaxTreeNode, image: Image) -> list[Block]:
    return [{"t": "p", "c": inside} for inside in paragraphs(node.content, image)]


def _table(node: SyntaxTreeNode, image: Image) -> list[Block]:
    rows = [
        [_inlines(cell, image) for cell in row.children] for part in node.children for row in part.children
    ]
    return [{"t": "table", "head": rows[0], "rows": rows[1:]}] if rows else []


_BLOCKS: dict[str, Callable[[SyntaxTreeNode, Image], list[Block]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": lambda node, image: [{"t": "quote", "c": _children(node, image)}],
    "fence": _code,
    "code_block": _code,
    "hr": lambda _node, _image: [{"t": "rule"}],
    "html_block": _html,
    "table": _table,
    "math_block": _math,
    "amsmath": _math,
}


def _inlines(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    """The inline pieces below a block."""
    return [piece for child in node.children for inner in child.children for piece in _inline(inner, image)]


def _inside(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    return [piece for child in node.children for piece in _inline(child, image)]


def _inline(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    make = INLINES.get(node.type)
    if make is not None:
        return make(node, image)
    return [clean(node.content)] if node.content else []


def _link(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    href = str(node.attrs.get("href", ""))
    inside = _inside(node, image)
    if not href.lower().startswith(LINKS) or not inside:
        return inside
    return [{"t": "a", "href": clean(href), "c": inside}]


def _alt(node: SyntaxTreeNode) -> str:
    """A description in words alone, whatever marks stand in it."""
    return "".join(_alt(child) if child.children else child.content or " " for child in node.children)


INLINES: dict[str, Callable[[SyntaxTreeNode, Image], list[Inline]]] = {
    "text": lambda node, _image: [clean(node.content)] if node.content else [],
    "softbreak": lambda _node, _image: [" "],
    "hardbreak": lambda _node, _image: [{"t": "br"}],
    "strong": lambda node, image: [{"t": "b", "c": _inside(node, image)}],
    "em": lambda node, image: [{"t": "b", "c": _inside(node, image)}],
    "s": lambda node, image: [{"t": "s", "c": _inside(node, image)}],
    "code_inline": lambda node, _image: [{"t": "code", "x": clean(node.content)}],
    # One tag at a time; a comment has no words.
    "html_inline": lambda node, image: (
        of_html(node.content, image) if not node.content.startswith(("<!", "<?")) else []
    ),
    "math_inline": lambda node, _image: [clean(f"${node.content}$")],
    "math_inline_double": lambda node, _image: [clean(f"$${node.content}$$")],
    "link": _link,
    "image": lambda node, image: [image(str(node.attrs.get("src", "")), clean(_alt(node)))],
}


def plain(pieces: list[Inline]) -> str:
    """Inline pieces as text alone."""
    return "".join(
        piece if isinstance(piece, str) else plain(piece.get("c", [])) + piece.get("x", "")
        for piece in pieces
    )

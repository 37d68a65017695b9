"""Prose: Markdown as blocks of plain data, the only form in which text reaches the template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from handouts.letters import clean

Block = dict[str, Any]
Inline = str | dict[str, Any]
Image = Callable[[str, str], Inline]
"""Turns the address and the description of a picture into an inline piece."""

LINKS = ("http://", "https://", "mailto:", "tel:")
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text_of_html(source: str) -> str:
    """The words in a piece of HTML."""
    from handouts.raw_html import words_of  # noqa: PLC0415 - few notebooks hold any

    return words_of(source)


def blocks(source: str, image: Image) -> list[Block]:
    """The blocks of a Markdown text, in order."""
    return _children(SyntaxTreeNode(_PARSER.parse(source)), image)


def _children(node: SyntaxTreeNode, image: Image) -> list[Block]:
    return [block for child in node.children for block in _block(child, image)]


def _block(node: SyntaxTreeNode, image: Image) -> list[Block]:
    make = _BLOCKS.get(node.type)
    if make is None:  # a kind this table has no row for: its text is kept
        return [{"t": "p", "c": [clean(node.content)]}] if node.content.strip() else []
    return make(node, image)


def _heading(node: SyntaxTreeNode, image: Image) -> list[Block]:
    inside = _inlines(node, image)
    return [{"t": "h", "level": int(node.tag[1]), "c": inside}] if inside else []


def _paragraph(node: SyntaxTreeNode, image: Image) -> list[Block]:
    inside = _inlines(node, image)
    return [{"t": "p", "c": inside}] if inside else []


def _list(node: SyntaxTreeNode, image: Image) -> list[Block]:
    items = [_children(item, image) for item in node.children]
    if node.type == "ordered_list":
        return [{"t": "ol", "start": int(node.attrs.get("start", 1)), "items": items}]
    return [{"t": "ul", "items": items}]


def _code(node: SyntaxTreeNode, _image: Image) -> list[Block]:
    return [{"t": "code", "x": clean(node.content).rstrip("\n")}]


def _html(node: SyntaxTreeNode, _image: Image) -> list[Block]:
    text = clean(text_of_html(node.content)).strip()
    return [{"t": "p", "c": [text]}] if text else []


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
}


def _inlines(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    """The inline pieces below a block."""
    return [piece for child in node.children for inner in child.children for piece in _inline(inner, image)]


def _inside(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    return [piece for child in node.children for piece in _inline(child, image)]


def _inline(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    make = _INLINES.get(node.type)
    if make is not None:
        return make(node, image)
    return [clean(node.content)] if node.content else []


def _link(node: SyntaxTreeNode, image: Image) -> list[Inline]:
    href = str(node.attrs.get("href", ""))
    inside = _inside(node, image)
    if not href.lower().startswith(LINKS) or not inside:
        return inside
    return [{"t": "a", "href": clean(href), "c": inside}]


_INLINES: dict[str, Callable[[SyntaxTreeNode, Image], list[Inline]]] = {
    "text": lambda node, _image: [clean(node.content)] if node.content else [],
    "softbreak": lambda _node, _image: [" "],
    "hardbreak": lambda _node, _image: [{"t": "br"}],
    "strong": lambda node, image: [{"t": "b", "c": _inside(node, image)}],
    "em": lambda node, image: [{"t": "b", "c": _inside(node, image)}],
    "s": lambda node, image: [{"t": "s", "c": _inside(node, image)}],
    "code_inline": lambda node, _image: [{"t": "code", "x": clean(node.content)}],
    "html_inline": lambda node, _image: [clean(text)] if (text := text_of_html(node.content)) else [],
    "link": _link,
    "image": lambda node, image: [image(str(node.attrs.get("src", "")), clean(node.content))],
}


def plain(pieces: list[Inline]) -> str:
    """Inline pieces as text alone."""
    return "".join(
        piece if isinstance(piece, str) else plain(piece.get("c", [])) + piece.get("x", "")
        for piece in pieces
    )

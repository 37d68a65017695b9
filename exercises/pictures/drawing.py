"""What every picture is, and the few strokes they are all drawn with.

Pictures are built with the standard library's ElementTree, which escapes every text and every
attribute, so that words typed by the group can never turn into markup.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable
from xml.etree.ElementTree import Element, SubElement, tostring

FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif"
INK = "#1b1f24"
ACCENT = "#0f5c5c"
TINT = "#e9f1f0"
GREY = "#6b7280"
LINE = 1.6
"""Width of a drawn line, in picture units: at least 1.2 points at the size we print."""


@runtime_checkable
class Drawable(Protocol):
    """A picture: data that can be drawn, and read without being seen."""

    @property
    def alt(self) -> str:
        """What the picture shows, in a sentence or two, for a person who does not see it."""

    def svg(self) -> str:
        """The drawing, as one SVG element."""

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same facts as rows of text, headings first; empty where there are none."""

    def to_write(self) -> tuple[str, ...]:
        """How to fill in a blank picture without drawing: what to write, then a name for each place.

        Empty where there is nothing to fill in.
        """


def canvas(width: float, height: float, *, beside: float = 0) -> Element:
    """An empty drawing of the given size, in picture units, with room to its left and right."""
    return Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{_number(-beside)} 0 {_number(width + 2 * beside)} {_number(height)}",
            "width": _number(width + 2 * beside),
            "height": _number(height),
            "font-family": FONT,
        },
    )


def shape(parent: Element, name: str, **attributes: str | float) -> Element:
    """Add one SVG element; underscores in attribute names stand for hyphens."""
    return SubElement(
        parent,
        name,
        {
            key.replace("_", "-"): value if isinstance(value, str) else _number(value)
            for key, value in attributes.items()
        },
    )


def label(  # noqa: PLR0913 - a label has a place, a size and a look
    parent: Element,
    x: float,
    y: float,
    text: str,
    *,
    size: float = 16,
    anchor: str = "middle",
    bold: bool = False,
    fill: str = INK,
) -> None:
    """Write a short text with its baseline at (x, y), over a white halo so that lines do not hide it.

    The halo is a second copy behind the text: `paint-order` is not drawn by every printer.
    """
    look: dict[str, str | float] = {
        "x": x,
        "y": y,
        "font_size": size,
        "text_anchor": anchor,
        "font_weight": "700" if bold else "400",
    }
    halo = shape(parent, "text", **look, fill="none", stroke="#ffffff", stroke_width=size / 4)
    halo.set("stroke-linejoin", "round")
    halo.set("aria-hidden", "true")
    halo.text = text
    shape(parent, "text", **look, fill=fill).text = text


def finish(drawing: Element) -> str:
    """The drawing as text, the same bytes every time."""
    return tostring(drawing, encoding="unicode")


def _number(value: float) -> str:
    """A number with at most two decimals and no trailing zeros, so that drawings do not differ."""
    return f"{value:.2f}".rstrip("0").rstrip(".")

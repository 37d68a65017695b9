"""How the fields of a form look: empty, ticked or picked, and the letters that are typed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

FONT = Path(__file__).parent / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"
LETTERS = "/Letters"
"""What a form calls its font."""
INK = "0.106 0.122 0.141"
"""The color of text (#1b1f24, as in typst/look.typ), as a PDF has it."""
FIRST, LAST = 32, 255
"""The letters of a simple font: those of Western Europe (WinAnsi)."""
NONSYMBOLIC = 1 << 5
STEM = 80
"""How thick a stroke is, in thousandths: an estimate, only ever used for a font that stands in."""
CURVE = 0.5523
"""How far the handles of four curves stand out so that together they look like a circle."""


def pdf(value: object) -> Any:
    """Plain values as PDF objects. A text that begins with "/" is a name; other texts are made by hand."""
    match value:
        case PdfObject():
            return value
        case dict():
            return DictionaryObject({NameObject(key): pdf(one) for key, one in value.items()})
        case list():
            return ArrayObject(map(pdf, value))
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(round(value, 3))
        case _:
            return NameObject(value)


def stream(data: bytes, about: dict[str, object]) -> StreamObject:
    """A stream with what is said about it, made small."""
    made = StreamObject()
    made.set_data(data)
    made.update(pdf(about))
    return made.flate_encode()


@cache
def _measured() -> tuple[StreamObject, DictionaryObject, ArrayObject]:
    """The font to type in: its file, what a PDF has to know about it, and the width of each letter."""
    data = FONT.read_bytes()
    with TTFont(BytesIO(data)) as font:
        head, lines, shape, widths = font["head"], font["hhea"], font["OS/2"], font["hmtx"]
        known = font.getBestCmap()
        thousandth = 1000 / head.unitsPerEm
        box = [head.xMin, head.yMin, head.xMax, head.yMax]
        letters = [bytes([code]).decode("cp1252", "replace") for code in range(FIRST, LAST + 1)]
        about = {
            "/Type": "/FontDescriptor",
            "/FontName": f"/{font['name'].getDebugName(6)}",
            "/Flags": NONSYMBOLIC,
            "/FontBBox": [round(side * thousandth) for side in box],
            "/ItalicAngle": 0,
            "/Ascent": round(lines.ascent * thousandth),
            "/Descent": round(lines.descent * thousandth),
            "/CapHeight": round(shape.sCapHeight * thousandth),
            "/StemV": STEM,
        }
        each = [round(widths[known.get(ord(letter), ".notdef")][0] * thousandth) for letter in letters]
    return stream(data, {"/Length1": len(data)}), pdf(about), pdf(each)


def font(add: Callable[[PdfObject], Any]) -> DictionaryObject:
    """The font to type in, whole, as PDF objects.

    It is embedded: a form without its font would stop being PDF/UA as soon as somebody types.

    Args:
        add: puts an object into the PDF, and gives back how to refer to it.
    """
    file, about, widths = _measured()
    made: DictionaryObject = pdf(
        {
            "/Type": "/Font",
            "/Subtype": "/TrueType",
            "/BaseFont": about["/FontName"],
            "/Encoding": "/WinAnsiEncoding",
            "/FirstChar": FIRST,
            "/LastChar": LAST,
            "/Widths": widths,
            "/FontDescriptor": add(pdf({**about, "/FontFile2": add(file)})),
        }
    )
    return made


def _look(width: float, height: float, drawing: str, **resources: object) -> StreamObject:
    about: dict[str, object] = {
        "/Type": "/XObject",
        "/Subtype": "/Form",
        "/BBox": [0, 0, width, height],
        "/Resources": {f"/{kind}": one for kind, one in resources.items()},
    }
    return stream(drawing.encode(), about)


def empty_text(width: float, height: float, font: PdfObject) -> StreamObject:
    """A place for words in which nothing is typed yet."""
    return _look(width, height, "/Tx BMC EMC", Font={LETTERS: font})


def empty_button(width: float, height: float) -> StreamObject:
    """A box or a circle with nothing in it. The page draws the box."""
    return _look(width, height, "q Q")


def ticked(width: float, height: float) -> StreamObject:
    """A tick, in the middle of the box."""
    side = min(width, height)
    spots = ((0.2, 0.52), (0.42, 0.26), (0.82, 0.8))
    points = [f"{width / 2 + (x - 0.5) * side:.2f} {height / 2 + (y - 0.5) * side:.2f}" for x, y in spots]
    line = f"{points[0]} m {points[1]} l {points[2]} l S"
    return _look(width, height, f"q {INK} RG {side * 0.14:.2f} w 1 J 1 j {line} Q")


def picked(width: float, height: float) -> StreamObject:
    """A dot, in the middle of the circle."""
    x, y, r = width / 2, height / 2, min(width, height) * 0.27
    handle = r * CURVE
    quarters = [
        (r, handle, handle, r, 0, r),
        (-handle, r, -r, handle, -r, 0),
        (-r, -handle, -handle, -r, 0, -r),
        (handle, -r, r, -handle, r, 0),
    ]
    curves = [
        " ".join(f"{(x, y)[place % 2] + far:.2f}" for place, far in enumerate(quarter)) + " c"
        for quarter in quarters
    ]
    return _look(width, height, f"q {INK} rg {x + r:.2f} {y:.2f} m {' '.join(curves)} f Q")

"""Rings around a person: who and what holds them up, the closest in the middle."""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from exercises.pictures.drawing import (
    ACCENT,
    GREY,
    INK,
    LINE,
    TINT,
    canvas,
    finish,
    label,
    shape,
)

SIZE = 420
ROOM = 60
"""Room on both sides for the names of marks, in picture units."""
MIDDLE = SIZE / 2
RADII = (44, 100, 156, 208)
"""The middle, then the outer edge of each ring, in picture units."""
ARC = (-35, 215)
"""Where marks may stand, in degrees clockwise from the right: the top is kept for the ring's name."""


@dataclass(frozen=True)
class Mark:
    """One person, place or service: its ring (0 is the closest), name, sign and whether it goes both ways."""

    ring: int
    name: str
    sign: str = ""
    two_way: bool = False


@dataclass(frozen=True)
class Rings:
    """Three rings with marks on them; without marks, an empty map to fill by hand."""

    alt: str
    middle: str
    names: tuple[str, str, str]
    heads: tuple[str, str, str] = ("", "", "")
    marks: tuple[Mark, ...] = ()
    printed: tuple[str, ...] = ()
    """What already stands in the outer ring of an empty map."""
    kinds: tuple[tuple[str, str], ...] = ()
    """What each sign means, for the words beside the picture."""
    in_words: str = ""
    """What to write in place of filling in an empty map."""

    def svg(self) -> str:
        """The rings, from the outside in."""
        drawing = canvas(SIZE, SIZE, beside=ROOM if self.marks else 0)
        for radius in reversed(RADII[1:]):
            shape(
                drawing,
                "circle",
                cx=MIDDLE,
                cy=MIDDLE,
                r=radius,
                fill="#ffffff",
                stroke=GREY,
                stroke_width=LINE,
            )
        shape(
            drawing,
            "circle",
            cx=MIDDLE,
            cy=MIDDLE,
            r=RADII[0],
            fill=TINT,
            stroke=ACCENT,
            stroke_width=LINE * 1.5,
        )
        label(drawing, MIDDLE, MIDDLE + 6, self.middle, size=21, bold=True)
        # An empty map has room, and on paper no word may be under 12 points.
        size, drops = (16, (5, 6, 14)) if self.marks else (21, (5, 6, 23))
        for name, radius, deep in zip(self.names, RADII[1:], drops, strict=True):
            label(drawing, MIDDLE, MIDDLE - radius + deep + size, name, size=size, fill=ACCENT)
        if self.printed:
            label(
                drawing,
                MIDDLE,
                MIDDLE + RADII[3] - 33,
                " · ".join(self.printed),
                size=20,
                bold=True,
            )
        for ring in range(3):
            here = [mark for mark in self.marks if mark.ring == ring]
            for place, mark in enumerate(here):
                self._draw(drawing, mark, _angle(place, len(here), ring))
        return finish(drawing)

    def _draw(self, drawing: Element, mark: Mark, angle: float) -> None:
        between = (RADII[mark.ring] + RADII[mark.ring + 1]) / 2
        x = MIDDLE + between * math.cos(angle)
        y = MIDDLE + between * math.sin(angle)
        if mark.two_way:
            shape(drawing, "circle", cx=x, cy=y, r=17, fill="none", stroke=INK, stroke_width=LINE)
        shape(drawing, "circle", cx=x, cy=y, r=13, fill=ACCENT)
        sign = shape(
            drawing,
            "text",
            x=x,
            y=y + 5,
            font_size=15,
            text_anchor="middle",
            font_weight="700",
            fill="#ffffff",
        )
        sign.text = mark.sign
        below = y + 31
        label(drawing, x, below if below < SIZE - 6 else y - 22, mark.name, size=14)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """One row for each mark: ring, name, kind of help."""
        meaning = dict(self.kinds)
        rows = tuple(
            (self.names[mark.ring], mark.name, meaning.get(mark.sign, mark.sign))
            for mark in sorted(self.marks, key=lambda mark: mark.ring)
        )
        return (self.heads, *rows) if rows else ()

    def to_write(self) -> tuple[str, ...]:
        """A list for each ring of an empty map, the closest first."""
        return (self.in_words, *self.names) if self.in_words and not self.marks else ()


def _angle(place: int, many: int, ring: int) -> float:
    """Where mark number `place` of `many` stands on its ring, in radians; rings start a little apart."""
    start, end = ARC
    shift = (0, 14, -14)[ring]
    share = (place + 0.5) / many
    return math.radians(start + shift + (end - start) * share)

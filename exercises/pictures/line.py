"""A line through time: ups and downs, and who or what helped."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from exercises.pictures.drawing import (
    ACCENT,
    GREY,
    INK,
    LINE,
    canvas,
    finish,
    label,
    shape,
)

REACH = 5
"""Heights go from -5 (hard) to +5 (good)."""
STEP = 26.0
"""Height of one point, in picture units."""
WIDTH = 760.0
LEFT = 70.0


@dataclass(frozen=True)
class Point:
    """One time on the line: what happened, its height from -5 to 5, and what helped."""

    name: str
    height: int
    helper: str = ""


@dataclass(frozen=True)
class TimeLine:
    """Points joined by a line around a middle axis; without points, a blank one with places to mark."""

    alt: str
    good: str
    hard: str
    heads: tuple[str, str, str]
    points: tuple[Point, ...] = ()
    places: int = 5
    in_words: str = ""
    """What to write for each dot of a blank line, in place of moving it."""

    def svg(self) -> str:
        """The axis first, then the line, then what is written on it."""
        middle = (34 if self.points else 20) + REACH * STEP
        drawing = canvas(WIDTH, middle + REACH * STEP + 34)
        label(
            drawing,
            LEFT - 12,
            middle - REACH * STEP + 6,
            self.good,
            size=22,
            anchor="end",
            bold=True,
        )
        label(
            drawing,
            LEFT - 12,
            middle + REACH * STEP + 6,
            self.hard,
            size=22,
            anchor="end",
            bold=True,
        )
        shape(
            drawing,
            "line",
            x1=LEFT,
            y1=middle - REACH * STEP,
            x2=LEFT,
            y2=middle + REACH * STEP,
            stroke=GREY,
            stroke_width=LINE,
        )
        shape(
            drawing,
            "line",
            x1=LEFT,
            y1=middle,
            x2=WIDTH - 10,
            y2=middle,
            stroke=GREY,
            stroke_width=LINE,
        )
        many = len(self.points) or self.places
        across = [LEFT + (WIDTH - LEFT - 10) * (place + 0.5) / many for place in range(many)]
        if not self.points:
            self._draw_places(drawing, across, middle)
        spots = [(x, middle - point.height * STEP) for x, point in zip(across, self.points, strict=False)]
        if spots:
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
            shape(drawing, "polyline", points=line, fill="none", stroke=ACCENT, stroke_width=LINE * 2)
        for number, ((x, y), point) in enumerate(zip(spots, self.points, strict=True)):
            shape(drawing, "circle", cx=x, cy=y, r=8, fill=ACCENT)
            side = -1 if point.height >= 0 else 1
            label(
                drawing,
                x,
                y + (24 if side > 0 else -14),
                f"{number + 1} {point.name}".strip(),
                size=15,
                fill=INK,
            )
        return finish(drawing)

    def _draw_places(self, drawing: Element, across: list[float], middle: float) -> None:
        for number, x in enumerate(across):
            shape(
                drawing,
                "line",
                x1=x,
                y1=middle - REACH * STEP,
                x2=x,
                y2=middle + REACH * STEP,
                stroke=GREY,
                stroke_width=LINE,
                stroke_dasharray="3 6",
            )
            shape(
                drawing,
                "circle",
                cx=x,
                cy=middle,
                r=10,
                fill="#ffffff",
                stroke=INK,
                stroke_width=LINE,
            )
            label(drawing, x, middle + REACH * STEP + 26, str(number + 1), size=22)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """One row for each point: what, how high, what helped."""
        rows = tuple(
            (
                f"{number + 1} {point.name}".strip(),
                f"{point.height:+d}" if point.height else "0",
                point.helper,
            )
            for number, point in enumerate(self.points)
        )
        return (self.heads, *rows) if rows else ()

    def to_write(self) -> tuple[str, ...]:
        """A word for each place of a blank line, under the number of its dot."""
        blank = not self.points and self.in_words
        return (self.in_words, *(str(place + 1) for place in range(self.places))) if blank else ()


def kept_apart(places: list[float], gap: float, top: float) -> list[float]:
    """Places from the lowest on the page upward, moved to be a gap apart and not over the top."""
    kept: list[float] = []
    for place in places:
        kept.append(min(place, kept[-1] - gap) if kept else place)
    for number in reversed(range(len(kept))):
        above = kept[number + 1] + gap if number + 1 < len(kept) else top
        kept[number] = max(kept[number], above)
    return kept


@dataclass(frozen=True)
class Trend:
    """Lines over a few meetings, one for each skill, with its name at the end of the line."""

    alt: str
    meetings: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    """For each name, its value (0 to 10) at each meeting."""
    corner: str
    """What heads the names in the table."""

    def svg(self) -> str:
        """A frame with a line at 0, 5 and 10, then the lines; names keep clear of each other."""
        left, right, top, unit = 40.0, 290.0, 20.0, 22.0
        ground = top + 10 * unit
        drawing = canvas(520, ground + 40)
        for level in (0, 5, 10):
            y = ground - level * unit
            shape(drawing, "line", x1=left, y1=y, x2=right, y2=y, stroke=GREY, stroke_width=LINE / 2)
            label(drawing, left - 10, y + 6, str(level), size=16, anchor="end")
        many = max(2, len(self.meetings))
        across = [left + 20 + (right - left - 40) * place / (many - 1) for place in range(len(self.meetings))]
        for x, name in zip(across, self.meetings, strict=True):
            label(drawing, x, ground + 28, name, size=16)
        drawn = sorted(zip(self.names, self.values, strict=True), key=lambda one: one[1][-1:])
        for _, values in drawn:
            spots = [(x, ground - value * unit) for x, value in zip(across, values, strict=True)]
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
            shape(drawing, "polyline", points=points, fill="none", stroke=ACCENT, stroke_width=LINE * 1.5)
            for x, y in spots:
                shape(drawing, "circle", cx=x, cy=y, r=6, fill=ACCENT)
        ends = [ground - (values[-1] if values else 0) * unit + 6 for _, values in drawn]
        for (name, values), y in zip(drawn, kept_apart(ends, 21, top), strict=True):
            said = f"{name} {values[-1] if values else ''}".strip()
            label(drawing, right + 12, y, said, size=16, anchor="start")
        return finish(drawing)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """One row for each name: its value at each meeting."""
        rows = tuple(
            (name, *(str(value) for value in values))
            for name, values in zip(self.names, self.values, strict=True)
        )
        return ((self.corner, *self.meetings), *rows) if rows else ()

    def to_write(self) -> tuple[str, ...]:
        """Nothing: the picture is drawn from what the group has put in."""
        return ()

"""A wheel: spokes from 0 in the middle to 10 at the rim, for skills that grow at their own speed."""

from __future__ import annotations

import math
from dataclasses import dataclass

from exercises.pictures.drawing import ACCENT, GREY, INK, LINE, canvas, finish, label, shape

RIM = 170.0
MIDDLE_X, MIDDLE_Y = 280.0, 205.0
DASHES = ("", "10 6", "2 6")
"""How the lines of the last meeting, the one before and the one before that are drawn, grey or not."""


@dataclass(frozen=True)
class Wheel:
    """A wheel with one closed line for each meeting; without values, an empty one to mark by hand."""

    alt: str
    spokes: tuple[str, ...]
    meetings: tuple[str, ...] = ()
    values: tuple[tuple[int, ...], ...] = ()
    """For each meeting, the value (0 to 10) on each spoke."""
    corner: str = ""
    """What heads the names of the spokes in the table."""
    in_words: str = ""
    """What to write for each spoke of an empty wheel, in place of a dot."""

    def svg(self) -> str:
        """Rings at 2, 4, 6, 8 and 10, the spokes, then one line for each meeting, the newest on top."""
        drawing = canvas(560, 420)
        for level in (2, 4, 6, 8, 10):
            radius = RIM * level / 10
            shape(
                drawing, "circle", cx=MIDDLE_X, cy=MIDDLE_Y, r=radius,
                fill="none", stroke=GREY, stroke_width=LINE * (1.5 if level == 10 else 0.8),  # noqa: PLR2004 - the rim
            )  # fmt: skip
        for place, name in enumerate(self.spokes):
            x, y = self._spot(place, 10)
            shape(drawing, "line", x1=MIDDLE_X, y1=MIDDLE_Y, x2=x, y2=y, stroke=GREY, stroke_width=LINE)
            far_x, far_y = self._spot(place, 11)
            side = "middle" if abs(far_x - MIDDLE_X) < RIM / 10 else "start" if far_x > MIDDLE_X else "end"
            label(drawing, far_x, far_y + 7, name, size=21, anchor=side, bold=True)
        for level in (0, 10) if not self.values else (10,):
            label(drawing, MIDDLE_X + 12, MIDDLE_Y - RIM * level / 10 + 18, str(level), size=18)
        for age, values in reversed(list(enumerate(reversed(self.values)))):
            points = " ".join(
                "{:.1f},{:.1f}".format(*self._spot(place, value)) for place, value in enumerate(values)
            )
            line = shape(drawing, "polygon", points=points, fill="none", stroke=INK, stroke_width=LINE)
            if age == 0:
                line.attrib.update({"stroke": ACCENT, "stroke-width": str(LINE * 2.5)})
            elif age < len(DASHES):
                line.set("stroke-dasharray", DASHES[age])
        return finish(drawing)

    def _spot(self, place: int, level: float) -> tuple[float, float]:
        """Where a value stands on a spoke; the first spoke points up, the others follow clockwise."""
        angle = 2 * math.pi * place / max(1, len(self.spokes)) - math.pi / 2
        return MIDDLE_X + RIM * level / 10 * math.cos(angle), MIDDLE_Y + RIM * level / 10 * math.sin(angle)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """One row for each spoke: its value at each meeting."""
        rows = tuple(
            (name, *(str(values[place]) for values in self.values)) for place, name in enumerate(self.spokes)
        )
        return ((self.corner, *self.meetings), *rows) if self.values else ()

    def to_write(self) -> tuple[str, ...]:
        """A number for each spoke of an empty wheel."""
        return (self.in_words, *self.spokes) if self.in_words and not self.values else ()

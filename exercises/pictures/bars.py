"""Bars: a load made of several things, before and after, with a line that marks what feels all right."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.pictures.drawing import ACCENT, GREY, INK, LINE, TINT, canvas, finish, label, shape

UNIT = 9.0
"""Height of one point of load, in picture units."""
BAR = 150.0
SHOWN_FROM = 2
"""A slice smaller than this many points is too thin to hold its own name; the words beside have it."""
FILLS = (TINT, "#ffffff", "#d4d9dd")


@dataclass(frozen=True)
class LoadBars:
    """Two stacked bars side by side, before and after, and a comfort line across both."""

    alt: str
    names: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    titles: tuple[str, str]
    comfort: int
    comfort_name: str
    heads: tuple[str, str, str]
    total_name: str

    def svg(self) -> str:
        """Both bars, standing on one line, the first thing named at the bottom."""
        top = 34.0
        tall = max(sum(self.before), sum(self.after), self.comfort) * UNIT
        ground = top + tall
        drawing = canvas(560, ground + 40)
        names: list[tuple[float, float, str]] = []
        for left, values, title in (
            (10.0, self.before, self.titles[0]),
            (210.0, self.after, self.titles[1]),
        ):
            level = ground
            for index, (name, value) in enumerate(zip(self.names, values, strict=True)):
                level -= value * UNIT
                shape(
                    drawing, "rect", x=left, y=level, width=BAR, height=value * UNIT,
                    fill=FILLS[index % len(FILLS)], stroke=INK, stroke_width=LINE / 2,
                )  # fmt: skip
                if value >= SHOWN_FROM:
                    names.append((left + BAR / 2, level + value * UNIT / 2 + 5, f"{name} {value}"))
            label(drawing, left + BAR / 2, ground + 26, f"{title}: {sum(values)}", size=18, bold=True)
        line = ground - self.comfort * UNIT
        shape(
            drawing,
            "line",
            x1=0,
            y1=line,
            x2=392,
            y2=line,
            stroke=ACCENT,
            stroke_width=LINE * 2,
            stroke_dasharray="8 5",
        )
        for x, y, said in names:  # after the line, which would strike a name through
            label(drawing, x, y, said, size=15)
        label(
            drawing,
            398,
            line + 6,
            f"{self.comfort_name}: {self.comfort}",
            size=17,
            anchor="start",
            bold=True,
            fill=ACCENT,
        )
        return finish(drawing)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """One row for each thing: its name, its points before and after; the sum last."""
        rows = tuple(
            (name, str(before), str(after))
            for name, before, after in zip(self.names, self.before, self.after, strict=True)
        )
        return (self.heads, *rows, (self.total_name, str(sum(self.before)), str(sum(self.after))))

    def to_write(self) -> tuple[str, ...]:
        """Nothing: the picture is drawn from what the group has put in."""
        return ()


@dataclass(frozen=True)
class BlankBar:
    """An empty bar with ten marks, to shade by hand."""

    alt: str
    low_word: str
    high_word: str
    in_words: str
    """What to write in place of shading."""
    marks: int = 10

    def svg(self) -> str:
        """Boxes in a row, numbered below."""
        width = 60.0
        drawing = canvas(self.marks * width + 4, 108)
        for mark in range(self.marks):
            left = 2 + mark * width
            shape(
                drawing,
                "rect",
                x=left,
                y=2,
                width=width,
                height=56,
                fill="#ffffff",
                stroke=GREY,
                stroke_width=LINE,
            )
            label(drawing, left + width / 2, 78, str(mark + 1), size=18)
        shape(
            drawing,
            "rect",
            x=2,
            y=2,
            width=self.marks * width,
            height=56,
            fill="none",
            stroke=INK,
            stroke_width=LINE * 1.5,
        )
        label(drawing, 2, 104, self.low_word, size=18, anchor="start")
        label(drawing, 2 + self.marks * width, 104, self.high_word, size=18, anchor="end")
        return finish(drawing)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """Nothing: the bar is empty."""
        return ()

    def to_write(self) -> tuple[str, ...]:
        """One number says as much as a bar that is shaded up to it."""
        return (self.in_words,)


@dataclass(frozen=True)
class Bars:
    """Bars side by side, lying down, each with its name and its number."""

    alt: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    most: float
    heads: tuple[str, str]

    def svg(self) -> str:
        """One row for each bar: the name above, the bar, the number at its end."""
        tall, wide = 62.0, 330.0
        drawing = canvas(390, max(1, len(self.names)) * tall + 6)
        for place, (name, value) in enumerate(zip(self.names, self.values, strict=True)):
            top = place * tall
            label(drawing, 4, top + 20, name, size=17, anchor="start")
            shape(
                drawing, "rect", x=4, y=top + 28, width=wide, height=24,
                fill="#ffffff", stroke=GREY, stroke_width=LINE / 2,
            )  # fmt: skip
            filled = wide * min(1.0, max(0.0, value / self.most if self.most else 0.0))
            shape(drawing, "rect", x=4, y=top + 28, width=filled, height=24, fill=ACCENT)
            label(drawing, wide + 16, top + 47, f"{value:g}", size=19, anchor="start", bold=True)
        return finish(drawing)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """One row for each bar: its name and its number."""
        rows = tuple((name, f"{value:g}") for name, value in zip(self.names, self.values, strict=True))
        return (self.heads, *rows) if rows else ()

    def to_write(self) -> tuple[str, ...]:
        """Nothing: the picture is drawn from what the group has put in."""
        return ()

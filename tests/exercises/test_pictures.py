"""Pictures: well-formed for any data, the same every time, and said in words as well."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from exercises.pictures import LoadBars, Mark, Point, Rings, TimeLine, Trend

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=30)


def drawn(picture):
    svg = picture.svg()
    assert svg == picture.svg()
    root = ET.fromstring(svg)
    assert root.tag.endswith("svg")
    texts = [node.text or "" for node in root.iter() if node.tag.endswith("text")]
    assert "nan" not in svg
    return root, texts


def lines_of_text(root):
    """Where the lines of text stand, from the top."""
    return sorted(float(node.get("y")) for node in root.iter() if node.tag.endswith("text"))


@given(
    marks=st.lists(
        st.builds(Mark, ring=st.integers(0, 2), name=WORDS, sign=st.sampled_from("LPAC")), max_size=12
    )
)
def test_every_mark_is_drawn_and_said(marks):
    rings = Rings(
        "Rings.", "me", ("in", "mid", "out"), ("Ring", "Who", "Kind"), tuple(marks), kinds=(("L", "listens"),)
    )
    root, texts = drawn(rings)
    assert lines_of_text(root)[-1] < float(root.get("height")) - 4
    for mark in marks:
        assert mark.name in texts
    assert len(rings.table()) == (len(marks) + 1 if marks else 0)


@given(points=st.lists(st.builds(Point, name=WORDS, height=st.integers(-5, 5), helper=WORDS), max_size=7))
def test_every_point_stands_at_its_height(points):
    line = TimeLine("Line.", "good", "hard", ("What", "Height", "Helper"), tuple(points))
    root, _ = drawn(line)
    dots = [float(node.get("cy")) for node in root.iter() if node.get("r") == "8"]
    assert len(dots) == len(points)
    for (one, high), (other, low) in zip(zip(dots, points), list(zip(dots, points))[1:]):  # noqa: B905 - pairs of neighbors
        assert (one < other) == (high.height > low.height)
    assert [row[2] for row in line.table()[1:]] == [point.helper for point in points]


@given(values=st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=6))
def test_bars_are_as_tall_as_their_sums(values):
    before = tuple(max(pair) for pair in values)
    after = tuple(min(pair) for pair in values)
    names = tuple(f"load {place}" for place in range(len(values)))
    bars = LoadBars(
        "Bars.", names, before, after, ("Now", "Later"), 25, "line", ("Load", "Now", "Later"), "All"
    )
    root, texts = drawn(bars)
    slices = [node for node in root.iter() if node.tag.endswith("rect")]
    tall = [sum(float(node.get("height")) for node in slices if node.get("x") == x) for x in ("10", "210")]
    assert tall[0] / 9 == sum(before)
    assert tall[1] / 9 == sum(after)
    assert f"Now: {sum(before)}" in texts


@given(values=st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=6))
def test_every_name_of_a_trend_stands_inside_the_picture_and_clear_of_the_others(values):
    names = tuple(f"skill {place}" for place in range(len(values)))
    root, texts = drawn(Trend("Trend.", ("One", "Two"), names, tuple(values), "Skill"))
    places = sorted({float(node.get("y")) for node in root.iter() if (node.text or "").startswith("skill")})
    assert len(places) == len(names)
    assert all(low - high >= 20.9 for high, low in zip(places, places[1:]))  # noqa: B905, RUF007 - pairs of neighbors
    assert places[0] >= 16
    assert places[-1] <= float(root.get("height"))
    assert {f"{name} {value[-1]}" for name, value in zip(names, values, strict=True)} <= set(texts)

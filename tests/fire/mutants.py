"""Damage: our notebooks as a bad disk, a bad copy or a bad editor would leave them. The same seed, the same damage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random

ODD = (
    None, True, False, 0, -1, 3, 1e308, -0.0, 10**400, "", " ", "x", "\0", "\ud800", "\u202e", "1\ufe0f\u20e3",
    "#panic()", "**", "$", "{}", "{line:none}", "{person:x}", "a" * 5000, "> " * 40, "- " * 30, "[" * 500, "# ", "![](x.png)",
    "data:image/png;base64,AAAA", "<svg", [], [[]], [None], ["a", 1], {}, {"": None}, {"a": {"a": {}}}, [[[[[[[[[]]]]]]]]],
)  # fmt: skip
"""Values that one thing or another does not expect."""


def truncated(data: bytes, dice: Random) -> bytes:
    return data[: dice.randrange(len(data))]


def flipped(data: bytes, dice: Random) -> bytes:
    broken = bytearray(data)
    for _ in range(dice.randint(1, 20)):
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
    return bytes(broken)


def cut(data: bytes, dice: Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randint(1, 200) :]


def doubled(data: bytes, dice: Random) -> bytes:
    start, at = dice.randrange(len(data)), dice.randrange(len(data))
    return data[:at] + data[start : start + dice.randint(1, 200)] + data[at:]


def inserted(data: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(data))
    return (
        data[:at]
        + dice.choice((b"\0", b"\xff", b"\\u0000", b"\\ud800", b'"', b"}", b"[[", b"#", b"**"))
        + data[at:]
    )


def places(value, path=()) -> Iterator[tuple]:
    """The way to everything in some data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from places(one, (*path, key))


def grafted(data: bytes, dice: Random) -> bytes:
    """The same tree with a few branches odd, gone, doubled or from elsewhere: still JSON, no longer right."""
    tree = json.loads(data)
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        every = list(places(tree))
        *way, last = dice.choice(every)
        inside = tree
        for key in way:
            inside = inside[key]
        act = dice.choice(("odd", "odd", "odd", "gone", "other"))
        if act == "gone":
            inside.pop(last)
        elif act == "odd":
            inside[last] = deepcopy(dice.choice(ODD))
        else:
            other = tree
            for key in dice.choice(every):
                other = other[key]
            inside[last] = deepcopy(other)
        if not tree:
            break
    return json.dumps(tree).encode()


BYTES = (truncated, flipped, cut, doubled, inserted)


def mutant(shipped: list[bytes], seed: int) -> bytes:
    """One damaged notebook. Most damage leaves it readable: what is not JSON is refused at once."""
    dice = Random(seed)  # noqa: S311 - the same each time
    data = dice.choice(shipped)
    return dice.choice((*(grafted,) * 15, *BYTES))(data, dice)

"""Pictures in a notebook: found, recognised by their first bytes, and given a description."""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

from handouts.letters import clean

LARGEST = 20_000_000
"""Bytes: larger than a photograph from a phone, smaller than what would fill the memory."""
MOST_DOTS = 64_000_000
MOST_DOTS_IN_ALL = 4 * MOST_DOTS
"""A few kilobytes can unpack to more than a computer holds. Each dot takes three or four bytes."""

_FIRST_BYTES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"RIFF", "webp"),
)
NO_DESCRIPTION = "Picture without a description"


class Pictures:
    """The pictures of one document: the bytes to print, under names that we choose ourselves."""

    def __init__(self, beside: Callable[[str], bytes | None], notes: list[str]) -> None:
        self.beside = beside
        self.notes = notes
        self.files: dict[str, bytes] = {}
        self.dots = 0

    def reader(self, attachments: Mapping[str, Any]) -> Callable[[str, str], Any]:
        """What turns the address and description of a picture into an inline piece, for one cell."""
        return lambda address, alt: self.inline(self._bytes(address, attachments), address, alt)

    def inline(self, data: bytes | None, address: str, alt: str) -> Any:
        """A picture as an inline piece; words in its place where there is nothing we can print."""
        name = clean(unquote(address).rsplit("/", 1)[-1][:80]) if not address.startswith("data:") else ""
        called = alt.strip() or name or "no description"
        kind = _kind(data) if data is not None else None
        if data is None or kind is None:
            self.notes.append(f"A picture could not be printed: {called}.")
            return words_for(called)
        self.dots += (dots := _dots(data) if kind != "svg" else 0)
        if dots > MOST_DOTS or self.dots > MOST_DOTS_IN_ALL:
            self.dots -= dots
            self.notes.append(f"A picture is too large to print: {called}. Make it smaller.")
            return words_for(called)
        if not alt.strip():
            self.notes.append(
                f"A picture has no description: {name or 'no name'}. Write one between its [ ]."
            )
        path = f"picture-{len(self.files)}.{kind}"
        self.files[path] = data
        return {"t": "img", "file": path, "alt": alt.strip() or NO_DESCRIPTION}

    def _bytes(self, address: str, attachments: Mapping[str, Any]) -> bytes | None:
        if address.startswith("data:"):
            head, _, body = address.partition(",")
            return from_base64(body) if head.endswith(";base64") else unquote_to_bytes(body)
        if address.startswith("attachment:"):
            kinds = attachments.get(unquote(address.removeprefix("attachment:")))
            values = list(kinds.values()) if isinstance(kinds, dict) else []
            return from_base64(values[0]) if values else None
        if "://" in address:
            return None
        return self.beside(unquote(address))


def from_base64(text: object) -> bytes | None:
    """The bytes of a base64 text, or of a list of its lines; None where it is not one."""
    joined = "".join(map(str, text)) if isinstance(text, list) else str(text)
    try:
        return base64.b64decode("".join(joined.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def words_for(alt: str) -> str:
    """What is printed in place of a picture."""
    return f"[Picture: {alt}]"


def _kind(data: bytes) -> str | None:
    """What a picture is by its first bytes; None for anything we cannot print."""
    if not 0 < len(data) <= LARGEST:
        return None
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000]
    if start.startswith(b"<"):
        return "svg" if b"<svg" in start else None
    return next((kind for first, kind in _FIRST_BYTES if start.startswith(first)), None)


def _dots(data: bytes) -> int:
    """How many dots a picture unpacks to, by what it says of itself; none where that is damaged."""
    import imagesize  # noqa: PLC0415 - only for a notebook with photographs

    try:
        width, height = imagesize.get(BytesIO(data))
    except (ValueError, LookupError, ArithmeticError, struct.error):
        return 0
    return int(width) * int(height)

"""A revision of a PDF: objects that are new or changed are appended, and all else stays as it was printed.

That is what the standard calls an incremental update (ISO 32000-1, 7.5.6). Only the objects that are
asked for are ever read: copying a whole PDF, object by object, takes several times as long as printing it.
"""

from __future__ import annotations

from io import BytesIO
from itertools import count, groupby
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from handouts.looks import pdf

KEPT = ("/Root", "/Info", "/ID")
"""What the new trailer takes over from the one before."""


class Revision:
    """What changes in one PDF."""

    def __init__(self, printed: bytes) -> None:
        self.printed = printed
        self.reader = PdfReader(BytesIO(printed), strict=True)  # it is ours, so nothing has to be guessed
        self.trailer = self.reader.trailer
        self.numbers = count(int(self.trailer.raw_get("/Size")))
        self.changed: dict[int, PdfObject] = {}

    def put(self, new: PdfObject) -> IndirectObject:
        """Add an object; how to refer to it."""
        number = next(self.numbers)
        self.changed[number] = new
        return IndirectObject(number, 0, self.reader)

    def edit(self, link: Any) -> Any:
        """The object that something refers to, to be changed where it stands."""
        found = link.get_object()
        self.changed[link.idnum] = found
        return found

    def root(self) -> DictionaryObject:
        """The object that holds all others, to be changed."""
        found: DictionaryObject = self.edit(self.trailer.raw_get("/Root"))
        return found

    def written(self) -> bytes:
        """The PDF with its changes; the same bytes for the same changes."""
        file = BytesIO()
        file.write(self.printed.rstrip() + b"\n")
        places = []
        for number, changed in sorted(self.changed.items()):
            places.append((number, file.tell()))
            file.write(b"%d 0 obj\n" % number)
            changed.write_to_stream(file)
            file.write(b"\nendobj\n")
        begins = file.tell()
        file.write(b"xref\n")
        for _, together in groupby(enumerate(places), lambda one: one[1][0] - one[0]):  # numbers in a row
            run = [place for _, place in together]
            file.write(b"%d %d\n" % (run[0][0], len(run)))
            file.writelines(b"%010d 00000 n\r\n" % at for _, at in run)
        before = int(self.printed.rpartition(b"startxref")[2].split()[0])
        kept = {key: self.trailer.raw_get(key) for key in KEPT if key in self.trailer}
        file.write(b"trailer\n")
        pdf({**kept, "/Size": next(self.numbers), "/Prev": before}).write_to_stream(file)
        file.write(b"\nstartxref\n%d\n%%%%EOF\n" % begins)
        return file.getvalue()

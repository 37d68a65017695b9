"""Forms: the links that the template sets for places to fill in become the fields of an accessible form.

Typst knows no form fields. But it gives a link an exact place on the page and a place in the order of
reading, and those two are what makes a field accessible. So each link to `field:N:SIZE` is turned into
field N, and its element in the structure into that of a form field with a label (PDF/UA-1, 7.18).

Nothing is left to the program that shows the form: each field comes with all of its looks, and the font
to type in is in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, TextStringObject

from handouts.fields import Field
from handouts.looks import INK, LETTERS, empty_button, empty_text, font, pdf, picked, ticked
from handouts.revision import Revision

Look = Callable[[float, float], PdfObject]
"""Draws a button that is so wide and so high, in points."""
MULTILINE, RADIO = 1 << 12, 1 << 15
"""Flags of a field (ISO 32000-1, tables 226 and 228)."""
PRINTED = 4
"""Flag of an annotation: it is on the printed page as well."""
ROOM_FOR_TWO = 2.4
"""A field this many times as high as the words typed in it has room for two lines, and so takes them."""
CLEAR = 2.0
"""Points that words keep clear of the left and the right side of their box, besides what viewers leave."""
WORKSHEET, QUESTION, OPTION = "/XXWorksheet", "/XXQuestion", "/XXOption"
"""What belongs to what, for filled.py. Names with XX are free for anybody (ISO 32000-1, annex E)."""


def make_fillable(printed: bytes, fields: Sequence[Field]) -> bytes:
    """The same PDF with its links to fields turned into those fields; the same bytes every time."""
    revision = Revision(printed)
    form = _Form(revision)
    for page in revision.reader.pages:
        revision.edit(page.indirect_reference).update(pdf({"/Tabs": "/S"}))
        for link in page.get("/Annots", ()):
            target = str(link.get_object().get("/A", {}).get("/URI", ""))
            if target.startswith("field:"):
                _, place, size = target.split(":")
                form.add(link, fields[int(place)], float(size))
    form.finish()
    return revision.written()


class _Form:
    """The form of one PDF, as it grows field by field."""

    def __init__(self, revision: Revision) -> None:
        self.put, self.edit = revision.put, revision.edit
        self.root = revision.root()
        self.elements = _elements(self.root)
        self.fields = ArrayObject()
        self.groups: dict[str, tuple[PdfObject, ArrayObject]] = {}
        self.drawn: dict[tuple[Look, float, float], PdfObject] = {}
        self.font = self.put(font(self.put))

    def add(self, link: Any, field: Field, size: float) -> None:
        """Turn one link into one field."""
        widget = self.edit(link)
        for key in ("/A", "/Border", "/Contents"):
            del widget[key]
        label = TextStringObject(field.label)
        widget.update(pdf({"/Subtype": "/Widget", "/F": PRINTED, "/TU": label, **_belongs(field)}))
        widget.update(pdf({OPTION: TextStringObject(field.option)} if field.option else {}))
        self.edit(self.elements[widget["/StructParent"]]).update(pdf({"/S": "/Form", "/Alt": label}))
        _KINDS[field.kind](self, link, field, size)

    def text(self, link: Any, field: Field, size: float) -> None:
        """A place for words: as many lines as there is room for."""
        widget = link.get_object()
        left, bottom, right, top = map(float, widget["/Rect"])
        widget.update(pdf({"/Rect": [left + CLEAR, bottom, right - CLEAR, top]}))
        width, height = _size_of(widget)
        own = {
            "/FT": "/Tx",
            "/T": TextStringObject(field.name),
            "/Ff": MULTILINE if height >= ROOM_FOR_TWO * size else 0,
            "/V": TextStringObject(""),
            "/DA": TextStringObject(f"{LETTERS} {size:g} Tf {INK} rg"),
            "/AP": {"/N": self.put(empty_text(width, height, self.font))},
        }
        widget.update(pdf(own))
        self.fields.append(link)

    def tick(self, link: Any, field: Field, _size: float) -> None:
        """A box that is ticked or not."""
        widget = link.get_object()
        widget.update(pdf({"/FT": "/Btn", "/T": TextStringObject(field.name), "/V": "/Off"}))
        self._looks(widget, "/Yes", ticked)
        self.fields.append(link)

    def radio(self, link: Any, field: Field, _size: float) -> None:
        """One button of a group. The group is a field too, but has no place on the page."""
        if field.name not in self.groups:
            said = {"/T": TextStringObject(field.name), "/TU": TextStringObject(field.question)}
            kids = ArrayObject()
            own = {"/FT": "/Btn", "/Ff": RADIO, "/V": "/Off", "/Kids": kids, **_belongs(field)}
            self.groups[field.name] = self.put(pdf({**said, **own})), kids
            self.fields.append(self.groups[field.name][0])
        (group, kids), widget = self.groups[field.name], link.get_object()
        kids.append(link)
        widget.update(pdf({"/Parent": group}))
        self._looks(widget, f"/{len(kids)}", picked)

    def finish(self) -> None:
        """Tell the PDF that it has a form."""
        form = {"/Fields": self.fields, "/DR": {"/Font": {LETTERS: self.font}}}
        self.root.update(pdf({"/AcroForm": self.put(pdf(form))}))

    def _looks(self, widget: DictionaryObject, on: str, drawn: Look) -> None:
        looks = {on: self._drawn(drawn, widget), "/Off": self._drawn(empty_button, widget)}
        widget.update(pdf({"/AS": "/Off", "/AP": {"/N": looks}}))

    def _drawn(self, look: Look, widget: DictionaryObject) -> PdfObject:
        """How to refer to a look; buttons of one size share it."""
        key = look, *_size_of(widget)
        if key not in self.drawn:
            self.drawn[key] = self.put(look(*key[1:]))
        return self.drawn[key]


_KINDS = {"text": _Form.text, "tick": _Form.tick, "radio": _Form.radio}


def _belongs(field: Field) -> dict[str, object]:
    return {WORKSHEET: TextStringObject(field.worksheet), QUESTION: TextStringObject(field.question)}


def _size_of(widget: DictionaryObject) -> tuple[float, float]:
    corners: Any = widget["/Rect"]
    left, bottom, right, top = map(float, corners)
    return round(right - left, 3), round(top - bottom, 3)


def _elements(root: DictionaryObject) -> dict[int, Any]:
    """How to refer to the element of the structure that each annotation belongs to, by its number."""
    tree: Any = root["/StructTreeRoot"]
    nums = tree["/ParentTree"]["/Nums"]
    return {int(key): one for key, one in zip(nums[::2], nums[1::2], strict=True)}

"""Every handout can be filled in on a screen: each place is a field with a name, a label and its looks, and it stays PDF/UA."""

from __future__ import annotations

import page
import pytest
from conftest import CANARY, TODAY, TOPIC
from forms import fields_of, form, form_of, sheet_of, widgets_of
from paper import elements_of, reader, tags_of
from samples import EVERY_KIND, PARTS, SAMPLES

from handouts.contract import KINDS
from handouts.fields import FIELDS, NO_FIELDS
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import print_notebook
from workshop.words import words

SMALL_THING = 1
"""The line at the end of every worksheet is a field as well."""


def failures(pdf):
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.rules.total == 104
    return [str(failure) for failure in result.failures]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_keeps_every_rule_of_pdf_ua_and_fits_two_sides(handout, paper):
    pdf = form(handout, paper)
    assert failures(pdf) == []
    assert len(reader(pdf).pages) <= 2
    assert len(pdf) < 500_000


def test_a_guide_can_be_filled_in_too(notebook):
    assert failures(form(notebook, audience="guide")) == []
    assert names_of(form(notebook, audience="guide")) == [
        field.name for field in fields_of(read_notebook(notebook), "guide")
    ]


@pytest.mark.parametrize(("size", "paper"), [("large", "letter"), ("giant", "a4")])
def test_a_form_in_big_print_has_the_same_fields_on_as_many_pages(worksheet_handout, size, paper, pdf):
    made = form(worksheet_handout, paper, size=size)
    assert failures(made) == []
    fields = fields_of(read_notebook(worksheet_handout))
    assert sorted(names_of(made)) == sorted(field.name for field in fields)
    big = {"large": 18, "giant": 24}[size]
    typed = [one for one in widgets_of(made) if one.get("/FT") == "/Tx"]
    assert all(one["/DA"].startswith(f"/Letters {big} Tf") for one in typed)
    assert all(1.15 * big <= float(one["/Rect"][3]) - float(one["/Rect"][1]) for one in typed)
    assert in_place(made)
    plain = pdf(worksheet_handout, "participant", paper, size=size)
    drawn = "Figure" in tags_of(made)  # what is typed in place of a drawing stands below it
    assert len(reader(made).pages) <= len(reader(plain).pages) + drawn


def names_of(pdf):
    return [str(one.get("/Parent", one)["/T"]) for one in widgets_of(pdf)]


@pytest.mark.parametrize("family", ["no", "yes"])
def test_every_place_is_a_field_in_the_order_of_reading(handout, family):
    pdf = form(handout, family=family)
    fields = fields_of(read_notebook(handout), family=family)
    assert names_of(pdf) == [field.name for field in fields]
    assert [str(one["/TU"]) for one in widgets_of(pdf)] == [field.label for field in fields]
    read = [str(element["/Alt"]) for element in elements_of(pdf) if element["/S"] == "/Form"]
    assert read == [field.label for field in fields]
    assert all(sheet["/Tabs"] == "/S" for sheet in reader(pdf).pages)


def test_every_field_has_a_name_a_label_and_its_looks(handout):
    pdf = form(handout)
    root = reader(pdf).trailer["/Root"]
    groups = {}
    for widget in widgets_of(pdf):
        group = widget.get("/Parent", widget).get_object()
        groups.setdefault(str(group["/T"]), []).append(widget)
        assert "." not in group["/T"]
        assert group["/TU"]
        assert widget["/TU"]
        assert widget["/F"] == 4
        looks = widget["/AP"]["/N"]
        if group["/FT"] == "/Tx":
            assert b"/Tx BMC" in looks.get_data()
            assert "/Font" in looks["/Resources"]
        else:
            assert set(looks) > {"/Off"}
            assert all(look.get_object().get_data() for look in looks.values())
            assert widget["/AS"] == "/Off"
    radios = [name for name, group in groups.items() if len(group) > 1]
    assert all(groups[name][0]["/Parent"]["/Ff"] & 1 << 15 for name in radios)
    if groups:
        form_of_it = root["/AcroForm"]
        assert {str(field.get_object()["/T"]) for field in form_of_it["/Fields"]} == set(groups)
        assert len(form_of_it["/Fields"]) == len(groups)
        assert "/NeedAppearances" not in form_of_it


def test_no_two_labels_of_a_worksheet_are_the_same(handout):
    fields = fields_of(read_notebook(handout))
    said = [(field.worksheet, field.label) for field in fields]
    assert len(said) == len(set(said))


def test_the_letters_that_are_typed_are_in_the_file():
    font = reader(form(TOPIC)).trailer["/Root"]["/AcroForm"]["/DR"]["/Font"]["/Letters"]
    known = font["/FontDescriptor"]["/FontFile2"].get_data()
    assert known.startswith(b"\x00\x01\x00\x00")
    assert font["/Encoding"] == "/WinAnsiEncoding"
    assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1
    widths = dict(enumerate(font["/Widths"], font["/FirstChar"]))
    assert widths[ord("i")] < widths[ord("n")] < widths[ord("W")]
    assert widths["ü".encode("cp1252")[0]] == widths[ord("u")]
    for widget in widgets_of(form(TOPIC)):
        if widget.get("/FT") == "/Tx":
            assert widget["/DA"].startswith("/Letters 12 Tf")


def test_the_same_bytes_every_time(handout):
    again = print_notebook(read_notebook(handout), handout, "participant", Group(), TODAY, fillable=True).pdf
    assert again == form(handout)


def test_a_handout_to_write_on_has_no_fields(handout, pdf):
    assert widgets_of(pdf(handout)) == []
    assert b"field:" not in pdf(handout)


# every kind of part


def test_every_kind_has_fields_or_a_reason_to_have_none():
    assert set(FIELDS) | set(NO_FIELDS) == set(KINDS) == set(SAMPLES)
    assert not set(FIELDS) & set(NO_FIELDS)
    assert all(NO_FIELDS.values())


@pytest.mark.parametrize("part", PARTS, ids=[part["kind"] for part in PARTS])
def test_every_kind_that_is_filled_in_has_fields(part):
    pdf = form_of(sheet_of([part]))
    assert failures(pdf) == []
    places = (
        len(FIELDS[part["kind"]]({**part, "label": ["?"]}, "?", words()["paper"]))
        if part["kind"] in FIELDS
        else 0
    )
    assert (places > 0) == (part["kind"] not in NO_FIELDS)
    assert len(widgets_of(pdf)) == places + SMALL_THING


def test_what_is_typed_in_place_of_a_picture_is_printed_only_where_it_can_be():
    picture = SAMPLES["picture"] | {"kind": "picture", "typed": [SAMPLES["write"] | {"kind": "write"}]}
    notebook = sheet_of([picture])
    assert [field.name for field in fields_of(notebook)] == ["sample:words", "sample:small_thing"]
    assert names_of(form_of(notebook)) == ["sample:words", "sample:small_thing"]


@pytest.mark.parametrize("size", ["normal", "large", "giant"])
def test_fields_lie_on_the_page_and_not_over_each_other(size):
    assert in_place(form_of(EVERY_KIND, size))


def in_place(pdf):
    """Whether all fields lie between the margins, and none over another."""
    for sheet in reader(pdf).pages:
        boxes = [
            list(map(float, one["/Rect"])) for one in (one.get_object() for one in sheet.get("/Annots", ()))
        ]
        for place, (left, bottom, right, top) in enumerate(boxes):
            assert 56 <= left < right <= float(sheet.mediabox.width) - 42
            assert 90 <= bottom < top <= float(sheet.mediabox.height) - 36
            for other_left, other_bottom, other_right, other_top in boxes[:place]:
                across = min(right, other_right) - max(left, other_left)
                up = min(top, other_top) - max(bottom, other_bottom)
                assert min(across, up) <= 0.5
    return True


HOSTILE = {"label": f"/Name (a) \\ ) {{0}} **b** {CANARY} …\U0001f9ff", "id": "a.b (c)/d"}


@pytest.mark.parametrize(
    "part", [one for one in PARTS if one["kind"] in FIELDS], ids=lambda part: part["kind"]
)
def test_nothing_in_a_worksheet_can_break_a_field(part):
    odd = part | {key: HOSTILE[key] for key in HOSTILE if key in part}
    notebook = sheet_of([odd, odd, {"kind": "section", "title": "Once more", "items": [odd]}], "x.y", "/T (")
    notebook["cells"].append(notebook["cells"][1])
    pdf = form_of(notebook)
    assert failures(pdf) == []
    names = [
        str(field["/T"])
        for field in (one.get_object() for one in reader(pdf).trailer["/Root"]["/AcroForm"]["/Fields"])
    ]
    assert len(names) == len(set(names))
    assert not any("." in name for name in names)
    fields = fields_of(notebook)
    assert [str(one["/TU"]) for one in widgets_of(pdf)] == [field.label for field in fields]
    assert len(reader(pdf).get_fields()) == len(names)


@pytest.mark.parametrize("size", ["normal", "giant"])
@pytest.mark.parametrize("lines", [-3, 0, 0.5, 1, 7.9, 40, 1000])
def test_a_place_for_words_stays_on_the_page(lines, size):
    pdf = form_of(sheet_of([SAMPLES["write"] | {"kind": "write", "lines": lines}]), size)
    assert failures(pdf) == []
    assert in_place(pdf)
    bottom, top = (float(widgets_of(pdf)[0]["/Rect"][side]) for side in (1, 3))
    assert 20 < top - bottom < {"normal": 426, "giant": 482}[size]  # points; 150 mm and 170 mm

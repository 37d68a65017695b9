"""Fills in a form with poppler, which is what Evince and Okular show PDFs with, and saves it.

It runs in Debian's own Python, which has poppler's bindings. Arguments: the empty form, where to save
the filled one, and the values as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402 - only after its version is named

empty, filled, values = sys.argv[1:]
wanted = {one["label"]: one for one in json.loads(values)}
pdf = Poppler.Document.new_from_file(Path(empty).as_uri(), None)
for number in range(pdf.get_n_pages()):
    for place in pdf.get_page(number).get_form_field_mapping():
        field = place.field
        one = wanted.get(field.get_alternate_ui_name())
        if one is None:
            continue
        if field.get_field_type() == Poppler.FormFieldType.TEXT:
            field.text_set_text(one["text"])
        elif one["on"]:
            field.button_set_state(True)  # noqa: FBT003 - C knows no names for what is passed on
pdf.save(Path(filled).as_uri())

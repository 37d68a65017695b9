"""The press: a document, as data, becomes a PDF that keeps to PDF/UA-1.

The template is constant. Text reaches it only as JSON data, so no word of a notebook is ever read
as code. Nothing is taken from the computer it runs on: the fonts are bundled and the date is left out.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from handouts.letters import name_of
from handouts.settings import HandoutError, Printed

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = Path(__file__).parent / "typst"
FONTS = Path(__file__).parent / "fonts"
HANDOUT, PACKET = "handout.typ", "packet.typ"
"""The templates that make a document."""
MOST_TRIES = 8
_MISSING = re.compile(r'the text `?"((?:[^"\\]|\\.)*)"`? could not be displayed')


@cache
def fonts(*, of_this_computer: bool = False) -> typst.Fonts:
    """The bundled fonts; with the ones of this computer where a letter is in none of ours."""
    return typst.Fonts(
        include_system_fonts=of_this_computer, include_embedded_fonts=True, font_paths=[str(FONTS)]
    )


def press(document: dict[str, Any], notes: list[str], template: str = HANDOUT) -> Printed:
    """The PDF. A letter that no bundled font has is looked for on this computer, then named in words.

    Raises:
        HandoutError: the template refused it for another reason.
    """
    files = document.pop("files", {})
    text = json.dumps(document, ensure_ascii=False)
    with _root(files) as root:
        found = ours = fonts()
        for _ in range(MOST_TRIES):
            try:
                return Printed(_compile(root / template, text, found), tuple(dict.fromkeys(notes)))
            except typst.TypstError as error:
                missing = _missing_letters(error)
                if not missing:
                    raise HandoutError(_sentence(error)) from error
            if found is ours:
                found = fonts(of_this_computer=True)
                notes.append(f"These letters are not in the kit's own fonts: {' '.join(missing)}")
                continue
            for letters in missing:
                text = text.replace(json.dumps(letters, ensure_ascii=False)[1:-1], name_of(letters))
            notes.append(f"No font here has these letters, so their names are printed: {' '.join(missing)}")
    message = "Some letters in this notebook cannot be printed."
    raise HandoutError(message)


def _compile(template: Path, text: str, found: typst.Fonts) -> bytes:
    root = template.parent
    return typst.compile(
        str(template),
        root=str(root),
        font_paths=found,
        sys_inputs={"doc": text},
        pdf_standards=["ua-1"],
        package_path=str(root),
        package_cache_path=str(root),
    )


@contextmanager
def _root(files: dict[str, bytes]) -> Iterator[Path]:
    """The only folder the template can read: its own, or a private copy with this document's pictures."""
    if not files:
        yield TEMPLATES
        return
    import shutil  # noqa: PLC0415 - few notebooks have pictures
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="good-company-") as name:
        root = Path(name)
        for template in TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, root / template.name)
        for file, data in files.items():
            (root / file).write_bytes(data)
        yield root


def _missing_letters(error: typst.TypstError) -> list[str]:
    """The letters that no font could draw, from what the compiler says; it reports all of them at once."""
    said = f"{error.message}\n{error.diagnostic}"
    escaped = dict.fromkeys(filter(None, _MISSING.findall(said)))  # in a picture, a mark may have no letter
    return [re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda match: chr(int(match[1], 16)), one) for one in escaped]


def _sentence(error: typst.TypstError) -> str:
    """The compiler's own words, in a sentence that says whose they are."""
    return f"This notebook cannot be printed: {error.message.splitlines()[0]}."

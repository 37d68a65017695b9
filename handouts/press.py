"""The press: a document, as data, becomes a PDF that keeps to PDF/UA-1.

The template is constant. Text reaches it only as JSON data, so no word of a notebook is ever read
as code. Nothing is taken from the computer it runs on: the fonts are bundled and the date is left out.
"""

from __future__ import annotations

import json
import re
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import typst

from handouts.images import words_for
from handouts.letters import named
from handouts.settings import HandoutError, Printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEMPLATES = Path(__file__).parent / "typst"
FONTS = Path(__file__).parent / "fonts"
HANDOUT, PACKET = "handout.typ", "packet.typ"
"""The templates that make a document."""
MOST_TRIES = 8
MOST_NAMED = 20
PREFIX = "good-company-pictures-"
LONG_AGO = 3600
"""Seconds: no document takes nearly that long."""
_of_thread = threading.local()
_MISSING = re.compile(r'the text `?"((?:[^"\\]|\\.)*)"`? could not be displayed')


@cache
def fonts(*, of_this_computer: bool = False) -> typst.Fonts:
    """The bundled fonts; with the ones of this computer where a letter is in none of ours."""
    return typst.Fonts(
        include_system_fonts=of_this_computer, include_embedded_fonts=True, font_paths=[str(FONTS)]
    )


def press(document: dict[str, Any], notes: list[str], template: str = HANDOUT) -> Printed:
    """The PDF. What cannot be printed gives way, one step at a time, until the rest can be.

    A letter that no bundled font has is looked for on this computer, then named in words. A picture
    that is damaged, or that wants something from outside itself, leaves its description.

    Raises:
        HandoutError: the template refused it for another reason.
    """
    files = document.pop("files", {})
    with _root(files) as root:
        found = ours = fonts()
        for _ in range(MOST_TRIES):
            try:
                return Printed(_compile(root, document, found, template), tuple(dict.fromkeys(notes)))
            except typst.TypstError as error:
                refused = error
            missing = _missing_letters(refused)
            if missing and found is ours:
                found = fonts(of_this_computer=True)
                notes.append(f"These letters are not in the kit's own fonts: {_some(missing)}")
                continue
            before = document
            if names := named(missing, within=json.dumps(document, ensure_ascii=False)):
                document = _walk(document, lambda text: text.translate(names))
                notes.append(f"No font here has these letters, so their names are printed: {_some(missing)}")
            if document == before:
                bad = {name for name in files if not _can_be_drawn(root, name, found)}
                document = _without(document, bad, notes)
            if document == before:
                raise HandoutError(_sentence(refused)) from refused
    message = "Some letters in this notebook cannot be printed."
    raise HandoutError(message)


def _some(letters: list[str]) -> str:
    """Letters to name in a sentence, so few that it stays one."""
    return " ".join(letters[:MOST_NAMED]) + (" …" if len(letters) > MOST_NAMED else "")


def _compile(root: Path, data: Any, found: typst.Fonts, template: str) -> bytes:
    usual = root is TEMPLATES and found is fonts()
    compiler = _kept() if usual else _compiler(root, found)
    inputs = {"doc": json.dumps(data, ensure_ascii=False)}
    return cast("bytes", compiler.compile(str(root / template), sys_inputs=inputs, pdf_standards=["ua-1"]))


def _compiler(root: Path, found: typst.Fonts) -> typst.Compiler:
    return typst.Compiler(
        root=str(root), font_paths=found, package_path=str(root), package_cache_path=str(root)
    )


def _kept() -> typst.Compiler:
    """The compiler for documents without pictures, one for each thread: it reads a template only once."""
    if not hasattr(_of_thread, "compiler"):
        _of_thread.compiler = _compiler(TEMPLATES, fonts())
    compiler: typst.Compiler = _of_thread.compiler
    return compiler


def _can_be_drawn(root: Path, name: str, found: typst.Fonts) -> bool:
    """Whether a picture prints when it is all there is."""
    try:
        _compile(root, name, found, "picture.typ")
    except typst.TypstError:
        return False
    return True


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of plain data with every text changed; the names of its fields stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_walk(one, change) for one in value]
    return {key: _walk(one, change) for key, one in value.items()} if isinstance(value, dict) else value


def _without(value: Any, bad: set[str], notes: list[str]) -> Any:
    """The same document with the words of each bad picture in its place."""
    if isinstance(value, list):
        return [_without(one, bad, notes) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("t") == "img" and value["file"] in bad:
        notes.append(f"A picture could not be printed: {value['alt']}.")
        return words_for(value["alt"])
    return {name: _without(one, bad, notes) for name, one in value.items()}


@contextmanager
def _root(files: dict[str, bytes]) -> Iterator[Path]:
    """The only folder the template can read: its own, or a private copy with this document's pictures."""
    if not files:
        yield TEMPLATES
        return
    import shutil  # noqa: PLC0415 - few notebooks have pictures
    import tempfile  # noqa: PLC0415

    _sweep(Path(tempfile.gettempdir()))
    with ExitStack() as stack:
        try:
            root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=PREFIX)))
            for template in TEMPLATES.glob("*.typ"):
                shutil.copyfile(template, root / template.name)
            for file, data in files.items():
                (root / file).write_bytes(data)
        except OSError as error:
            message = f"There is no room on this computer to print its pictures: {error.strerror or error}."
            raise HandoutError(message) from error
        yield root


def _sweep(folder: Path) -> None:
    """Remove the pictures of a document whose printing was cut off long ago."""
    import shutil  # noqa: PLC0415 - as above

    for left in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):  # somebody else's, or just gone
            if time.time() - left.stat(follow_symlinks=False).st_mtime > LONG_AGO:
                shutil.rmtree(left)


def _missing_letters(error: typst.TypstError) -> list[str]:
    """The letters that no font could draw, from what the compiler says; it reports all of them at once."""
    said = f"{error.message}\n{error.diagnostic}"
    escaped = dict.fromkeys(filter(None, _MISSING.findall(said)))  # in a picture, a mark may have no letter
    return [re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda match: chr(int(match[1], 16)), one) for one in escaped]


def _sentence(error: typst.TypstError) -> str:
    """The compiler's own words, in a sentence that says whose they are."""
    return f"This notebook cannot be printed: {error.message.splitlines()[0]}."

"""The nbconvert exporters: the same handout and guide, from `jupyter nbconvert` and JupyterLab's menu.

An exporter is a declaration. Nothing here runs code or reads a template: the work is in printing.py.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from nbconvert.exporters import Exporter
from nbconvert.writers.files import FilesWriter
from traitlets import default

from workshop.editions import ENDINGS, Layout
from workshop.errors import KitError
from workshop.files import ROOT, read_notebook, write_whole
from workshop.group import load_group
from workshop.printing import Audience, Size, print_notebook
from workshop.words import words

LABELS = words()["lab"]["exports"]
"""What each is called where people choose. JupyterLab needs exports.js of our extension to show it."""


class _PdfExporter(Exporter):
    """What both editions share: a notebook goes in, the bytes of a PDF come out."""

    audience: Audience = "participant"
    size: Size = "normal"
    fillable = False
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ENDINGS[self.audience, self.size, self.fillable]

    def from_notebook_node(
        self,
        nb: Any,
        resources: Any = None,
        **kw: Any,
    ) -> Any:
        """The PDF of a notebook, and nbconvert's resources with our file ending."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        place = resources.get("metadata", {})
        path = Path(place.get("path") or ".") / f"{place.get('name') or 'notebook'}.ipynb"
        return self._print(nb, path), resources

    def from_filename(
        self,
        filename: str,
        resources: dict[str, Any] | None = None,
        **kw: Any,
    ) -> Any:
        """The PDF of a notebook file. A damaged file ends in one sentence, as `workshop print` does."""
        del kw
        path = Path(filename)
        try:
            notebook = read_notebook(path)
        except KitError as error:
            self._stop(error)
        resources = resources or {}
        resources.setdefault("metadata", {}).update(name=path.stem, path=str(path.parent))
        resources["output_extension"] = self.file_extension
        return self._print(notebook, path), resources

    def _print(self, notebook: Any, path: Path) -> bytes:
        try:
            group = load_group(ROOT)
            today = date.today()  # noqa: DTZ011 - the facilitator's own day
            layout: Layout = {"size": self.size, "fillable": self.fillable}
            printed = print_notebook(notebook, path, self.audience, group, today, **layout)
        except KitError as error:
            self._stop(error)
        for note in printed.notes:
            self.log.warning("%s", note)
        return printed.pdf

    def _stop(self, error: KitError) -> NoReturn:
        """On the command line, end with the sentence alone; in JupyterLab, let it stand on the page."""
        app = sys.modules.get("nbconvert.nbconvertapp")
        if app is not None and app.NbConvertApp.initialized():
            sys.exit(str(error))
        raise error


class HandoutExporter(_PdfExporter):
    """For participants: to read and to write on."""

    export_from_notebook = LABELS["handout"]


class HandoutLargeExporter(_PdfExporter):
    """The same in large print."""

    size = "large"
    export_from_notebook = LABELS["handout_large"]


class HandoutGiantExporter(_PdfExporter):
    """The same in giant print."""

    size = "giant"
    export_from_notebook = LABELS["handout_giant"]


class FillableExporter(_PdfExporter):
    """For participants who fill it in on a screen."""

    fillable = True
    export_from_notebook = LABELS["handout_fillable"]


class GuideExporter(_PdfExporter):
    """For the facilitator: everything, with times, scripts, answers and cautions."""

    audience = "guide"
    export_from_notebook = LABELS["guide"]


class WholeFileWriter(FilesWriter):
    """nbconvert's writer, but a full disk or a power cut leaves our old PDF as it was."""

    def _makedir(self, path: str, mode: int = 0o755) -> None:
        """Make the folder to write to, or say in one sentence why it cannot be made."""
        try:
            super()._makedir(path, mode)  # type: ignore[no-untyped-call]
        except OSError as error:
            sys.exit(f"The folder {path} cannot be made: {error.strerror or error}. Choose another one.")

    def write(
        self,
        output: Any,
        resources: dict[str, Any],
        notebook_name: str | None = None,
        **kw: Any,
    ) -> Any:
        """Write one of our PDFs whole or not at all; leave every other format to nbconvert."""
        ending = resources.get("output_extension")
        if notebook_name is None or ending not in ENDINGS.values():
            return super().write(output, resources, notebook_name=notebook_name, **kw)  # type: ignore[no-untyped-call]
        folder = self.build_directory or resources.get("metadata", {}).get("path", "")
        target = Path(folder) / f"{notebook_name}{ending}"
        try:
            write_whole(target, output)
        except KitError as error:
            sys.exit(str(error))
        return target

"""What may be typed after `workshop print`: the editions, the paper, and where the PDFs go."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from workshop.files import PDFS
from workshop.group import PAPERS

USUALLY_AT_MOST = 4
"""PDFs that are printed at the same time. In a long run each takes about 200 MB of memory."""


def add_to(commands: Any) -> None:
    """Add the command with its options to the parser."""
    printer = commands.add_parser("print", help="print handouts (or guides) as PDF")
    printer.add_argument(
        "notebooks",
        nargs="*",
        metavar="TOPIC",
        help="which ones: a1, closing, a meeting you planned, or a notebook file; all, where you name none",
    )
    printer.add_argument(
        "--guide", action="store_true", help="print the facilitator's guide in place of the handout"
    )
    size = printer.add_mutually_exclusive_group()
    size.add_argument(
        "--large",
        dest="size",
        action="store_const",
        const="large",
        help="large print: 18 point words, more room to write",
    )
    size.add_argument(
        "--giant",
        dest="size",
        action="store_const",
        const="giant",
        help="giant print: 24 point words, even more room",
    )
    printer.add_argument(
        "--fillable", action="store_true", help="a PDF to fill in on a screen, in place of one to write on"
    )
    printer.add_argument(
        "--page-per-exercise",
        action="store_true",
        help="start each exercise on a page of its own, with lines to fill it, to hand them out one by one",
    )
    printer.add_argument(
        "--output-dir",
        type=Path,
        default=PDFS,
        metavar="DIR",
        help="where to put the PDFs (handouts/pdf)",
    )
    paper = printer.add_mutually_exclusive_group()
    paper.add_argument(
        "--paper", choices=sorted(PAPERS), help="letter or a4; my_group.toml says the usual one"
    )
    for name in sorted(PAPERS):
        paper.add_argument(
            f"--{name}", dest="paper", action="store_const", const=name, help=f"the same as --paper {name}"
        )
    printer.add_argument(
        "--safer", action="store_true", help="for groups where partners or family sit together"
    )
    printer.add_argument(
        "--untrusted",
        action="store_true",
        help="for a notebook from somebody you do not know: stop it when it takes too much time or memory",
    )
    printer.add_argument("--packet", metavar="PLAN", help="print all of a planned meeting: tonight, ...")
    printer.add_argument(
        "--rtl",
        action="store_true",
        default=None,
        help="lay the pages out from right to left; Arabic, Hebrew and others get this by themselves",
    )
    printer.add_argument(
        "--all-editions",
        action="store_true",
        help="print handouts and guides in every size, on every paper, to write on and to fill in on a "
        "screen, with and without a page per exercise",
    )
    printer.add_argument(
        "-j",
        "--jobs",
        type=int,
        default=min(os.cpu_count() or 1, USUALLY_AT_MOST),
        metavar="N",
        help=f"how many to print at the same time; as many as this computer can, up to {USUALLY_AT_MOST}, "
        "where you name no number",
    )
    printer.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from workshop.print_command import run  # noqa: PLC0415 - only this command needs the printer

    return run(options)

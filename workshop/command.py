"""The `workshop` command: what a facilitator types. Each error is one sentence; there is no traceback."""

from __future__ import annotations

import argparse
import io
import os
import sys
from datetime import date
from pathlib import Path

from workshop.errors import KitError
from workshop.files import PDFS, ROOT, kit_notebooks, read_notebook, write_whole
from workshop.group import PAPERS, load_group

FAILED = 2
"""The exit status when something could not be done."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when all went well, 2 when something could not be done."""
    options = _parser().parse_args(arguments)
    if isinstance(
        sys.stdout, io.TextIOWrapper
    ):  # a terminal may lack the letters of a notebook or a file name
        sys.stdout.reconfigure(errors="replace")
    try:
        status: int = options.run(options)
    except KitError as error:
        _complain(error)
        return FAILED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to say has no place
        if not isinstance(error, BrokenPipeError):  # then whoever read along has seen enough
            _complain(f"This computer could not go on: {error.strerror or error}.")
        return FAILED
    except KeyboardInterrupt:
        _complain("Stopped.")
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workshop", description="The Good Company workshop kit.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    printer = commands.add_parser("print", help="print handouts (or guides) as PDF")
    printer.add_argument(
        "notebooks",
        nargs="*",
        type=Path,
        metavar="NOTEBOOK",
        help="which ones; all, where you name none",
    )
    printer.add_argument(
        "--guide", action="store_true", help="print the facilitator's guide in place of the handout"
    )
    printer.add_argument(
        "--output-dir",
        type=Path,
        default=PDFS,
        metavar="DIR",
        help="where to put the PDFs (handouts/pdf)",
    )
    printer.add_argument(
        "--paper", choices=sorted(PAPERS), help="letter or a4; my_group.toml says the usual one"
    )
    printer.add_argument(
        "--safer", action="store_true", help="for groups where partners or family sit together"
    )
    printer.add_argument(
        "--untrusted",
        action="store_true",
        help="for a notebook from somebody you do not know: stop it when it takes too much time or memory",
    )
    printer.set_defaults(run=_print)
    opener = commands.add_parser("open", help="lead a meeting on the screen")
    opener.add_argument(
        "topic",
        nargs="?",
        metavar="TOPIC",
        help="a1, b2, ... or a notebook; the opening, where you name none",
    )
    opener.add_argument("--no-browser", action="store_true", help="say the address, and open no window")
    opener.set_defaults(run=_open)
    planner = commands.add_parser("plan", help="plan a meeting that fits the time and the people")
    planner.add_argument(
        "topics", nargs="*", metavar="TOPIC", help="a1, b2, ... in order, with break or break:15 between them"
    )
    planner.add_argument(
        "--people", type=int, metavar="N", help="how many come; my_group.toml says the usual"
    )
    planner.add_argument("--minutes", type=int, metavar="N", help="how long the meeting is (90)")
    planner.add_argument(
        "--build", metavar="NAME", help="a meeting that is ready to lead: core, standard, ..."
    )
    planner.add_argument("--start", metavar="HH:MM", help="when it starts, like 18:30")
    planner.add_argument("--shorten", action="store_true", help="make the changes that make it fit")
    planner.set_defaults(run=_plan)
    refresher = commands.add_parser("refresh", help="store the worksheets in the notebooks anew")
    refresher.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK")
    refresher.set_defaults(run=_refresh)
    shortcut = commands.add_parser("shortcut", help="put an icon on the desktop that opens the kit")
    shortcut.set_defaults(run=_shortcut)
    return parser


def _print(options: argparse.Namespace) -> int:
    """Print each notebook; one that cannot be printed is named, and the others are printed all the same."""
    from dataclasses import replace  # noqa: PLC0415 - only this command needs the printer

    from handouts import for_facilitator  # noqa: PLC0415
    from workshop.printing import ENDINGS, Audience, print_notebook  # noqa: PLC0415

    group = load_group(ROOT)
    family = "yes" if options.safer else group.partners_or_family
    group = replace(group, paper=options.paper or group.paper, partners_or_family=family)
    audience: Audience = "guide" if options.guide else "participant"
    today = date.today()  # noqa: DTZ011 - the facilitator's own day
    if options.untrusted and not options.notebooks:
        message = "Name the notebook that you do not trust: workshop print --untrusted NOTEBOOK"
        raise KitError(message)
    status = 0
    for path in options.notebooks or kit_notebooks():
        try:
            if options.untrusted:
                from workshop.confined import print_untrusted  # noqa: PLC0415 - another process takes time to start

                printed = print_untrusted(path, audience, group, today)
            else:
                notebook = read_notebook(path)
                if not options.notebooks and audience == "participant" and for_facilitator(notebook):
                    continue
                printed = print_notebook(notebook, path, audience, group, today)
            target = options.output_dir / f"{path.stem}{ENDINGS[audience]}"
            write_whole(target, printed.pdf)
        except KitError as error:
            _complain(error)
            status = FAILED
            continue
        _say(f"Printed {_shown(target)}")
        for note in printed.notes:
            _say(f"  Note: {note}")
    if not options.notebooks and not status:
        _say(_how_to_open(options.output_dir))
    return status


def _open(options: argparse.Namespace) -> int:
    from workshop.lab.launcher import open_meeting  # noqa: PLC0415 - only this command needs JupyterLab

    open_meeting(options.topic, _say, window=not options.no_browser)
    return 0


def _plan(options: argparse.Namespace) -> int:
    from workshop.plan.answer import Wanted, answer  # noqa: PLC0415 - loads every exercise

    wanted = Wanted(
        options.topics, options.build, options.people, options.minutes, options.start, shorten=options.shorten
    )
    _say("\n\n\n".join(answer(wanted, load_group(ROOT))))
    return 0


def _refresh(options: argparse.Namespace) -> int:
    from workshop.refresh import refresh  # noqa: PLC0415 - loads every exercise

    for path in options.notebooks or kit_notebooks():
        _say(f"{'Stored anew' if refresh(path) else 'Up to date'}: {_shown(path)}")
    return 0


def _shortcut(_options: argparse.Namespace) -> int:
    from workshop.shortcut import make  # noqa: PLC0415 - only this command needs to know the desktop

    _say(make())
    return 0


def _how_to_open(folder: Path) -> str:
    uv = os.environ.get("UV")  # set by `uv run`: the very uv that the facilitator typed
    workshop = f"{_shown(Path(uv))} run workshop" if uv else "workshop"
    return (
        f"\nEverything is printed. Look in {_shown(folder)}.\n"
        "To put an icon on your desktop that opens the kit, type:\n"
        f"  {workshop} shortcut\n"
        "To open the kit now, type:\n"
        f"  {workshop} open"
    )


def _shown(path: Path) -> str:
    """A path as a person would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _complain(text: object) -> None:
    sys.stderr.write(f"{text}\n")

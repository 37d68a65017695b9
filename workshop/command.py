"""The `workshop` command: what a facilitator types. Each error is one sentence; there is no traceback."""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import os
import shlex
import sys
from datetime import date
from pathlib import Path

from workshop.errors import KitError
from workshop.files import MEETINGS, ROOT, kit_notebooks
from workshop.group import load_group
from workshop.print_options import add_to as add_print_to
from workshop.terminal import complain as _complain
from workshop.terminal import say as _say
from workshop.terminal import shown as _shown
from workshop.terminal import typed as _typed
from workshop.typed import Parser, known
from workshop.words import words

FAILED = 2
"""The exit status when something could not be done."""
LOOK_FOR_GARBAGE = 50_000
"""After how many new objects Python looks for garbage. Loading makes many and hardly any garbage, so
that Python's own 700 cost a tenth of the time of printing one handout; 200 handouts need no more memory."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when all went well, 2 when something could not be done."""
    gc.set_threshold(LOOK_FOR_GARBAGE)
    atexit.register(gc.freeze)  # what is left at the end goes with the process: no need to search it
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack the letters of a notebook
        sys.stdout.reconfigure(errors="replace")
    try:
        options = known(_parser(arguments), arguments)
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


def _parser(arguments: list[str] | None) -> argparse.ArgumentParser:
    parser = Parser(prog="workshop", description="The Good Company workshop kit.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_print_to(commands)
    if (sys.argv[1:] if arguments is None else arguments)[:1] == ["print"]:
        return parser  # who prints waits for no other command
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
    planner.add_argument("--on", metavar="DAY", help="the day of the (first) meeting, like 2026-12-03")
    planner.add_argument(
        "--every", type=int, default=7, metavar="DAYS", help="days from one meeting to the next (7)"
    )
    planner.add_argument("--name", metavar="NAME", help="what to call its notebook (tonight)")
    planner.add_argument(
        "--output-dir", type=Path, default=MEETINGS, metavar="DIR", help="where to put it (my_meetings)"
    )
    planner.set_defaults(run=_plan)
    refresher = commands.add_parser("refresh", help="store the worksheets in the notebooks anew")
    refresher.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK")
    refresher.set_defaults(run=_refresh)
    checker = commands.add_parser("check", help="see if everything is ready for a meeting")
    checker.set_defaults(run=_check)
    reader = commands.add_parser("read-back", help="show the answers in a PDF that somebody filled in")
    reader.add_argument("pdf", type=Path, metavar="FILE.pdf")
    reader.set_defaults(run=_read_back)
    shortcut = commands.add_parser("shortcut", help="put an icon on the desktop that opens the kit")
    shortcut.set_defaults(run=_shortcut)
    return parser


def _open(options: argparse.Namespace) -> int:
    from workshop.lab.launcher import open_meeting  # noqa: PLC0415 - only this command needs JupyterLab

    open_meeting(options.topic, _say, window=not options.no_browser)
    return 0


def _plan(options: argparse.Namespace) -> int:
    from workshop.plan.agenda import agenda  # noqa: PLC0415 - loads every exercise
    from workshop.plan.answer import Wanted, answer  # noqa: PLC0415
    from workshop.plan.storing import When, store_meetings  # noqa: PLC0415

    wanted = Wanted(
        options.topics, options.build, options.people, options.minutes, options.start, shorten=options.shorten
    )
    made = answer(wanted, load_group(ROOT))
    _say("\n\n\n".join(agenda(one.plan, one.head) for one in made))
    said = words()["plan"]
    when = When(options.on, options.every) if options.on else None
    stored, dates = store_meetings(made, options.name, options.output_dir, when)
    for path, kept in stored:
        if kept:
            _say("\n" + said["beside"].format(old=_shown(kept)))
        _say("\n" * (kept is None) + said["written"].format(path=_shown(path)))
    if dates:
        _say(said["calendar"].format(path=_shown(dates)))
    first = stored[0].path
    name = first.stem if first.parent == MEETINGS else _shown(first)
    _say(f"{said['lead']}\n{said['print_packet']}".format(workshop=_typed(), name=shlex.quote(name)))
    return 0


def _refresh(options: argparse.Namespace) -> int:
    from workshop.as_made import remember  # noqa: PLC0415
    from workshop.refresh import refresh  # noqa: PLC0415 - loads every exercise

    notebooks = options.notebooks or kit_notebooks()
    for path in notebooks:
        _say(f"{'Stored anew' if refresh(path) else 'Up to date'}: {_shown(path)}")
    remember(notebooks)
    return 0


def _check(_options: argparse.Namespace) -> int:
    from workshop.check import check  # noqa: PLC0415 - looks at everything there is
    from workshop.findings import report, stops  # noqa: PLC0415

    findings = check(date.today())  # noqa: DTZ011 - the facilitator's own day
    _say(report(findings))
    return FAILED if stops(findings) else 0


def _read_back(options: argparse.Namespace) -> int:
    from workshop.read_back import read_back  # noqa: PLC0415 - loads what reads a PDF

    answers, remark = read_back(options.pdf)
    _say(answers)
    _complain(remark)
    return 0


def _shortcut(_options: argparse.Namespace) -> int:
    from workshop.shortcut import make  # noqa: PLC0415 - only this command needs to know the desktop

    _say(make())
    return 0

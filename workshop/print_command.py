"""`workshop print`: one edition of some notebooks, or the whole kit in every edition, on several threads."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from handouts import HandoutError, for_facilitator
from workshop.editions import Edition, all_editions
from workshop.errors import KitError
from workshop.files import ROOT, kit_notebooks, read_notebook, write_whole
from workshop.group import PAPERS, Group, load_group
from workshop.printing import print_notebook
from workshop.terminal import complain, say, shown, typed
from workshop.topics import find

FAILED = 2
LONG = 60
"""PDFs. A run of more than these takes long enough to want a progress bar, and helpers."""
MOST_THREADS = 64
STACK = 32 * 2**20
"""Bytes for each thread: deep lists inside lists need more than some systems give."""


@dataclass(frozen=True)
class Job:
    """One PDF to print."""

    path: Path
    notebook: Any
    """None where nobody here may read it: then it is printed within limits."""
    edition: Edition
    target: Path


@dataclass(frozen=True)
class Done:
    """What came of a job: notes on what was replaced, or why there is no PDF."""

    job: Job
    notes: tuple[str, ...] = ()
    trouble: str = ""


Printer = Callable[[Callable[[Job, Group], Done], Job, Group], Done]


def run(options: argparse.Namespace) -> int:
    """Print; one that cannot be printed is named, and the others are printed all the same."""
    _refuse(options)
    group = load_group(ROOT)
    group = replace(group, partners_or_family="yes" if options.safer else group.partners_or_family)
    if options.packet is not None:
        return _print_packet(options, group)
    jobs, status = _jobs(options, group)
    printed = 0
    threading.stack_size(STACK)
    with _printers(options, len(jobs)) as printer, ThreadPoolExecutor(options.jobs) as threads:
        working = threads.map(lambda job: printer(_print, job, group), jobs)
        try:
            quiet = len(jobs) > LONG and sys.stderr.isatty()
            for done in _with_bar(working, len(jobs)) if quiet else working:
                if done.trouble:
                    complain(done.trouble)
                    status = FAILED
                    continue
                printed += 1
                if not quiet:
                    _say_printed(done.job.target, done.notes)
                for note in done.notes if quiet else ():
                    say(f"{done.job.target.name}: {note}")
        except BaseException:
            threads.shutdown(cancel_futures=True)  # what has not begun need not begin
            raise
    if options.all_editions:
        say(f"Printed {printed} PDFs in {shown(options.output_dir)}")
    if not options.notebooks and not status:
        say(_how_to_open(options.output_dir))
    return status


def _refuse(options: argparse.Namespace) -> None:
    """Stop where what was asked for makes no sense."""
    if not 1 <= options.jobs <= MOST_THREADS:
        message = f"--jobs must be a number from 1 to {MOST_THREADS}."
        raise KitError(message)
    if options.untrusted and not options.notebooks:
        message = "Name the notebook that you do not trust: workshop print --untrusted NOTEBOOK"
        raise KitError(message)


def _print_packet(options: argparse.Namespace, group: Group) -> int:
    """Print all of a planned meeting."""
    from workshop.packet import print_packet  # noqa: PLC0415 - reads a plan

    group = replace(group, paper=options.paper or group.paper)
    for target, notes in print_packet(options, group, date.today()):  # noqa: DTZ011 - the facilitator's own day
        _say_printed(target, notes)
    return 0


def _say_printed(path: Path, notes: Iterable[str]) -> None:
    say("\n".join([f"Printed {shown(path)}", *(f"  Note: {note}" for note in notes)]))


def _jobs(options: argparse.Namespace, group: Group) -> tuple[list[Job], int]:
    """What is to be printed, and the exit status so far: a notebook that cannot be read is named once."""
    jobs: list[Job] = []
    status = 0
    for named in options.notebooks or kit_notebooks():
        try:
            path = find(str(named))
            notebook = None if options.untrusted else read_notebook(path)
            private = notebook is not None and for_facilitator(notebook)
        except KitError as error:
            complain(error)
            status = FAILED
            continue
        except HandoutError as error:
            complain(f"{path.name}: {error}")
            status = FAILED
            continue
        for edition in _editions(options, group):
            skipped = private and edition.audience == "participant"
            if skipped and (options.all_editions or not options.notebooks):
                continue
            target = options.output_dir / f"{path.stem}{edition.ending(group.paper)}"
            jobs.append(Job(path, notebook, edition, target))
    return jobs, status


def _editions(options: argparse.Namespace, group: Group) -> list[Edition]:
    if options.all_editions:
        papers = (group.paper, *(paper for paper in PAPERS if paper != group.paper))
        return [replace(edition, rtl=options.rtl) for edition in all_editions(papers)]
    return [
        Edition(
            audience="guide" if options.guide else "participant",
            size=options.size or "normal",
            fillable=options.fillable,
            page_per_exercise=options.page_per_exercise,
            rtl=options.rtl,
            paper=options.paper or group.paper,
        )
    ]


@contextmanager
def _printers(options: argparse.Namespace, count: int) -> Iterator[Printer]:
    """What each thread prints with: a helper where there is much to print, so that none waits for another."""
    if options.jobs == 1 or count <= LONG or options.untrusted:  # which has a process for each notebook
        yield lambda work, job, group: work(job, group)
        return
    from workshop.helpers import helpers  # noqa: PLC0415 - a short run needs none

    with helpers(options.jobs) as helped:
        yield helped


def _print(job: Job, group: Group) -> Done:
    """Print one PDF and put it in its place; runs on a thread, or in a helper."""
    edition = job.edition
    group = replace(group, paper=edition.paper)
    today = date.today()  # noqa: DTZ011 - the facilitator's own day
    try:
        if job.notebook is None:
            from workshop.confined import print_untrusted  # noqa: PLC0415 - another process takes time to start

            printed = print_untrusted(job.path, edition.audience, group, today, **edition.layout)
        else:
            printed = print_notebook(job.notebook, job.path, edition.audience, group, today, **edition.layout)
        write_whole(job.target, printed.pdf)
    except KitError as error:
        return Done(job, trouble=str(error))
    return Done(job, printed.notes)


def _with_bar(working: Iterable[Done], total: int) -> Iterator[Done]:
    """The same, with a bar on the terminal that shows how far it is."""
    from tqdm import tqdm  # noqa: PLC0415 - only a long run needs a bar

    return iter(tqdm(working, total=total, unit=" PDF", dynamic_ncols=True))


def _how_to_open(folder: Path) -> str:
    workshop = typed()
    return (
        f"\nEverything is printed. Look in {shown(folder)}.\n"
        "To put an icon on your desktop that opens the kit, type:\n"
        f"  {workshop} shortcut\n"
        "To open the kit now, type:\n"
        f"  {workshop} open"
    )

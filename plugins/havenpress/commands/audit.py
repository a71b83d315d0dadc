# SPDX-License-Identifier: AGPL-3.0-or-later
"""Look at every shape of page in a real browser with axe, and say what the checks missed.

The site is built first; with --built, what lies in the output is looked at, and that may be any
folder of HTML. Every shape is seen in light, dark and forced colours, with text at 200 % and
with everything opened, on a phone and a desktop.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..checkout import site_folder
from ..clock import read_clock
from ..findings import REVIEW, Finding, SettingsError, Sources, format_names
from .build import print_report

if TYPE_CHECKING:
    from ..audit import Audit
    from ..audit.shapes import Shape

GROUP = "care"
EXAMPLE = "tasks.py audit"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--output", type=Path, default=site_folder("output"), metavar="DIR")
    parser.add_argument("--built", action="store_true", help="take the output as it is")
    parser.add_argument("--today", metavar="DATE", help="build as on this day (2026-03-14)")
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="RULE",
        help="all but this rule, as its findings name it: axe-region (several: a,b)",
    )
    parser.add_argument("--every", action="store_true", help="also shapes within another shape")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--format", choices=format_names(), default="text", help="of the findings")


def run(args: argparse.Namespace) -> int:
    """Audit, print, and return the exit status."""
    from ..audit import audit
    from ..browser import find_chromium, install_browsers

    if not args.built and not _build(args):
        return 1
    if not args.output.is_dir() or not any(args.output.rglob("*.htm*")):
        raise _mistake(args.output.as_posix(), "there is no page in this folder", "build it first")
    install_browsers()
    if find_chromium() is None:
        raise _mistake("command", "Chromium is not here", "install it: apt-get install chromium")
    ignore = [rule for word in args.ignore for rule in word.split(",")]
    found = audit(args.output, track=_progress, ignore=ignore, every=args.every)
    print_report(found.report, args.format, Sources(args.output))
    print(_summary(found), file=sys.stdout if args.format == "text" else sys.stderr)
    return found.report.exit_status(strict=args.strict)


def _build(args: argparse.Namespace) -> bool:
    from ..build import build

    outcome = build(args.content, args.output, today=read_clock(args.today))
    if not outcome.swapped:
        print_report(outcome.report, args.format, Sources(args.content.resolve().parent))
        print("Not audited: the site does not build.", file=sys.stderr)
    return outcome.swapped


def _mistake(file: str, message: str, remedy: str) -> SettingsError:
    return SettingsError(Finding(rule="command", message=message, remedy=remedy, file=file))


def _progress(shapes: list[Shape]) -> Iterable[Shape]:
    """Show how far the audit is: a bar on a terminal, else a line for each shape."""
    if not sys.stderr.isatty():
        return _tell(shapes)
    from rich.console import Console
    from rich.progress import track

    return track(shapes, "Looking at every shape", console=Console(stderr=True))


def _tell(shapes: list[Shape]) -> Iterator[Shape]:
    for number, shape in enumerate(shapes, start=1):
        name = f"{shape.page.parent.name}/{shape.page.name}"
        print(f"{number} of {len(shapes)}: {name}", file=sys.stderr, flush=True)
        yield shape


def _summary(found: Audit) -> str:
    from ..audit import VIEWS

    reason = f" ({found.axe.reason}, so it is not the pinned release)" if found.axe.reason else ""
    doubts = len(found.report.of_level(REVIEW))
    missed = len(found.report) - doubts
    return (
        f"axe-core {found.axe.version}{reason} in Chromium {found.browser}: "
        f"{len(found.shapes)} shapes of {found.pages} pages in {len(VIEWS)} views.\n"
        f"Faults it found: {found.faults}, missed by the checks: {missed}. To look at: {doubts}."
    )

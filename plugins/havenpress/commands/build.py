# SPDX-License-Identifier: AGPL-3.0-or-later
"""Build the site, check it, and say where it is and what was found.

If anything is wrong the last good site stays in its place.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..checkout import site_folder
from ..clock import read_clock
from ..findings import LEVELS, Report, Sources, format_names, render

if TYPE_CHECKING:
    from ..build import Outcome

GROUP = "publish"
EXAMPLE = "tasks.py build"
SHOWN = 20  # faults, in text; the other formats have all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--output", type=Path, default=site_folder("output"), metavar="DIR")
    parser.add_argument("--today", metavar="DATE", help="build as on this day (2026-03-14)")
    parser.add_argument("--strict", action="store_true", help="let warnings stop the build too")
    parser.add_argument("--format", choices=format_names(), default="text", help="of the findings")


def run(args: argparse.Namespace) -> int:
    """Build, print, and return the exit status."""
    from ..build import build

    today = read_clock(args.today)
    outcome = build(args.content, args.output, today=today, strict=args.strict)
    print_report(outcome.report, args.format, Sources(args.content.resolve().parent))
    print(_summary(outcome), file=sys.stdout if args.format == "text" else sys.stderr)
    return outcome.report.exit_status(strict=args.strict)


def print_report(report: Report, form: str, sources: Sources) -> None:
    """Print findings: in text twenty, grouped by file, and how many more there are.

    A form for programs is alone on the output; all of the text goes to the log beside it.
    """
    findings = list(report)
    text = render(findings, "text", sources)
    if form == "text":
        print(text if len(_starts(text)) <= SHOWN else _worst(report, sources), end="")
        return
    print(render(findings, form, sources), end="", flush=True)
    print(text, end="", file=sys.stderr)


def _starts(text: str) -> list[int]:
    """Return the lines of a text report at which a fault begins: those without a blank."""
    lines = text.splitlines()
    return [number for number, line in enumerate(lines) if not line.startswith(" ")]


def _worst(report: Report, sources: Sources) -> str:
    """Return the faults that matter most: no warning stands before an error that is left out."""
    text = "".join(render(report.of_level(level), "text", sources) for level in LEVELS)
    lines, starts = text.splitlines(keepends=True), _starts(text)
    left = len(starts) - SHOWN
    return "".join(lines[: starts[SHOWN]]) + f"and {left} more; --format json lists them all\n"


def _summary(outcome: Outcome) -> str:
    found = ", ".join(_count(outcome.report, level) for level in LEVELS)
    place = _place(outcome.output)
    head = f"{outcome.pages} pages on {outcome.today} in {outcome.seconds:.1f} s: {found}."
    if outcome.swapped:
        return f"{head}\nThe site is in {place}"
    kept = "the last good site is still there" if outcome.output.exists() else "nothing was written"
    return f"{head}\nNot published in {place}: {kept}."


def _count(report: Report, level: str) -> str:
    number = len(report.of_level(level))
    name = {"review": "to look at"}.get(level, level)
    return f"{number} {name}{'s' if number != 1 and level != 'review' else ''}"


def _place(output: Path) -> str:
    here = Path.cwd()
    return f"{output.relative_to(here) if output.is_relative_to(here) else output}/"

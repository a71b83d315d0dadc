# SPDX-License-Identifier: AGPL-3.0-or-later
"""Build the site and publish it into a folder that a web server reads."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..checkout import site_folder
from ..clock import read_clock
from ..findings import ContentError, Finding, HavenpressError, Report, Sources
from .build import print_report

if TYPE_CHECKING:
    from ..publish import Plan, Result

GROUP = "publish"
EXAMPLE = "tasks.py publish /srv/site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("target", metavar="DIR", help="the folder to publish into")
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--output", type=Path, default=site_folder("output"), metavar="DIR")
    parser.add_argument("--today", metavar="DATE", help="publish as on this day (2026-03-14)")
    parser.add_argument(
        "--built", action="store_true", help="take the output as the last build left it"
    )
    parser.add_argument("--strict", action="store_true", help="let warnings stop it too")
    parser.add_argument("--dry-run", action="store_true", help="print the plan and change nothing")
    parser.add_argument("--yes", action="store_true", help="also if many pages would be gone")
    _add_ways_back(parser)
    parser.add_argument("--format", choices=["text", "json"], default="text")


def _add_ways_back(parser: argparse.ArgumentParser) -> None:
    """Declare what is for earlier releases, retracted pages and crashed runs."""
    parser.add_argument(
        "--rollback",
        nargs="?",
        const="",
        metavar="RELEASE",
        help="show readers an earlier release again, the one before if none is named",
    )
    parser.add_argument("--keep", type=_count, default=5, metavar="N", help="releases to keep (5)")
    parser.add_argument(
        "--restore",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="publish an address again that was retracted",
    )
    parser.add_argument(
        "--unlock", action="store_true", help="take the lock of a crashed run on another machine"
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("keep at least 1 release")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Publish, and return the exit status."""
    printer = _Printer(args.format, Sources(args.content.resolve().parent))
    try:
        result = _publish(args, printer)
    except HavenpressError as error:
        if args.debug:
            raise
        printer.refused(error)
        return error.exit_status
    printer.done(result, args)
    return 0


def _publish(args: argparse.Namespace, printer: _Printer) -> Result:
    from ..publish import Wishes, connect, publish, read_tombstones, roll_back
    from ..publish.tombstones import FILE_NAME

    engine = connect(args.target, [args.content, args.output])
    if not args.dry_run:
        engine.demand_access()  # before the build: nobody should wait for a refusal
    today = read_clock(args.today)
    wishes = Wishes(
        today=today,
        tombstones=read_tombstones(args.content / FILE_NAME, f"{args.content.name}/{FILE_NAME}"),
        yes=args.yes,
        dry_run=args.dry_run,
        unlock=args.unlock,
        keep=args.keep,
        restore=tuple(args.restore),
    )
    if args.rollback is not None:
        return roll_back(engine, wishes, args.rollback, printer.plan)
    printer.found(_finished_site(args, today))
    return publish(args.output, engine, wishes, printer.plan)


def _finished_site(args: argparse.Namespace, today: dt.date) -> Report:
    """Build the site, or put the output of the last build before the gate once more."""
    from ..build import build
    from ..build.build import inspect
    from ..site import Project

    if not args.built:
        report = build(args.content, args.output, today=today, strict=args.strict).report
    else:
        project = Project.read(args.content, args.output, today)
        inspect(project, project.output)
        report = project.report
    if report.exit_status(strict=args.strict):
        raise ContentError(report)
    return report


class _Printer:
    """Says what happens, for people or as one JSON document."""

    def __init__(self, form: str, sources: Sources) -> None:
        self.is_json = form == "json"
        self.sources = sources
        self.record: dict[str, object] = {"findings": [], "plan": None}

    def found(self, findings: Sequence[Finding] | Report) -> None:
        self.record["findings"] = [finding.as_json() for finding in findings]
        if not self.is_json:
            print_report(Report(findings), "text", self.sources)

    def plan(self, plan: Plan) -> None:
        self.record["plan"] = plan.as_json()
        self._say(plan.as_text())

    def refused(self, error: HavenpressError) -> None:
        self.found(error.findings)
        self._say("Nothing was published; readers see what they saw before.\n")
        self._end({"changed": False, "release": None})

    def done(self, result: Result, args: argparse.Namespace) -> None:
        self._say("".join(f"note: {note}\n" for note in result.notes))
        self._say(_closing(result, args))
        notes = list(result.notes)
        self._end({"changed": result.changed, "release": result.release, "notes": notes})

    def _say(self, text: str) -> None:
        if not self.is_json:
            print(text, end="", flush=True)

    def _end(self, more: dict[str, object]) -> None:
        if self.is_json:
            print(json.dumps(self.record | more, ensure_ascii=False, indent=1))


def _closing(result: Result, args: argparse.Namespace) -> str:
    if args.dry_run:
        return "This was a dry run: nothing was published.\n"
    current = Path(args.target) / "current"
    if not result.changed:
        return f"Nothing to do: {current} already shows this site ({result.release}).\n"
    return (
        f"Published {result.release}: {current} shows it now.\n"
        f"To go back: tasks.py publish {args.target} --rollback\n"
    )

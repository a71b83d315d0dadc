# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check the whole site, or only some files of it, and write nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..checkout import site_folder
from ..clock import read_clock
from ..findings import Finding, Report, SettingsError, Sources, format_names
from ..scratch import scratch_folder
from .build import print_report

GROUP = "write"
EXAMPLE = "tasks.py check content/posts/a-post.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="all if left out")
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--today", metavar="DATE", help="check as on this day (2026-03-14)")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    parser.add_argument("--format", choices=format_names(), default="text", help="of the findings")


def run(args: argparse.Namespace) -> int:
    """Build into a folder that is thrown away, and print what concerns the files."""
    from ..build import build

    wanted = [_name(path, args.content) for path in args.files]
    with scratch_folder("havenpress-check-") as folder:
        outcome = build(args.content, folder / "output", today=read_clock(args.today))
    report = Report(f for f in outcome.report if not wanted or f.file in wanted)
    print_report(report, args.format, Sources(args.content.resolve().parent))
    if args.format == "text":
        print(_summary(report, len(wanted), args.strict))
    return report.exit_status(strict=args.strict)


def _name(path: Path, content: Path) -> str:
    """Return a file as findings name it; raises SettingsError for one that is not there."""
    content = content.resolve()
    if not path.is_file():
        message, remedy = "there is no such file", "write its path from here"
    elif not path.resolve().is_relative_to(content):
        message, remedy = "this file is not in the content folder", "name its folder: --content DIR"
    else:
        return f"{content.name}/{path.resolve().relative_to(content).as_posix()}"
    raise SettingsError(
        Finding(rule="command", message=message, remedy=remedy, file=path.as_posix())
    )


def _summary(report: Report, files: int, strict: bool) -> str:
    checked = f"{files} file{'s' if files > 1 else ''}" if files else "the whole site"
    verdict = "to mend" if report.exit_status(strict=strict) else "good"
    return f"Checked {checked}: {verdict}."

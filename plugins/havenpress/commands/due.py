# SPDX-License-Identifier: AGPL-3.0-or-later
"""List the services that staff should check, and fail where one is late.

It is what the weekly job runs: passing time never stops a push. In a GitHub job the list is on
the page of the job as well.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..checkout import site_folder
from ..clock import read_clock

GROUP = "care"
EXAMPLE = "tasks.py due --calendar due.ics"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--content", type=Path, default=site_folder("content"), metavar="DIR")
    parser.add_argument("--today", metavar="DATE", help="list what is due on this day (2026-03-14)")
    parser.add_argument("--ahead", type=_days, default=30, metavar="DAYS", help="look ahead (30)")
    parser.add_argument("--calendar", type=Path, metavar="FILE", help="write an iCalendar file too")


def _days(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise argparse.ArgumentTypeError("write a number of days, 0 or more")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Print the list, and return 1 where something is late."""
    from ..catalogue.due import report
    from ..catalogue.freshness import list_due
    from ..catalogue.site import catalogue_of
    from ..findings import ContentError
    from ..site import Project

    project = Project.read(args.content, Path("output"), read_clock(args.today))
    catalogue = catalogue_of(project)
    if project.report.has_errors:
        raise ContentError(project.report)
    if catalogue is None:
        print("This site has no services catalogue, so nothing is due.")
        return 0
    dues = list_due(catalogue, project.today, args.ahead)
    language = catalogue.settings.default_language
    print(report(dues, language, project.today, args.calendar), end="")
    return int(any(due.days_late > 0 for due in dues))

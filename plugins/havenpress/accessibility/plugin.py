# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check as a Pelican plugin on any site: every page of the output, when the site is written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import HavenpressError, Report, render
from ..tree import parse
from .baseline import new_findings, read_baseline
from .engine import check
from .files import find_pages, linked_sheets

if TYPE_CHECKING:
    from pelican import Pelican

SETTING = "HAVENPRESS_ACCESSIBILITY"


class AccessibilityError(HavenpressError):
    """The written pages have faults that must not go live."""

    def __str__(self) -> str:
        count = len(self.findings)
        return f"{count} accessibility {'fault' if count == 1 else 'faults'}; they are listed above"


def check_output(pelican: Pelican) -> None:
    """Print what is wrong with the written pages, static HTML among them, and raise for errors.

    ``HAVENPRESS_ACCESSIBILITY`` may hold ``ignore`` (rule ids) and ``baseline`` (a path). Where
    the whole product builds the site, its build has judged the pages already.
    """
    if "HAVENPRESS" in pelican.settings:
        return
    options = pelican.settings.get(SETTING, {})
    root = Path(pelican.output_path)
    report = Report()
    for path in find_pages(root):
        report.extend(_check_file(path, root, options.get("ignore")))
    findings = list(report)
    if options.get("baseline"):
        findings = new_findings(findings, read_baseline(Path(options["baseline"])))
    sys.stderr.write(render(findings, "text"))
    errors = Report(findings).of_level("error")
    if errors:
        raise AccessibilityError(errors)


def _check_file(path: Path, root: Path, ignore: list[str] | None) -> list:
    document = parse(path.read_bytes())
    name = path.relative_to(root).as_posix()
    return check(
        document,
        file=name,
        stylesheets=linked_sheets(document, path, root),
        ignore=ignore,
    )

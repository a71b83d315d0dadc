# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check as a Pelican plugin on any site: every page of the output, when the site is written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..findings import Finding, HavenpressError, Report, SettingsError, Sources, render
from ..tree import parse
from .baseline import new_findings, read_baseline
from .engine import check
from .files import content_reader, document_reader, find_pages, linked_sheets
from .rule import find_rule

if TYPE_CHECKING:
    from pelican import Pelican

SETTING = "HAVENPRESS_ACCESSIBILITY"
OPTIONS = ("ignore", "baseline")


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
    options = _options(pelican.settings.get(SETTING, {}))
    root = Path(pelican.output_path)
    report = Report()
    for path in find_pages(root):
        report.extend(_check_file(path, root, options.get("ignore")))
    findings = list(report)
    if options.get("baseline"):
        findings = new_findings(findings, read_baseline(Path(options["baseline"])))
    sys.stderr.write(render(findings, "text", Sources(root)))
    errors = Report(findings).of_level("error")
    if errors:
        raise AccessibilityError(errors)


def _options(given: dict[str, Any]) -> dict[str, Any]:
    """Return the setting as it is; raises SettingsError for a name that means nothing here."""
    ignored = given.get("ignore", ())
    wrong = [f"“{name}”" for name in given if name not in OPTIONS]
    wrong += [f"the rule “{rule}”" for rule in ignored if find_rule(rule) is None]
    if isinstance(ignored, str):
        wrong = [f"“{ignored}” where a list of rules should be"]
    if wrong:
        message = f"{SETTING} has {', '.join(wrong)}, which means nothing"
        remedy = f"it may hold {' and '.join(OPTIONS)}; rules are those of docs/rules"
        raise SettingsError(
            Finding(rule="command", message=message, remedy=remedy, file="pelicanconf.py")
        )
    return given


def _check_file(path: Path, root: Path, ignore: list[str] | None) -> list:
    document = parse(path.read_bytes())
    name = path.relative_to(root).as_posix()
    return check(
        document,
        file=name,
        stylesheets=linked_sheets(document, path, root),
        content_of=content_reader(path, root),
        document_of=document_reader(path, root),
        ignore=ignore,
    )

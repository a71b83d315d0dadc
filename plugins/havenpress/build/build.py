# SPDX-License-Identifier: AGPL-3.0-or-later
"""One build, from the settings to the swap: what fails leaves the last good output untouched."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.walls.output import read_private_terms, scan_output
from ..findings import ERROR, ContentError, Finding, HavenpressError, Report
from ..gate import Output, inspect_output
from ..site import Project
from ..writing.strays import find_unusable
from .alone import read_project
from .declared import declared_pages
from .finish import finish_folder
from .pages import report_pages
from .render import render
from .rules import check_site
from .sitemap import write_sitemap
from .staging import check_output_folder, staging_folder, swap
from .withheld import find_withheld

TEXT_FOLDERS = ("posts", "pages")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: its findings, where the site is, and how many pages it has."""

    report: Report
    output: Path
    pages: int
    seconds: float
    swapped: bool
    today: datetime.date


def build(
    content: Path,
    output: Path,
    *,
    today: datetime.date,
    drafts: bool = False,
    strict: bool = False,
    report: Report | None = None,
    keep: bool = True,
) -> Outcome:
    """Build a content folder into an output folder, and return what came of it.

    The output is replaced only where there is no error (when strict, no warning), and only
    where ``keep``; ``drafts`` is for previews. Raises SettingsError for what is wrong with the
    settings or the theme.
    """
    began = time.perf_counter()
    report = report if report is not None else Report()
    read_private_terms(content.resolve().parent)  # a list that is not there is said before anything
    with _nothing_lost(report):
        project = read_project(content, output, today, drafts=drafts, report=report)
        good, pages = _build(project, strict=strict, keep=keep)
    seconds = time.perf_counter() - began
    return Outcome(report, project.output, pages, seconds, good and keep, today)


def _build(project: Project, *, strict: bool, keep: bool) -> tuple[bool, int]:
    """Return whether the site is good, and its pages; put it into its place if it is to be kept."""
    check_output_folder(project)
    refuse_unusable(project)
    with staging_folder(project.output) as staging:
        pages = make(project, staging)
        good = not project.report.exit_status(strict=strict)
        if good and keep:
            swap(staging, project.output)
    return good, pages


@contextmanager
def _nothing_lost(report: Report) -> Iterator[None]:
    """Let an error that ends the build carry what was found before it as well."""
    try:
        yield
    except HavenpressError as error:
        report.extend(error.findings)
        raise type(error)(report) from error


def refuse_unusable(project: Project) -> None:
    """Raise ContentError where there is no text at all, or something that nobody can read.

    A folder without a text is the wrong one, or a lost one.
    """
    unusable = list(find_unusable(project.content, TEXT_FOLDERS, project.content.name))
    if unusable:
        raise ContentError(unusable)
    if any(path.is_file() for path in project.content.rglob("*.md")):
        return
    message = "there is no text to publish in this folder"
    remedy = "look whether it is the right one (--content)"
    name = project.content.name
    raise ContentError(Finding(rule="content-empty", message=message, remedy=remedy, file=name))


def make(project: Project, staging: Path) -> int:
    """Write the finished site into an empty folder, report every fault, return the pages."""
    render(project, staging)
    facts, found = finish_folder(staging, project)
    write_sitemap(staging, facts, project.site)
    project.parts["output_files"] = _names(staging)
    report_pages([*found, *check_site(facts, project)], project)
    inspect(project, staging)
    return len(facts)


def _names(folder: Path) -> frozenset[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return frozenset(path.relative_to(folder).as_posix() for path in files)


def inspect(project: Project, staging: Path) -> None:
    """Put the finished files before the gate.

    What the gate sees of a fault that is already reported at its source would be said twice,
    so on a faulty build it says only what is worth a line of its own.
    """
    output = Output(
        staging,
        project.site.url,
        declared=declared_pages(project),
        withheld=() if project.drafts else find_withheld(project),
    )
    found = list(inspect_output(output))
    if project.report.has_errors:
        faulty = {finding.file for finding in project.report if finding.level == ERROR}
        faulty.discard("")
        found = [each for each in found if _is_news(each, faulty)]
    project.report.extend(found)
    terms = read_private_terms(project.content.resolve().parent)
    project.report.extend(scan_output(staging, terms))


def _is_news(finding: Finding, faulty: set[str]) -> bool:
    """A missing page or a leaked draft is worth a line of its own, whatever else is wrong."""
    if finding.rule == "output-pages":
        made_by = any("/overrides/" in file for file in faulty) and not finding.line
        return not made_by  # a template of theirs that is faulty took the page away
    return finding.rule == "output-drafts" and finding.file not in faulty

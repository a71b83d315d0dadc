# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was found on finished pages, said in the file that somebody wrote, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..findings import ERROR, Finding
from ..site import Project
from ..writing.document import Document
from ..writing.opening import KEY

# Where a text says what a fault of its whole page is about; else it is the first line of the text.
FIELDS = {"html-lang-matches": "lang", "page-title": "title"}


def report_pages(found: Iterable[Finding], project: Project) -> None:
    """Report the faults of pages, each at its source.

    While a file is faulty, a fault that is known of a page alone is left for the next run: what
    stands in for the value that is wrong makes such faults, and they go away with it.
    """
    texts = _texts_by_page(project)
    faulty = {each.file for each in project.report if each.level == ERROR}
    found = [_at_source(finding, texts, project) for finding in found]
    found = [each for each in found if each.rule not in WHOLE_PAGE or each.file not in faulty]
    if any(
        each.level == ERROR and _has_source(each, project) for each in [*project.report, *found]
    ):
        found = [each for each in found if _has_source(each, project)]
    project.report.extend(found)


def _has_source(finding: Finding, project: Project) -> bool:
    return finding.file.startswith(f"{project.content.name}/")


def _texts_by_page(project: Project) -> dict[str, Document]:
    library = project.parts.get(KEY)
    if library is None:
        return {}
    return {f"{library.address(each)}index.html": each for each in library.shown}


def _at_source(finding: Finding, texts: dict[str, Document], project: Project) -> Finding:
    """Return a finding about the whole page of a text at a line of that text."""
    text = texts.get(finding.page or finding.file)
    if text is None or finding.rule not in WHOLE_PAGE or _has_source(finding, project):
        return finding
    name = FIELDS.get(finding.rule)
    line, column = text.place(name) if name else (text.body_line, 1)
    page = finding.page or finding.file
    return replace(finding, file=text.file, line=line, column=column, page=page, snippet="")


WHOLE_PAGE = {*FIELDS, "safety-page", "exit-promise"}

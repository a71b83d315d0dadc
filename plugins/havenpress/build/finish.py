# SPDX-License-Identifier: AGPL-3.0-or-later
"""The last step of every page: checked with its annotations, then stripped of them.

A finished page is a function of the rendered page alone: that is what later builds can skip
work by, and spread it over cores. What needs other pages reads their facts (``rules``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..accessibility import check
from ..findings import ANNOTATION, Finding
from ..quick_exit.checks import check_page, check_safety_page
from ..quick_exit.settings import ExitSettings, settings_of
from ..site import Project
from ..tree import parse, strip_attribute
from .facts import Facts, collect_facts

# In a feed the page stands escaped inside XML, sometimes twice.
ESCAPED = re.compile(
    rb"\s" + ANNOTATION.encode() + rb'=(?:&(?:amp;)?quot;|").*?(?:&(?:amp;)?quot;|")'
)


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as it will be published, what is wrong with it, and what others may ask of it."""

    data: bytes
    findings: tuple[Finding, ...]
    facts: Facts


def finish(page: bytes, name: str, leaving: ExitSettings) -> Finished:
    """Return a rendered page finished; ``name`` is its path in the output, posix."""
    document = parse(page)
    findings = [*check(document, file=name), *check_page(document, name, leaving)]
    data = bytes(strip_attribute(page, ANNOTATION))
    return Finished(data, tuple(findings), collect_facts(document, name))


def finish_folder(folder: Path, project: Project) -> tuple[list[Facts], list[Finding]]:
    """Finish every page and feed below a folder in place; return the facts and faults of the pages."""
    leaving = settings_of(project.site)
    facts, found = [], []
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        finished = finish(path.read_bytes(), name, leaving)
        path.write_bytes(finished.data)
        found += finished.findings
        facts.append(finished.facts)
    for path in sorted(folder.rglob("*.xml")):
        path.write_bytes(ESCAPED.sub(b"", path.read_bytes()))
    found += _check_safety_pages(folder, project)
    return facts, found


def _check_safety_pages(folder: Path, project: Project) -> Iterator[Finding]:
    """Yield what the page about leaving does not say, in each language that has one."""
    site = project.site
    for language in site.languages:
        name = f"{site.folder(language)}{site.quick_exit.safety_page}/index.html"
        path = folder / name
        if path.is_file():
            yield from check_safety_page(path.read_bytes(), name)

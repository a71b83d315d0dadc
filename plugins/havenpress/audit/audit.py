# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit of a folder of finished pages."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..accessibility import check
from ..accessibility.files import find_pages, linked_sheets
from ..findings import Finding, Report
from ..tree import parse
from .axe import Axe, find_axe
from .comparing import missed
from .crew import Look, crew
from .shapes import Shape, find_shapes

Track = Callable[[list[Shape]], Iterable[Shape]]


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked at, by what, and what the rules had missed."""

    report: Report
    shapes: list[Shape]
    axe: Axe
    browser: str
    faults: int  # what axe told of for certain, whether the rules had or not

    @property
    def pages(self) -> int:
        """How many pages the shapes stand for."""
        return sum(shape.pages for shape in self.shapes)


def audit(
    output: Path, *, track: Track = iter, ignore: Iterable[str] = (), every: bool = False
) -> Audit:
    """Look at one page of every shape in a folder, and return what no rule had reported.

    ``track`` wraps the shapes while they are gone through, to show how far it is. ``ignore``
    holds rules of axe, as their findings name them; ``every`` is for shapes that are a part of
    another, too. Needs Chromium.
    """
    axe = find_axe()
    shapes = find_shapes(find_pages(output), every=every)
    report, faults, ignored, version = Report(), 0, set(ignore), ""
    with crew(shapes, output, axe) as looks:
        for _, look in zip(track(shapes), looks, strict=True):
            version = look.browser
            certain = (each for each in look.sightings if each.outcome == "violation")
            faults += len({(each.rule, each.selector) for each in certain})
            found = [*look.failures, *_compare(look, output)]
            report.extend(each for each in found if each.rule not in ignored)
    return Audit(report, shapes, axe, version, faults)


def _compare(look: Look, output: Path) -> list[Finding]:
    """An exception that somebody wrote down is no miss: all have run out on the last of days."""
    document = parse(look.page.read_bytes())
    name = look.page.relative_to(output).as_posix()
    sheets = linked_sheets(document, look.page, output)
    known = check(document, file=name, stylesheets=sheets, today=datetime.date.max)
    return missed(look.sightings, known, document, name)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What axe found on a page and the rules did not, as findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..accessibility.engine import snippet
from ..findings import ERROR, REVIEW, WARNING, Finding
from ..tree import Document, Element
from .looking import Sighting
from .views import VIEWS

Criteria = tuple[tuple[str, str], ...]
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")
_LEVEL = re.compile(r"wcag2\d?(a{1,3})")
_HEAD = re.compile(r"Fix (any|all) of the following:")
MOST_NAMED = 3  # views in a message
WHOLE = {"html", "head", "body"}


@dataclass(frozen=True, slots=True)
class _Known:
    """A finding of the rules, with its element."""

    criteria: frozenset[str]
    element: Element | None


def missed(
    sightings: Iterable[Sighting], findings: Iterable[Finding], document: Document, name: str
) -> list[Finding]:
    """Return what no rule has said of the same element under the same success criterion.

    What axe calls a good practice has no criterion: there any finding about the element counts.
    """
    known = [_Known(_criteria_of(f), _select(document, f.selector)) for f in findings]
    return [
        _finding(same, element, name)
        for same in _grouped(sightings)
        for element in [_locate(document, same[0])]
        if not any(_says_it(each, criteria_of(same[0].tags), element) for each in known)
    ]


def criteria_of(tags: Iterable[str]) -> Criteria:
    """Return the success criteria that axe's tags name, with their level of conformance."""
    tags = tuple(tags)
    levels = [found[1].upper() for tag in tags if (found := _LEVEL.fullmatch(tag))]
    numbers = [".".join(found.groups()) for tag in tags if (found := _CRITERION.fullmatch(tag))]
    return tuple((number, levels[0] if levels else "") for number in numbers)


def _criteria_of(finding: Finding) -> frozenset[str]:
    return frozenset(criterion for criterion, _ in finding.wcag)


def _grouped(sightings: Iterable[Sighting]) -> Iterator[list[Sighting]]:
    """Yield the sightings of one fault in several views together; a violation outdoes a doubt."""
    groups: dict[tuple[str, str], list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault((sighting.rule, sighting.selector), []).append(sighting)
    for same in groups.values():
        certain = [each for each in same if each.outcome == "violation"]
        yield certain or same


def _locate(document: Document, sighting: Sighting) -> Element | None:
    """Return the element in the page as written; None for one that a script or a frame has."""
    here = document.root
    for number in sighting.place if sighting.place is not None else (-1,):
        children = here.children if here else []
        here = children[number] if 0 <= number < len(children) else None
    opening = f"<{here.tag}" if here else ""
    return here if here and sighting.html.lower().startswith(opening.lower()) else None


def _select(document: Document, selector: str) -> Element | None:
    try:
        return next(iter(document.select(selector)), None) if selector else None
    except ValueError:
        return None


def _says_it(known: _Known, criteria: Criteria, element: Element | None) -> bool:
    numbers = {number for number, _ in criteria}
    if numbers and not numbers & known.criteria:
        return False
    if element is None or known.element is None:
        return element is None and known.element is None
    return _is_near(element, known.element)


def _is_near(one: Element, other: Element) -> bool:
    """Whether two elements are one, or one stands in the other; the whole page is near itself."""
    if one.tag in WHOLE or other.tag in WHOLE:
        return one.tag in WHOLE and other.tag in WHOLE
    return one is other or one in other.ancestors or other in one.ancestors


def _finding(same: list[Sighting], element: Element | None, name: str) -> Finding:
    first = same[0]
    return Finding(
        rule=f"axe-{first.rule}",
        level=_level(first),
        message=f"{first.help[:1].lower()}{first.help[1:]} (axe, {_views(same)})",
        remedy=_remedy(first),
        file=name,
        line=element.line if element else 0,
        column=element.column if element else 0,
        page=name,
        wcag=criteria_of(first.tags),
        selector=element.selector if element else first.selector,
        snippet=snippet(element) if element else " ".join(first.html.split())[:120],
    )


def _level(sighting: Sighting) -> str:
    if sighting.outcome == "review":
        return REVIEW
    return ERROR if criteria_of(sighting.tags) else WARNING


def _views(same: list[Sighting]) -> str:
    seen = {sighting.view for sighting in same}
    names = [view.name for view in VIEWS if view.name in seen]
    if len(names) <= MOST_NAMED:
        return "; ".join(names)
    return "in every view" if len(names) == len(VIEWS) else f"in {len(names)} of the views"


def _remedy(sighting: Sighting) -> str:
    """Return axe's own words about the element, in one line."""
    parts = []
    for line in sighting.summary.splitlines():
        head = _HEAD.match(line.strip())
        if head:
            parts.append(f"mend {head[1]} of these:")
        elif line.strip():
            parts.append(line.strip() + ",")
    return " ".join(parts).rstrip(",").replace(":,", ":")

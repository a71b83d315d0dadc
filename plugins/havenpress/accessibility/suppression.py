# SPDX-License-Identifier: AGPL-3.0-or-later
"""Faults that somebody decided to live with for a while, noted where they are.

A comment before an element, ``<!-- allow image-alt until 2027-01-31: the museum sends the
words -->``, silences one rule for that element and what is in it, until the end of that day.
Without a rule, a date and a reason it silences nothing and is itself a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..clock import read_clock
from ..findings import ERROR, WARNING
from ..tree import Document, Element
from .rule import Fault, Rule, find_rule

_COMMENT = re.compile(r"\s*allow\s+(?P<rest>[a-z0-9][a-z0-9-]*\b.*)", re.DOTALL)
_WHOLE = re.compile(
    r"(?P<rule>[a-z0-9-]+)\s+until\s+(?P<day>\d{4}-\d\d-\d\d)\s*:\s*(?P<reason>\S.*)",
    re.DOTALL,
)
_EXPLANATION = Path(__file__).parent / "rules" / "allow-comment.md"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment; ``fault`` says why it silences nothing."""

    element: Element
    rule: str = ""
    fault: str = ""
    remedy: str = ""
    level: str = ERROR


SUPPRESSION = Rule(
    id="allow-comment",
    level=ERROR,
    source="https://www.w3.org/TR/WCAG22/#conformance",
    check=lambda page: iter(()),
    explanation=_EXPLANATION.read_text(encoding="utf-8"),
)


def read_suppressions(document: Document, today: date | None) -> list[Suppression]:
    """Return what the comments of a page say about rules that it breaks."""
    if not document.has_comments or "allow" not in document.source:
        return []
    today = today or read_clock(None)
    return list(_suppressions(document, today))


def _suppressions(document: Document, today: date) -> Iterator[Suppression]:
    for found, element in document.comments(_COMMENT):
        whole = _WHOLE.fullmatch(found["rest"].strip())
        if whole:
            yield _judge(element, whole["rule"], whole["day"], today)
        elif find_rule(found["rest"].split()[0]):
            yield Suppression(
                element,
                fault="the comment that allows a fault gives no date or no reason",
                remedy="write <!-- allow image-alt until 2027-01-31: why it has to wait -->",
            )


def _judge(element: Element, rule: str, day: str, today: date) -> Suppression:
    try:
        last = date.fromisoformat(day)
    except ValueError:
        return Suppression(
            element,
            fault=f"“{day}” is not a date",
            remedy="write a day as in 2027-01-31",
        )
    if find_rule(rule) is None:
        return Suppression(
            element,
            fault=f"there is no rule “{rule}”",
            remedy="correct the name of the rule",
        )
    if last < today:
        return Suppression(
            element,
            fault=f"the time for {rule} ran out on {day}",
            remedy="mend the fault, or give a later date and say why",
            level=WARNING,
        )
    return Suppression(element, rule)


def allowed_faults(suppressions: Iterable[Suppression]) -> dict[str, set[Element]]:
    """Return for each rule the elements in which a comment allows its faults."""
    allowed: dict[str, set[Element]] = {}
    for suppression in suppressions:
        allowed.setdefault(suppression.rule, set()).add(suppression.element)
    return allowed


def is_suppressed(element: Element | None, allowed: Set[Element]) -> bool:
    """Tell whether an element, or one around it, is among those in which a fault is allowed."""
    if element is None or not allowed:
        return False
    return element in allowed or any(above in allowed for above in element.ancestors)


def faults_in(suppressions: Iterable[Suppression]) -> Iterator[Fault]:
    """Yield comments that silence nothing."""
    for suppression in suppressions:
        if suppression.fault:
            yield Fault(
                suppression.element,
                suppression.fault,
                suppression.remedy,
                suppression.level,
            )

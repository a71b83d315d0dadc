# SPDX-License-Identifier: AGPL-3.0-or-later
"""The scope of a header cell is one that exists.

What: scope is row, col, rowgroup or colgroup, and stands on a th.

Why: another word counts for nothing, and on a td the attribute does: the cell heads nothing.

Fix: write <th scope="row"> or <th scope="col">.

Source: HTML standard, sections 4.9.10 (th, scope) and 16.2 (scope on td is obsolete)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
SOURCE = "https://html.spec.whatwg.org/multipage/tables.html#attr-th-scope"

SCOPES = frozenset({"col", "colgroup", "row", "rowgroup"})


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements with a scope that says nothing."""
    for element in page.having("scope"):
        if not page.is_exposed(element):
            continue
        scope = (element.get("scope") or "").lower()
        if element.tag == "td":
            yield Fault(element, "scope counts for nothing on a td", "make the cell a th")
        elif element.tag == "th" and scope not in SCOPES:
            yield _unknown(element, scope)


def _unknown(element: Element, scope: str) -> Fault:
    remedy = "write row, col, rowgroup or colgroup, or leave it out"
    return Fault(element, f"there is no scope “{scope}”", remedy)

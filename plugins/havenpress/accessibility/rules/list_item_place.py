# SPDX-License-Identifier: AGPL-3.0-or-later
"""An item stands in a list.

What: each li is a child of a ul or ol, each dt and dd a child of a dl or of a div in one.

Why: outside of a list the sign before it may still be seen, but a screen reader knows no item and
no list.

Fix: write the ul, ol or dl around it.

Source: HTML standard, sections 4.4.8 (li), 4.4.10 (dt) and 4.4.11 (dd)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...findings import ERROR
from ...tree import Element
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("1.3.1", "A"),)
SOURCE = "https://html.spec.whatwg.org/multipage/grouping-content.html#the-li-element"

LISTS = {
    "li": frozenset({"dir", "menu", "ol", "ul"}),
    "dd": frozenset({"dl"}),
    "dt": frozenset({"dl"}),
}
NAMES = {"li": "ul or ol", "dt": "dl", "dd": "dl"}
PASSED = frozenset({"div", "slot"})  # of a div in a ul aria-required-children tells
ITEMS = frozenset({"", "listitem"})  # roles with which an item still is one
MOST = 100  # items of one page that are looked at; one with more has one cause


def check(page: Page) -> Iterator[Fault]:
    """Yield the exposed items that stand in no list."""
    for element in islice(_not_in_list(page), MOST):
        if (element.get("role") or "") not in ITEMS or not page.is_exposed(element):
            continue
        if not _is_told_of(element, page):
            where = NAMES[element.tag]
            what = f"the {element.tag} stands in no {where}"
            yield Fault(element, what, f"write {where} around it")


def _not_in_list(page: Page) -> Iterator[Element]:
    """Yield the few items that are surely in no list.

    What is around a part of a page, or in a custom element, nobody knows.
    """
    for tag, lists in LISTS.items():
        for element in page.tagged(tag):
            holder = element.parent
            while holder is not None and holder.tag in PASSED:
                holder = holder.parent
            if holder is not None and holder.tag not in lists and "-" not in holder.tag:
                yield element


def _is_told_of(element: Element, page: Page) -> bool:
    """Tell whether aria-required-children says of the list around that a child is no item."""
    above = page.exposed_parent(element)
    return above is not None and page.role(above) == "list"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links with the same name in one place lead to the same page.

What: two links with the same name in the same paragraph, list item or cell lead to one address.

Why: they cannot be told apart by who hears them one after the other.

Fix: give them different names, or the same address.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/fd3a94/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ...tree import Element
from ..link_targets import (
    address_of,
    context_of,
    descriptions,
    have_same_content,
    look_alike,
)
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("fd3a94",)
WCAG = (("2.4.4", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/fd3a94/"


def check(page: Page) -> Iterator[Fault]:
    """Yield links whose name an earlier link of the same context has for another address.

    Where nobody can tell which is which, people who listen are no worse off: that is for review.
    """
    seen: dict[tuple[str, Element, frozenset[Element]], tuple[Element, str]] = {}
    described = descriptions(page)
    for element in page.named_links:
        place, address = context_of(element, page), address_of(element)
        if place is None or address is None:
            continue
        key = page.name(element).casefold(), place, described.get(element, frozenset())
        first, known = seen.setdefault(key, (element, address))
        if known != address and not have_same_content(first, element, page):
            yield Fault(
                element,
                f"an earlier link “{page.name(element)}” here leads elsewhere",
                "give the two different names",
                level=REVIEW if look_alike(first, element, place, page) else WARNING,
            )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is marked as decoration is left alone.

What: an element with role none or an empty alt takes no focus and has no aria- attribute that
every element may have.

Why: the two wishes contradict each other, and browsers then show the element to everybody.

Fix: remove the aria- attribute or the tabindex, or describe the picture: alt="A yellow door".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/46ca7f/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import in_order
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("46ca7f",)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/46ca7f/"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements that are marked as decoration and exposed all the same."""
    marked = {*page.having("role"), *page.tagged("img")}
    for element in in_order(marked):
        if page.is_marked_decorative(element) and page.is_exposed(element):
            yield Fault(
                element,
                "the element is marked as decoration, but something else on it calls attention",
                "remove its aria- attributes and tabindex, or describe it",
            )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A menu item has a name.

What: every element with the role menuitem has text or an aria-label.

Why: it is read out as “menu item” and nothing else.

Fix: write what it does between its tags.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/m6b1q3/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("m6b1q3",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/m6b1q3/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.with_role("menuitem"):
        if element.namespace == HTML and page.is_exposed(element) and not page.has_name(element):
            yield Fault(
                element,
                "the menu item has no text",
                "write what it does between its tags",
            )

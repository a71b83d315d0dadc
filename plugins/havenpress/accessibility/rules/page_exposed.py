# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page is not hidden from screen readers.

What: neither the body nor the html element has aria-hidden="true".

Why: nothing of the page would be read out, and no other rule would find a fault in it.

Fix: remove the attribute; while a dialog is open put it on what lies behind, or use the inert
attribute there.

Source: WAI-ARIA 1.2, aria-hidden; WCAG 2.2, 4.1.2
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("4.1.2", "A"), ("1.3.1", "A"))
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/TR/wai-aria-1.2/#aria-hidden"

WHOLE = frozenset({"body", "html"})


def check(page: Page) -> Iterator[Fault]:
    """Yield the element that hides all of the page."""
    for element in page.having("aria-hidden"):
        if element.tag in WHOLE and (element.get("aria-hidden") or "").lower() == "true":
            yield Fault(
                element,
                'aria-hidden="true" hides the whole page from screen readers',
                "remove it",
            )

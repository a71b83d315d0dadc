# SPDX-License-Identifier: AGPL-3.0-or-later
"""The main content is marked as such.

What: a page with text has one main element that can be seen.

Why: screen readers jump to it, past the menu; a second one leaves it open where to go.

Fix: put what the page is about into <main>, and nothing of the frame around it.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/b40fd1/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("b40fd1",)
WCAG = (("1.3.1", "A"), ("2.4.1", "A"))
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/b40fd1/"


def check(page: Page) -> Iterator[Fault]:
    """Yield a page without a main landmark, and every one after the first."""
    mains = list(page.exposed("main"))
    body = next(page.tagged("body"), None)
    if not mains and body is not None and next(page.tagged("a"), None) is not None:
        yield Fault(body, "the page has no main element", "put the main content into <main>")
    for element in mains[1:]:
        yield Fault(element, "the page has more than one main element", "keep one of them")

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page has a title.

What: the first title element has text.

Why: the title is the first thing that a screen reader says, and the name of the tab, the bookmark
and the search result.

Fix: write a title that names the page and the site: <title>Night shelters – Harbour Line</title>.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/2779a5/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("2779a5",)
WCAG = (("2.4.2", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/2779a5/"


def check(page: Page) -> Iterator[Fault]:
    """Yield a page whose first title is missing or blank."""
    root = page.document.root
    if root is None or root.tag != "html":
        return
    title = next(page.tagged("title"), None)
    if title is None:
        yield Fault(root, "the page has no title", "add a title element to the head")
    elif not title.text.strip():
        yield Fault(title, "the title of the page is empty", "write what the page is about")

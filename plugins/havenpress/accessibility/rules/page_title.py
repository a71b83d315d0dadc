# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page has a title.

What: the first title element has text.

Why: the title is the first thing that a screen reader says, and the name of the tab, the bookmark
and the search result.

Fix: write a title that names the page and the site: <title>Night shelters – Harbour Line</title>.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/2779a5/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ..page import Page
from ..rule import Fault
from ..scripts import any_says

LEVEL = ERROR
ACT = ("2779a5",)
WCAG = (("2.4.2", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/2779a5/"

BY_SCRIPT = re.compile(r"\bdocument\s*\.\s*title\s*=(?!=)")


def check(page: Page) -> Iterator[Fault]:
    """Yield a page whose first title is missing or blank; for review where a script gives one."""
    title = next(page.tagged("title"), None)
    if title is not None and title.text.strip():
        return
    level = REVIEW if any_says(page, BY_SCRIPT) else ERROR
    if title is None:
        remedy = "add a title element to the head"
        yield Fault(page.document.root, "the page has no title", remedy, level=level)
    else:
        remedy = "write what the page is about"
        yield Fault(title, "the title of the page is empty", remedy, level=level)

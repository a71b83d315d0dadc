# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link or button leads past what pages have in common, however short that is.

What: where a menu, header or aside comes before the content, a link leads to a place in the content,
or a script moves the focus there. A heading or a main element is another way past it: the rule runs
only when it is asked for.

Why: a link helps everybody who uses the keyboard, also without a screen reader.

Fix: make <a href="#main">Skip to main content</a> the first link, and give main the id.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/ye5d6e/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..page import Page
from ..repeated import leads_past, parts_before_content, repeats_nothing
from ..rule import Fault
from ..scripts import moves_focus

LEVEL = WARNING
ACT = ("ye5d6e",)
OPTIONAL = True
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/ye5d6e/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the first common part where nothing leads past it."""
    parts = parts_before_content(page) if page.tabbable_links else []
    if not parts or moves_focus(page):
        return
    if any(leads_past(link, parts, page) for link in page.tagged("a", "area")):
        return
    if not repeats_nothing(page):
        yield Fault(parts[0], "no link leads past this to the content", "add a skip link")

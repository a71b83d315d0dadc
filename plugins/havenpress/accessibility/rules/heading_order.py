# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings go down one step at a time.

What: below a heading of one level the next one is at most one level deeper; the first of a page
is not deeper than the second level.

Why: headings are the page's table of contents for a screen reader; a gap in the steps sounds like
a part that is missing.

Fix: use the next level: after ## write ###, not ####.

Source: WCAG 2.2, 1.3.1; HTML standard, section 4.3.11 (headings and outlines)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..headings import heading_level
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#info-and-relationships"


def check(page: Page) -> Iterator[Fault]:
    """Yield headings more than one level below the one before."""
    before = 0
    for element in page.exposed("heading"):
        level = heading_level(element)
        if before and level > before + 1:
            yield Fault(
                element,
                f"a heading of level {level} follows one of level {before}",
                f"make it level {before + 1}: {'#' * (before + 1)} in Markdown",
            )
        before = level

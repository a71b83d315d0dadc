# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page has one main heading.

What: a page has exactly one heading of the first level.

Why: the main heading says where one is; two of them, or none, leave it open.

Fix: in Markdown begin with ## : the page's title is its main heading.

Source: HTML standard, section 4.3.11 (headings and outlines)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..headings import heading_level
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://html.spec.whatwg.org/multipage/sections.html#headings-and-outlines-2"


def check(page: Page) -> Iterator[Fault]:
    """Yield each first-level heading after the first, or the page that has none."""
    first = [element for element in page.exposed("heading") if heading_level(element) == 1]
    body = next(page.tagged("body"), None)
    if not first and body is not None and body.text.strip():
        yield Fault(body, "the page has no main heading", "add a heading of level 1")
    for element in first[1:]:
        yield Fault(
            element,
            "the page has more than one main heading",
            "make it level 2: ## in Markdown; the title of the page is its main heading",
        )

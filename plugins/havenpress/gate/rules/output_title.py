# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page has a title and one main heading.

What: one ``title`` with text in the head, and exactly one ``h1`` with text.
Why: the title is what a screen reader says first and what a tab shows; the heading tells a
reader in distress that this is the right page.
Fix: give the post or page a title; if the page comes from a template, mend the template.
Source: WCAG 2.2, 2.4.2 Page Titled and 2.4.6 Headings and Labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ..output import Page

RULE = "output-title"


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for a missing title or a missing or second h1."""
    titles = [title for title in page.elements("title") if title.closest("head")]
    if len(titles) != 1 or not titles[0].text.strip():
        yield page.fault(RULE, "this page has no title", "give it one")
    headings = page.elements("h1")
    if len(headings) != 1:
        message = f"this page has {len(headings)} main headings"
        yield page.fault(RULE, message, "a page has exactly one h1")
    elif not headings[0].text.strip():
        yield page.fault(RULE, "the main heading is empty", "write it", headings[0])

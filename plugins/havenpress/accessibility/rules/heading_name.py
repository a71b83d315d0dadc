# SPDX-License-Identifier: AGPL-3.0-or-later
"""A heading has text.

What: every heading has an accessible name, and no aria-labelledby leads to an element without
text.

Why: an empty heading is a stop on the way that leads nowhere. Where aria-labelledby leads to
nothing, some screen readers take that for the name, whatever the heading says.

Fix: write the heading, or remove it; remove the aria-labelledby.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, WARNING
from ...tree import HTML
from ..aria.names import is_called_nothing
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("ffd0e9",)
WCAG = (("1.3.1", "A"), ("2.4.6", "AA"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.exposed("heading"):
        if element.namespace != HTML:
            continue
        if not page.has_name(element):
            yield Fault(element, "the heading is empty", "write the heading, or remove it")
        elif element.get("aria-labelledby") and is_called_nothing(element, page):
            yield Fault(
                element,
                "aria-labelledby names this heading by an element without text",
                "remove the aria-labelledby, or write the text that it leads to",
                level=WARNING,
            )

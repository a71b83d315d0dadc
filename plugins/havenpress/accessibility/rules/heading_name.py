# SPDX-License-Identifier: AGPL-3.0-or-later
"""A heading has text.

What: every heading has an accessible name.

Why: an empty heading is a stop on the way that leads nowhere.

Fix: write the heading, or remove it.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("ffd0e9",)
WCAG = (("1.3.1", "A"), ("2.4.6", "AA"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/ffd0e9/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.exposed("heading"):
        if element.namespace == HTML and not page.name(element):
            yield Fault(
                element,
                "the heading is empty",
                "write the heading, or remove it",
            )

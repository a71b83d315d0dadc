# SPDX-License-Identifier: AGPL-3.0-or-later
"""A button has a name.

What: every button has text, a value or an aria-label.

Why: a screen reader says only “button”, and speech control has nothing to call it by.

Fix: write what the button does between its tags: <button>Leave this site</button>.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/97a4e1/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("97a4e1",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/97a4e1/"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed buttons without a name."""
    for element in page.with_role("button"):
        if page.is_exposed(element) and not page.has_name(element):
            yield Fault(
                element,
                "the button has no text",
                "write what it does between its tags, as in <button>Search</button>",
            )

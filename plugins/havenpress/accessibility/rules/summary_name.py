# SPDX-License-Identifier: AGPL-3.0-or-later
"""What opens a section has a name.

What: the summary of a details element has text or an aria-label.

Why: a triangle alone does not say what it opens.

Fix: write what is inside: <summary>Opening times</summary>.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/2t702h/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..focus.reach import is_summary_of_details
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("2t702h",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/2t702h/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.tagged("summary"):
        if is_summary_of_details(element) and _is_unnamed(element, page):
            yield Fault(
                element,
                "the summary of the section has no text",
                "write what is inside, as in <summary>Opening times</summary>",
            )


def _is_unnamed(element: Element, page: Page) -> bool:
    written = page.explicit_role(element)
    if written and page.role(element) == written:
        return False
    return page.is_exposed(element) and not page.has_name(element)

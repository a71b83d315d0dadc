# SPDX-License-Identifier: AGPL-3.0-or-later
"""An image button says what it does.

What: every <input type="image"> has an alt, an aria-label or a title, and not the browser's own
“Submit Query”.

Why: without one it is called by the browser's own words or by its file name.

Fix: write alt="Search".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/59796f/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..aria.roles import input_type
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("59796f",)
WCAG = (("1.1.1", "A"), ("4.1.2", "A"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/59796f/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.tagged("input"):
        if (
            input_type(element) == "image"
            and page.is_exposed(element)
            and _is_unnamed(element, page)
        ):
            yield Fault(
                element,
                "the image button has no description",
                'write what it does, as in alt="Search"',
            )


def _is_unnamed(element: Element, page: Page) -> bool:
    return page.name(element).casefold() == "submit query"

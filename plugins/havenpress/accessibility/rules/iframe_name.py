# SPDX-License-Identifier: AGPL-3.0-or-later
"""An inner frame has a name.

What: an iframe that can be reached has a title or an aria-label.

Why: otherwise a screen reader reads out its address, or only “frame”.

Fix: say what is in it: <iframe title="Map of the shelters">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/cae760/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..focus.reach import tab_index
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("cae760",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/cae760/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.tagged("iframe"):
        if page.is_exposed(element) and not _is_exempt(element, page) and not page.name(element):
            yield Fault(
                element,
                "the inner frame has no title",
                'say what is in it, as in title="Map of the shelters"',
            )


def _is_exempt(element: Element, page: Page) -> bool:
    index = tab_index(element)
    return (index is not None and index < 0) or page.is_marked_decorative(element)

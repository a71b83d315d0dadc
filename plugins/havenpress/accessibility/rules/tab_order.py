# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Tab key goes through a page in the order in which it is read.

What: no tabindex is above 0.

Why: what has such a number comes before everything else on the page, so that the focus jumps about
and whoever cannot see the page loses the place.

Fix: write tabindex="0", or nothing on a link, a button or a field, and put it where it belongs.

Source: WCAG 2.2, 2.4.3; failure F44; HTML standard, section 6.6.3 (the tabindex attribute)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..focus.reach import tab_index
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("2.4.3", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/failures/F44"


def check(page: Page) -> Iterator[Fault]:
    """Yield what the Tab key reaches before its turn."""
    for element in page.having("tabindex"):
        index = tab_index(element) or 0
        if index > 0 and page.is_tabbable(element):
            yield Fault(
                element,
                f'tabindex="{index}" puts the {element.tag} before the rest of the page',
                'write tabindex="0", or remove it, and put the element where it belongs',
            )

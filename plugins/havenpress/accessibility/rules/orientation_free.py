# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page works upright and lengthwise.

What: no style turns the page by a quarter for one way of holding the device only.

Why: somebody whose device is fixed to a wheelchair cannot turn it.

Fix: remove the rotation from the style for that orientation.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/b33eff/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import in_order
from ..css.rotation import turned_by_orientation
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("b33eff",)
WCAG = (("1.3.4", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/b33eff/"


def check(page: Page) -> Iterator[Fault]:
    """Yield visible elements that one orientation turns by a quarter."""
    turned = turned_by_orientation(page)
    for element in in_order(turned):
        if abs(turned[element] % 180 - 90) < 1 and page.shows_anything(element):
            yield Fault(
                element,
                "the page is turned by a quarter when the device is",
                "remove the rotation from the style for one orientation",
            )

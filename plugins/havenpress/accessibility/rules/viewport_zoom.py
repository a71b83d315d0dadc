# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers may make the text larger.

What: the viewport of a page neither forbids zooming nor stops it below 200 %.

Why: many people cannot read the text at the size that somebody else found right.

Fix: write <meta name="viewport" content="width=device-width, initial-scale=1">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/b4f0c3/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault
from ..viewport import forbids_zoom

LEVEL = ERROR
ACT = ("b4f0c3",)
WCAG = (("1.4.4", "AA"), ("1.4.10", "AA"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/b4f0c3/"


def check(page: Page) -> Iterator[Fault]:
    """Yield viewports that forbid or limit zooming."""
    for element in page.tagged("meta"):
        if (element.get("name") or "").lower() != "viewport":
            continue
        if forbids_zoom(element.get("content") or ""):
            yield Fault(
                element,
                "the page does not let its readers enlarge it",
                "leave out user-scalable and maximum-scale",
            )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers may set lines further apart.

What: no style attribute forces, with !important, less than 1.5 of the font size on the line-
height of visible text.

Why: people who read more easily with wider spacing set it with a style sheet of their own; a
forced style wins over it.

Fix: take !important away, or move the style to the style sheet.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/78fd32/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..css.spacing import forced, ratio
from ..css.wrapping import may_wrap
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("78fd32",)
WCAG = (("1.4.12", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/78fd32/"


LEAST = 1.5  # of the font size


def check(page: Page) -> Iterator[Fault]:
    """Yield elements that force too little space on their text."""
    for element, value in forced(page, "line-height"):
        found = ratio(element, value, page, "line-height")
        if found is not None and found < LEAST - 1e-9 and may_wrap(element, page):
            yield Fault(
                element,
                "the lines are held closer together than 1.5 times their size",
                "remove !important",
            )

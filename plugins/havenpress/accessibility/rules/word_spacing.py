# SPDX-License-Identifier: AGPL-3.0-or-later
"""Readers may set words further apart.

What: no style attribute forces, with !important, less than 0.16 of the font size on the word-
spacing of visible text.

Why: people who read more easily with wider spacing set it with a style sheet of their own; a
forced style wins over it.

Fix: take !important away, or move the style to the style sheet.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/9e45ec/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..css.spacing import forced, ratio
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("9e45ec",)
WCAG = (("1.4.12", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/9e45ec/"


LEAST = 0.16  # of the font size


def check(page: Page) -> Iterator[Fault]:
    """Yield elements that force too little space on their text."""
    for element, value in forced(page, "word-spacing"):
        found = ratio(element, value, page, "word-spacing")
        if found is not None and found < LEAST - 1e-9:
            yield Fault(
                element,
                "the words are held closer together than 0.16 of their size",
                "remove !important",
            )

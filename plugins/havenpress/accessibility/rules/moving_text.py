# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text stays where it is.

What: there is no marquee and no blink element.

Why: moving text cannot be read by everybody, and draws the eye away from the rest; nobody can stop
it.

Fix: write the words in a paragraph.

Source: HTML standard, section 16.2 (non-conforming features); WCAG 2.2, 2.2.2, failures F16 and F47
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("2.2.2", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/failures/F16"


def check(page: Page) -> Iterator[Fault]:
    """Yield the elements that are there to move or blink."""
    for element in page.tagged("marquee", "blink"):
        if page.is_perceived(element):
            yield Fault(
                element,
                f"the text of a {element.tag} moves or blinks, and nobody can stop it",
                "write it in a p",
            )

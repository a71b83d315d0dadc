# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing that is hidden from screen readers takes the focus.

What: inside an element with aria-hidden="true" the Tab key reaches nothing.

Why: the focus would vanish: the screen reader falls silent on something that can be pressed.

Fix: take aria-hidden away, or take the link or button out, or give it tabindex="-1".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/6cfa84/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("6cfa84",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/6cfa84/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what the Tab key reaches inside aria-hidden."""
    hidden = page.aria_hidden
    for element in (*page.tabbable, *page.frame_stops) if hidden else ():
        if element in hidden:
            yield Fault(
                element,
                f"the {element.tag} element takes the focus but is hidden from screen readers",
                'remove aria-hidden="true" from it and from what is around it',
            )

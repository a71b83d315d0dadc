# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link holds nothing else that can be pressed.

What: no button, field, player or other stop of the Tab key stands inside a link.

Why: it cannot be told which of the two is meant; a screen reader reads one of them, and the keyboard
stops twice at what looks like one thing.

Fix: put the button beside the link, or use one of the two.

Source: HTML standard, section 4.5.1 (the content model of the a element)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element, in_order
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("4.1.2", "A"),)
SOURCE = "https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element"

CONTROLS = ("audio", "button", "input", "select", "summary", "textarea", "video")


def check(page: Page) -> Iterator[Fault]:
    """Yield what takes the focus inside of a link; the parser itself keeps links out of links."""
    asked = {*page.tagged(*CONTROLS), *page.having("tabindex"), *page.having("contenteditable")}
    for element in in_order(asked):
        if page.is_tabbable(element) and _is_in_link(element, page):
            yield Fault(
                element,
                f"the {element.tag} stands inside a link",
                f"put the {element.tag} beside the link, or use one of the two",
            )


def _is_in_link(element: Element, page: Page) -> bool:
    if element.parent is None:
        return False
    link = element.parent.closest("a")
    return link is not None and page.role(link) == "link"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What takes the focus while nobody can see it, and no style brings it into sight.

Source: WCAG 2.2, 2.4.7; WCAG technique C7 with its note on what takes the focus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...tree import Element
from ..lookup import with_content
from ..page import Page
from .style import shown_in_focus

ANIMATING = ("animation", "animation-name")
_IN_A_STATE = re.compile(r":(?:checked|target|popover-open|open)\b|@keyframes")


def unseen_focus(page: Page) -> Iterator[Element]:
    """Yield what the Tab key reaches and a style keeps out of sight, in the focus too."""
    if not page.styles.has_any:
        return
    stops = page.unseen_stops
    if not stops:
        return
    shown = shown_in_focus(page, frozenset(stops))
    unseen = [e for e in stops if e not in shown and not _has_a_box_to_see(e, page)]
    if unseen:
        moving = _moving(page)
        yield from (element for element in unseen if element not in moving)


def comes_in_a_state(page: Page) -> bool:
    """Tell whether a style for a state of the page, which is not looked at, may show things."""
    return any(map(_IN_A_STATE.search, page.styles.sheets))


def _has_a_box_to_see(element: Element, page: Page) -> bool:
    """Tell whether only the text of an element is moved away, or a script draws in its place."""
    indent = page.styles.value(element, "text-indent") or ""
    return indent.startswith("-") or indent == "100%" or element.closest("canvas") is not None


def _moving(page: Page) -> frozenset[Element]:
    """Return what an animation may bring into sight."""
    return with_content(e for name in ANIMATING for e in page.styles.all_declared(name))

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What scrolls can be reached with the keyboard.

What: a box with its own scroll bar and a fixed size takes the focus, or holds something that
does.

Why: without a mouse the rest of its text cannot be read.

Fix: give the box tabindex="0", a role and a name, or let it grow with its text.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..lengths import font_size, root_size, to_pixels
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("0ssw9k",)
WCAG = (("2.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/"


ROOM = 1.5  # how much larger than its box a text is taken to be before it surely scrolls


def check(page: Page) -> Iterator[Fault]:
    """Yield boxes that surely scroll and that the keyboard cannot reach."""
    styles = page.styles
    boxes = {**styles.all_declared("overflow-x"), **styles.all_declared("overflow-y")}
    for element in sorted(boxes, key=lambda e: e.index):
        if not page.is_visible(element):
            continue
        if not _overflows(element, page) and not _overflows_sideways(element, page):
            continue
        if any(page.is_tabbable(e) for e in (element, *element.descendants)):
            continue
        yield Fault(
            element,
            "the box scrolls, but the keyboard cannot reach it",
            'give it tabindex="0", a role and a name, or let it grow with its text',
        )


def _overflows(element: Element, page: Page) -> bool:
    styles = page.styles
    if (styles.declared(element, "overflow-y") or "").lower() not in {"auto", "scroll"}:
        return False
    size, rem = font_size(element, styles), root_size(styles)
    limits = [styles.declared(element, name) for name in ("height", "max-height", "block-size")]
    heights = [to_pixels(limit, size, rem=rem) for limit in limits if limit]
    height = min((h for h in heights if h), default=None)
    if height is None:
        return False
    width = to_pixels(styles.declared(element, "width") or "1264px", size) or 1264
    letters = len(" ".join(element.text.split()))
    return letters * size * size * 0.5 * 1.2 / width > height * ROOM


def _overflows_sideways(element: Element, page: Page) -> bool:
    """Tell whether lines that do not wrap are far longer than their box is wide."""
    styles = page.styles
    if (styles.declared(element, "overflow-x") or "").lower() not in {"auto", "scroll"}:
        return False
    wraps = (styles.value(element, "white-space") or "").lower()
    if wraps not in {"nowrap", "pre"} and not (element.tag == "pre" and not wraps):
        return False
    size = font_size(element, styles)
    width = to_pixels(styles.declared(element, "width") or "1264px", size) or 1264
    lines = element.text.split("\n") if wraps != "nowrap" else [" ".join(element.text.split())]
    return max(map(len, lines)) * size / 2 > width * ROOM

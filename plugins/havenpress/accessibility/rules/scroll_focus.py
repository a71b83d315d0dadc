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
from itertools import islice

from ...findings import ERROR
from ...tree import Element
from ..lengths import font_size, root_size, to_pixels
from ..page import Page
from ..rule import Fault
from ..visibility import inner_text

LEVEL = ERROR
ACT = ("0ssw9k",)
WCAG = (("2.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/"


FARTHEST = 500  # elements of a box that are looked through for a wide one
SIDE_BY_SIDE = frozenset({"button", "option", "table"})
MOVING = ("columns", "column-count", "column-width", "display", "float", "position")
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
    lines = inner_text(element, page).split("\n") if _stacks(element, page) else [element.text]
    letters = filter(None, (len(" ".join(line.split())) for line in lines))
    rows = sum(max(1.0, count * size * 0.5 / width) for count in letters)
    return rows * size * 1.2 > height * ROOM


def _stacks(element: Element, page: Page) -> bool:
    """Tell whether each block in a box surely stands below the one before it."""
    inside = (element, *islice(element.descendants, FARTHEST))
    if len(inside) > FARTHEST or any(e.tag in SIDE_BY_SIDE for e in inside):
        return False
    moved = [page.styles.all_declared(name) for name in MOVING]
    return not any(e in found for found in moved for e in inside)


def _overflows_sideways(element: Element, page: Page) -> bool:
    """Tell whether a line that does not wrap, or a box inside, is far wider than its box."""
    styles = page.styles
    if (styles.declared(element, "overflow-x") or "").lower() not in {"auto", "scroll"}:
        return False
    if _holds_wider(element, page):
        return True
    wraps = (styles.value(element, "white-space") or "").lower()
    if wraps not in {"nowrap", "pre"} and not (element.tag == "pre" and not wraps):
        return False
    size = font_size(element, styles)
    width = to_pixels(styles.declared(element, "width") or "1264px", size) or 1264
    lines = element.text.split("\n") if wraps != "nowrap" else [" ".join(element.text.split())]
    return max(map(len, lines)) * size / 2 > width * ROOM


def _holds_wider(element: Element, page: Page) -> bool:
    """Tell whether something to see inside has a width that the box has no room for."""
    width = _declared_width(element, page) or 1264
    return any(
        (_declared_width(inner, page) or 0) > width * ROOM and page.shows_anything(inner)
        for inner in islice(element.descendants, FARTHEST)
    )


def _declared_width(element: Element, page: Page) -> float | None:
    size = font_size(element, page.styles)
    values = (page.styles.declared(element, name) for name in ("width", "min-width"))
    widths = [to_pixels(page.styles.resolve(element, v), size) for v in values if v]
    return max((width for width in widths if width), default=None)

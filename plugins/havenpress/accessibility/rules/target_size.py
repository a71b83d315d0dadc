# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is pressed is large enough for a finger.

What: no style makes a button, a field or a link that stands on its own lower or narrower than 24
pixels.

Why: on a small, shaking or broken phone the neighbour is pressed instead.

Fix: give it min-height: 44px, or at least 24px and room around it.

Source: https://www.w3.org/TR/WCAG22/#target-size-minimum
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import HTML, Element, in_order
from ..css.lengths import font_size, root_size, to_pixels
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("2.5.8", "AA"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#target-size-minimum"

LEAST = 24.0  # pixels
SIDES = {"low": ("height", "max-height"), "narrow": ("width", "max-width")}
ADDED = {
    "low": ("padding-top", "padding-bottom", "padding-block", "border", "min-height"),
    "narrow": ("padding-left", "padding-right", "padding-inline", "border", "min-width"),
}
PAIRS = (("left", "right"), ("top", "bottom"))
INLINE = frozenset({"", "inline"})


def check(page: Page) -> Iterator[Fault]:
    """Yield what a style makes smaller than a finger can press."""
    styles = page.styles
    sized = {e for names in SIDES.values() for name in names for e in styles.all_declared(name)}
    for element in in_order(sized):
        if element.namespace != HTML or not _is_target(element, page):
            continue
        for how, names in SIDES.items():
            size = min((s for s in (_size(element, n, page) for n in names) if s), default=LEAST)
            if size >= LEAST or any(_adds(element, name, page) for name in ADDED[how]):
                continue
            if not _is_spaced(element, size, page):
                yield Fault(
                    element,
                    f"the {element.tag} is too {how} to press: {size:g} pixels",
                    "make it 24 pixels at least, better 44",
                )
            break


def _adds(element: Element, name: str, page: Page) -> bool:
    """Tell whether a padding, a border or a least size makes an element larger, or may."""
    value = page.styles.declared(element, name) or "none"
    return value.lower() != "none" and _size(element, name, page) != 0


def _is_spaced(element: Element, size: float, page: Page) -> bool:
    """Tell whether margins, or the gaps of the box around, keep others away from a small target.

    Which way they stand in a row is the way that they are kept apart.
    """
    margins = (sum(_size(element, f"margin-{side}", page) or 0 for side in pair) for pair in PAIRS)
    gap = _size(element.parent, "gap", page) if element.parent else None
    return size + max(gap or 0, *margins) >= LEAST


def _is_target(element: Element, page: Page) -> bool:
    if not page.is_tabbable(element) or not page.is_visible(element):
        return False
    if element.tag == "area" or (element.tag == "input" and page.labels_of(element)):
        return False  # the picture has the size; the label can be pressed as well
    display = (page.styles.declared(element, "display") or "").lower()
    return element.tag != "a" or display not in INLINE


def _size(element: Element, name: str, page: Page) -> float | None:
    styles = page.styles
    value = styles.declared(element, name)
    if not value:
        return None
    size = font_size(element, styles)
    return to_pixels(styles.resolve(element, value), size, rem=root_size(styles))

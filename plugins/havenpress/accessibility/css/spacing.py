# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text spacing that a style attribute forces on readers.

Source: WCAG 2.2, 1.4.12; CSS Cascade 5 (important declarations); CSS Text 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...tree import HTML, Element
from ..page import Page
from .lengths import calculate, font_size, root_size, split_dimension, to_pixels
from .sheets import parse_declarations
from .shorthands import SHORTHANDS, longhand
from .valid_values import is_taken
from .visibility import shows_text

TAKEN_OVER = frozenset({"inherit", "unset", "revert", "revert-layer"})  # as all three inherit
KEYWORDS = TAKEN_OVER | {"normal", "initial"}


def forced(page: Page, name: str) -> Iterator[tuple[Element, str]]:
    """Yield (element, value) where a style attribute forces a property on visible text."""
    known: dict[Element, bool] = {}
    for element in page.having("style"):
        if element.namespace != HTML:
            continue
        important = [
            value
            for value, is_important in declared_in_place(element, name)
            if is_important and is_taken(name, value)
        ]
        if not important:
            continue
        if _is_forced(element, important[-1], name, known) and shows_text(element, page):
            yield element, important[-1]


def _is_forced(element: Element, value: str, name: str, known: dict[Element, bool]) -> bool:
    """Tell whether the value is the element's own, or taken over from one that is forced."""
    if value.strip().lower() not in TAKEN_OVER:
        return True
    for above in element.ancestors:
        if above not in known and declared_in_place(above, name):
            given, is_important = declared_in_place(above, name)[-1]
            known[above] = is_important and _is_forced(above, given, name, known)
        if above in known:
            return known[above]
    return False


def declared_in_place(element: Element, name: str) -> list[tuple[str, bool]]:
    """Return (value, whether important) of each declaration in a style attribute."""
    return [
        (longhand(declared, name, value), important)
        for declared, value, important in parse_declarations(element.get("style") or "")
        if declared == name or name in SHORTHANDS.get(declared, ())
    ]


def ratio(element: Element, value: str, page: Page, name: str) -> float | None:
    """Return a spacing as a multiple of the font size, None where it cannot be told."""
    value = page.styles.resolve(element, value).strip().lower()
    if value in KEYWORDS:
        return _keyword_ratio(element, value, page, name)
    size = font_size(element, page.styles)
    multiple = calculate(value, _bare) if name == "line-height" else None
    if multiple is not None:
        return multiple
    pixels = to_pixels(value, size, size, root_size(page.styles))
    return pixels / size if pixels is not None and size else None


def _bare(number: float, unit: str) -> float | None:
    """Return a number that has no unit; None for a length, with which nothing can be counted."""
    return None if unit else number


def _keyword_ratio(element: Element, value: str, page: Page, name: str) -> float | None:
    if value in TAKEN_OVER and element.parent is not None:
        above: Element | None = element.parent
        while above is not None:
            inherited = page.styles.declared(above, name)
            if inherited is not None:
                own = ratio(above, inherited, page, name)
                length = split_dimension(page.styles.resolve(above, inherited))
                if own is None or (name == "line-height" and not (length and length[1])):
                    return own
                return own * font_size(above, page.styles) / font_size(element, page.styles)
            above = above.parent
    return 1.2 if name == "line-height" else 0.0

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is seen on a control is part of its name.

What: where a link or button has an aria-label, its visible words stand in it in the same order.

Why: who steers by voice says what is to be seen; if the name is another, nothing happens.

Fix: begin the aria-label with the visible words: “Download” needs aria-label="Download the
leaflet".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/2ee8b8/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ...findings import ERROR
from ...tree import Element, in_order
from ..aria.label_text import label_is_in_name
from ..css.colouring import Colouring, colourings
from ..css.visibility import inner_text
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("2ee8b8",)
WCAG = (("2.5.3", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/2ee8b8/"


WIDGETS = frozenset(
    [
        "button",
        "checkbox",
        "gridcell",
        "link",
        "menuitem",
        "menuitemcheckbox",
        "menuitemradio",
        "option",
        "radio",
        "searchbox",
        "switch",
        "tab",
        "treeitem",
    ]
)
ICON_FONTS = re.compile(r"icon|symbol|awesome|glyph|material|dings", re.IGNORECASE)
# The classes of the fonts that draw words: <span class="material-icons">menu</span>.
ICON_CLASSES = re.compile(r"material-(?:icons|symbols)", re.IGNORECASE)


def check(page: Page) -> Iterator[Fault]:
    """Yield controls whose visible words are not in their name."""
    labelled = {*page.having("aria-label"), *page.having("aria-labelledby")}
    colouring = None
    for element in in_order(labelled):
        if page.role(element) not in WIDGETS or not page.is_exposed(element):
            continue
        drawn = _drawn(element, page)
        if _is_in_icons(element, page) or _is_in_name(element, page, drawn):
            continue
        colouring = colouring or colourings(page)[0]
        if _is_in_name(element, page, drawn | _unseen(element, colouring)):
            continue
        label = " ".join(inner_text(element, page, drawn).split())
        yield Fault(
            element,
            f"“{label}” is seen, but the name is “{page.name(element)}”",
            "begin the name with the words that are seen",
        )


def _is_in_name(element: Element, page: Page, pictured: Set[Element]) -> bool:
    return label_is_in_name(inner_text(element, page, pictured), page.name(element))


def _unseen(element: Element, colouring: Colouring) -> frozenset[Element]:
    """Return the elements inside whose text has the colour of what is behind it."""
    inside = (e for e in (element, *element.descendants) if e.only_text)
    return frozenset(e for e in inside if colouring.behind(e) == (colouring.text_of(e),))


def _drawn(element: Element, page: Page) -> frozenset[Element]:
    """Return the elements whose words a font draws as pictures, of an element and those inside."""
    families = page.styles.all_declared("font-family")
    return frozenset(
        inner
        for inner in (element, *element.descendants)
        if _has_icons(families.get(inner, "")) or ICON_CLASSES.match(inner.get("class") or "")
    )


def _is_in_icons(element: Element, page: Page) -> bool:
    return _has_icons(page.styles.value(element, "font-family") or "")


def _has_icons(family: str) -> bool:
    """Tell whether the first of the fonts has icons; many lists of text fonts end in one."""
    return bool(ICON_FONTS.search(family.split(",", 1)[0]))

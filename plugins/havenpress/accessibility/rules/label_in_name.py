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
from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..label_text import label_is_in_name
from ..page import Page
from ..rule import Fault
from ..visibility import inner_text

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


def check(page: Page) -> Iterator[Fault]:
    """Yield controls whose visible words are not in their name."""
    labelled = {*page.having("aria-label"), *page.having("aria-labelledby")}
    for element in sorted(labelled, key=lambda e: e.index):
        if page.role(element) not in WIDGETS or not page.is_exposed(element):
            continue
        label = inner_text(element, page)
        if _is_drawn(element, page) or label_is_in_name(label, page.name(element)):
            continue
        yield Fault(
            element,
            f"“{' '.join(label.split())}” is seen, but the name is “{page.name(element)}”",
            "begin the name with the words that are seen",
        )


def _is_drawn(element: Element, page: Page) -> bool:
    family = page.styles.value(element, "font-family") or ""
    return bool(ICON_FONTS.search(family))

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is inside a frame can be reached.

What: an inner frame with links or fields has no negative tabindex. Files near the page are looked
into; what a page from elsewhere holds, or one with style sheets of its own, is for you to look at.

Why: the Tab key would pass by everything inside of it.

Fix: remove the tabindex from the iframe.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/akn7bn/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ...tree import Element, parse
from ..css.lengths import split_dimension, to_pixels
from ..focus.reach import tab_index
from ..frames import inner_html, linked_page
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("akn7bn",)
WCAG = (("2.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/akn7bn/"


def check(page: Page) -> Iterator[Fault]:
    """Yield frames taken out of the tab order although they hold something to reach."""
    for element in page.tagged("iframe"):
        index = tab_index(element)
        if index is None or index >= 0 or element in page.inert or not _is_seen(element, page):
            continue
        inner = _page_in(element, page)
        if inner is None and _leads_elsewhere(element):
            yield Fault(
                element,
                "the Tab key passes by whatever can be reached in this frame",
                "look into it: with links, buttons or fields inside, remove the negative tabindex",
                level=REVIEW,
            )
        elif inner is not None and _has_stop(inner):
            yield Fault(
                element,
                "the Tab key passes by the links in this frame",
                "remove the negative tabindex",
                level=REVIEW if _opens_dialog(page) else ERROR,
            )


def _page_in(element: Element, page: Page) -> Page | None:
    """Return the page that a frame shows, None where nobody knows what is in it."""
    html = inner_html(element)
    if html is not None:
        return Page(parse(html).flat)
    return linked_page(element, page) if _leads_elsewhere(element) else None


def _leads_elsewhere(element: Element) -> bool:
    """Tell whether a frame shows a document that is not on the page."""
    address = (element.get("src") or "").strip().lower()
    return bool(address) and not address.startswith(("about:", "data:", "javascript:"))


def _opens_dialog(page: Page) -> bool:
    """Tell whether a script may open a dialog, while which a frame outside is inert."""
    return any("showModal(" in script.text for script in page.tagged("script"))


def _is_seen(element: Element, page: Page) -> bool:
    """Tell whether a frame has room for something that can be seen."""
    sizes = [_pixels(element, name, page) for name in ("width", "height")]
    return page.is_visible(element) and all(size is None or size > 1 for size in sizes)


def _pixels(element: Element, name: str, page: Page) -> float | None:
    declared = page.styles.declared(element, name)
    if declared:
        return to_pixels(page.styles.resolve(element, declared), 16)
    written = split_dimension(element.get(name) or "")
    return written[0] if written else None


def _has_stop(page: Page) -> bool:
    return any(map(page.shows_anything, page.tab_stops))

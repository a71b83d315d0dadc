# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links in a running text that neither a line nor any other sign tells from the words around them.

Source: WCAG 2.2, 1.4.1, failure F73; CSS Text Decoration 3, section 2 (lines).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ...tree import Element, in_order
from ..page import Page
from .colouring import PANELS
from .lengths import font_size
from .sheets import split_list
from .styles import UNSETTING

LINES = ("text-decoration", "text-decoration-line")
LINELESS = frozenset({"none", "inherit", "initial", "unset"})  # where nothing around has a line
PLAIN = frozenset({"span", "bdi"})  # what looks like the text around it
SIDES = "block block-end block-start bottom inline inline-end inline-start left right top".split()
DRAWING = (
    *("background-color", "background-image", "border", "border-image", "border-style"),
    *(f"border-{side}{part}" for side in SIDES for part in ("", "-style")),
    *("box-shadow", "filter", "opacity", "outline-style", "text-emphasis", "text-emphasis-style"),
    *("text-shadow", "-webkit-text-fill-color", "-webkit-text-stroke"),
)
LETTERS = (
    *("font-family", "font-style", "font-variant", "font-weight", "letter-spacing"),
    *("text-transform", "font-variant-caps", "font-stretch", "-webkit-text-stroke-width"),
)
NOTHING = frozenset({"", "0", "0px", "hidden", "initial", "none", "transparent", "unset", "1"})
USUAL = frozenset({"normal", "none", "400"})
"""Values of a property of letters that change nothing in a plain text."""
DISTINCT = ("b", "cite", "dfn", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "strong", "th")
"""Elements whose letters a browser makes bold or slanted."""


def unmarked_links(page: Page) -> Iterator[tuple[Element, Element]]:
    """Yield the links without a line or another sign, each with what holds the text around it."""
    for link in islice(_in_running_text(page), MOST):
        if _has_line(link, page) or any(map(page.is_block, (link, *link.descendants))):
            continue
        holder = link.parent
        if holder is not None and page.is_visible(link) and not _is_marked(link, holder, page):
            yield link, holder


MOST = 500  # links of one page; one with more has one cause


def _in_running_text(page: Page) -> list[Element]:
    """Return the links whose line a style may take away, where most letters are in no link."""
    reached = page.styles.reached
    bare = [
        e
        for name in LINES
        for e in reached(name, _is_lineless)
        if e.tag == "a" and e.parent and e.parent.own_texts
    ]
    holders = {e.parent for e in bare if e.parent and not "".join(e.parent.own_texts).isspace()}
    running = set(filter(_has_more_words_beside, holders))
    return in_order({e for e in bare if e.parent in running and _is_worded(e)})


def _is_lineless(value: str) -> bool:
    return value in LINELESS


def _has_more_words_beside(holder: Element) -> bool:
    """Tell whether more letters stand in a text itself than in the links in it."""
    links = (child.text for child in holder.children if child.tag == "a")
    return _letters("".join(holder.own_texts)) > _letters("".join(links))


def _is_worded(link: Element) -> bool:
    return link.get("href") is not None and _letters(link.text) > 0


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _has_line(link: Element, page: Page) -> bool:
    """Tell whether a style may draw a line under a link, something in it or all around it."""
    styles = page.styles
    return any(
        styles.resolve(element, value).strip().lower() not in LINELESS
        for name in LINES
        for element in (link, *link.descendants, *link.ancestors)
        if (value := styles.declared(element, name))
    )


def _is_marked(link: Element, holder: Element, page: Page) -> bool:
    """Tell whether anything but its colour may set a link apart from the text around it."""
    inside = list(link.descendants)
    if any(e.tag not in PLAIN for e in inside) or _has_signs((link, *inside), page):
        return True
    return any(
        _is_drawn(each, page) or _has_other_letters(each, holder, page) for each in (link, *inside)
    )


def _has_signs(elements: Iterable[Element], page: Page) -> bool:
    """Tell whether a style puts something before or after an element."""
    given = [page.styles.all_pseudo(which, "content") for which in PANELS]
    return any(element in found for found in given if found for element in elements)


def _is_drawn(element: Element, page: Page) -> bool:
    styles = page.styles
    for name in DRAWING:
        value = styles.declared(element, name)
        if value and not NOTHING.issuperset(
            split_list(styles.resolve(element, value).lower(), " ")
        ):
            return True
    return False


def _has_other_letters(element: Element, holder: Element, page: Page) -> bool:
    styles = page.styles
    if abs(font_size(element, styles) - font_size(holder, styles)) > 0.01:
        return True
    for name in LETTERS:
        written = styles.declared(element, name)
        value = styles.resolve(element, written).strip().lower() if written else "inherit"
        if value == "inherit" or value in UNSETTING:
            continue
        around = (styles.value(holder, name) or "normal").strip().lower()
        same = value == around or (value in USUAL and around in USUAL)
        if not same or holder.closest(*DISTINCT):
            return True
    return False

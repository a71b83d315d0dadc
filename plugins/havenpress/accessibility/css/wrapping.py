# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where text may run over from one line to the next.

Source: CSS Text 3, sections 3 (white space) and 5 (line breaking); UAX 14, classes BA, HY, ID, SA
and ZW.
"""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from ...tree import Element
from ..page import Page
from .lengths import font_size, root_size, to_pixels
from .visibility import REPLACED, inner_text

PAGE_WIDTH = 1264.0  # pixels: a window of 1280 less the margins of the body
UNBROKEN = frozenset({"nowrap", "pre"})
# After a space, a hyphen before a letter, and a soft hyphen; between two letters of a script
# that writes no spaces, or, as in Korean, few.
_OPPORTUNITY = re.compile(
    r"[ \u00ad\u200b]|\w[-\u2010](?=[^\W\d])"
    r"|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
    r"\U00020000-\U0003ffff]{2}"
)
# What lets a word end anywhere on a line. Not ``hyphens``: no dictionary is certain to be there.
ANYWHERE = {
    "overflow-wrap": frozenset({"anywhere", "break-word"}),
    "word-wrap": frozenset({"anywhere", "break-word"}),
    "word-break": frozenset({"break-all", "break-word"}),
    "line-break": frozenset({"anywhere"}),
}


def may_wrap(element: Element, page: Page) -> bool:
    """Tell whether the text of an element is likely to run over more than one line.

    The width of a letter is taken as half of the font size, that of a Chinese, Japanese or Korean
    one as the font size, and that of the page as 1280 pixels.
    """
    if _is_kept_on_one_line(element, page):
        return False
    size = font_size(element, page.styles)
    room = _width(element, page)
    lines = (" ".join(line.split()) for line in inner_text(element, page).split("\n"))
    too_long = [line for line in lines if _ems(line) * size > room]
    if not too_long:
        return False
    return any(map(_OPPORTUNITY.search, too_long)) or _has_other_opportunity(element, page)


def _ems(line: str) -> float:
    return sum(1 if east_asian_width(letter) in "FW" else 0.5 for letter in line)


def _has_other_opportunity(element: Element, page: Page) -> bool:
    """Tell whether a wbr or a style lets lines end inside of a word."""
    if any(inner.tag == "wbr" for inner in element.descendants):
        return True
    found = ((page.styles.value(element, name) or "").lower() for name in ANYWHERE)
    return any(map(frozenset.__contains__, ANYWHERE.values(), found))


def _is_kept_on_one_line(element: Element, page: Page) -> bool:
    names = ("white-space", "text-wrap", "text-wrap-mode")
    values = (page.styles.value(element, name) or "" for name in names)
    return any(value.strip().lower() in UNBROKEN for value in values) or _is_preformatted(
        element, page
    )


def _is_preformatted(element: Element, page: Page) -> bool:
    """Tell whether a pre element decides how the text wraps."""
    for here in (element, *element.ancestors):
        if page.styles.declared(here, "white-space"):
            return False
        if here.tag == "pre":
            return True
    return False


def _takes_a_width(element: Element, page: Page) -> bool:
    display = page.styles.declared(element, "display") or ""
    return page.is_block(element) or element.tag in REPLACED or "inline-" in display.lower()


def _width(element: Element, page: Page) -> float:
    """Return the room that a line has: the narrowest of the widths around it."""
    width, rem = PAGE_WIDTH, root_size(page.styles)
    for here in reversed((element, *element.ancestors)):
        if not _takes_a_width(here, page):
            continue
        size = font_size(here, page.styles)
        for name in ("width", "max-width", "inline-size"):
            value = page.styles.declared(here, name)
            if not value:
                continue
            pixels = to_pixels(page.styles.resolve(here, value), size, width, rem)
            if pixels:
                width = min(width, pixels)
    return width

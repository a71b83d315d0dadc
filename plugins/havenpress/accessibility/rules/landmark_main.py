# SPDX-License-Identifier: AGPL-3.0-or-later
"""The main content is marked as such.

What: a page with text has one main element, which does not begin with the menu.

Why: screen readers jump to it, past the menu; a second one leaves it open where to go.

Fix: put what the page is about into <main>, and nothing of the frame around it.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/b40fd1/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ...tree import Element
from ..page import Page
from ..repeated import (
    COMMON,
    content_landmarks,
    is_content_first,
    is_empty,
    is_told_only_here,
    repeats_nothing,
)
from ..rule import Fault

LEVEL = WARNING
ACT = ("b40fd1",)
WCAG = (("1.3.1", "A"), ("2.4.1", "A"))
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/b40fd1/"


def check(page: Page) -> Iterator[Fault]:
    """Yield a page without a main landmark, each after the first, one that is empty or holds a menu.

    Where another landmark holds the content, it comes before all that pages have in common, or the
    page repeats nothing of those it leads to, somebody has to look whether that is enough.
    """
    mains = list(page.exposed("main"))
    body = next(page.tagged("body"), None)
    if not mains and body is not None and next(page.tagged("a"), None) is not None:
        level = REVIEW if _is_enough(page) else WARNING
        remedy = "put the main content into <main>"
        yield Fault(body, "the page has no main element", remedy, level=level)
    for element in mains[1:]:
        yield Fault(element, "the page has more than one main element", "keep one of them")
    if mains and not any(content_landmarks(page)):
        yield _fault(mains[0], page)


def _is_enough(page: Page) -> bool:
    if any(content_landmarks(page)) or is_content_first(page):
        return True
    return repeats_nothing(page) or is_told_only_here(page, *COMMON)


def _fault(main: Element, page: Page) -> Fault:
    if is_empty(main, page):
        return Fault(main, "the main element is empty", "put the main content into it")
    return Fault(
        main,
        "the main element begins with what pages have in common",
        "begin it after the menu and the header",
    )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""There is a way past what every page repeats.

What: a page with links has a heading that is not in its menu, a main element that does not begin
with it, a link to its content, or a button or script that may hide the menu.

Why: without any of them one goes through the menu again on each page.

Fix: add a main element, a heading and a skip link.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/cf77f2/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..folding import can_fold
from ..page import Page
from ..repeated import (
    COMMON,
    common_parts,
    content_landmarks,
    heads_content,
    is_content_first,
    is_told_only_here,
    leads_to_content,
    parts_before_content,
    repeats_nothing,
)
from ..rule import Fault
from ..scripts import moves_focus

LEVEL = WARNING
ACT = ("cf77f2", "3e12e1", "ye5d6e")  # without any of the ways each of them is missing
WCAG = (("2.4.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/cf77f2/"


def check(page: Page) -> Iterator[Fault]:
    """Yield a page with none of the ways past repeated content."""
    body = next(page.tagged("body"), None)
    links = page.tabbable_links
    if body is None or not links or any(_ways(page, links)):
        return
    if _starts_with_text(body, page) or is_content_first(page) or repeats_nothing(page):
        return
    yield Fault(
        body,
        "nothing leads past what the pages have in common",
        "add a main element, a heading and a skip link",
    )


def _ways(page: Page, links: list[Element]) -> Iterator[bool]:
    inside = (e for e in (*links, *page.tagged("area")) if (e.get("href") or "").startswith("#"))
    yield any(leads_to_content(e, page) for e in inside)
    yield any(True for _ in content_landmarks(page))
    common = common_parts(page)
    yield any(heads_content(e, common, page) for e in page.exposed("heading"))
    yield _folds(parts_before_content(page), page)
    yield moves_focus(page)
    yield is_told_only_here(page, "heading", *COMMON)


def _folds(parts: list[Element], page: Page) -> bool:
    """Tell whether all that stands before the content may be folded away."""
    if parts:
        return all(can_fold(part, page) for part in parts)
    return any(page.tagged("details", "script")) or bool(page.having("onclick"))


def _starts_with_text(body: Element, page: Page) -> bool:
    """Tell whether a page begins with text of its own, so that nothing has to be bypassed."""
    for element in body.descendants:
        if page.role(element) in COMMON or page.role(element) == "link":
            return False
        text = "".join(element.own_texts)
        if len(text.split()) >= LEAST_WORDS and page.is_visible(element):
            return True
    return False


LEAST_WORDS = 8

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link leads past the top of the page.

What: one of the first links leads to the main content, and its target exists.

Why: without it everybody who uses the keyboard goes through the whole menu on every page.

Fix: make <a href="#main">Skip to main content</a> the first link, and give main the id.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/ye5d6e/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, WARNING
from ...tree import Element
from ..page import Page
from ..repeated import has_target, leads_into_common, leads_to_content
from ..rule import Fault
from ..scripts import MOVES

LEVEL = WARNING
ACT = ("ye5d6e",)
WCAG = (("2.4.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/ye5d6e/"

FIRST = 4  # links among which it has to be


def check(page: Page) -> Iterator[Fault]:
    """Yield a page with a menu and no skip link, and skip links that lead nowhere."""
    links = page.tabbable_links
    for link in _skip_links(links, page):
        if not has_target(link, page):
            yield Fault(
                link,
                f"the link leads to {link.get('href')}, which is not on the page",
                "give the target that id",
                level=ERROR,
            )
    misled = links and _stays(links[0]) and leads_into_common(links[0], page)
    if misled and not any(leads_to_content(link, page) for link in filter(_stays, links)):
        yield Fault(
            links[0],
            "the first link leads into what the pages have in common, not to the main content",
            "give main an id, and lead the link there",
        )
        return
    body = next(page.tagged("body"), None)
    if body is not None and len(links) > FIRST and not _skips(links, page):
        yield Fault(body, "no link leads past the menu to the main content", "add a skip link")


def _stays(link: Element) -> bool:
    """Tell whether a link leads to a part of its own page."""
    return (link.get("href") or "").startswith("#")


def _skip_links(links: list[Element], page: Page) -> Iterator[Element]:
    """Yield the links to parts of the page that come before its content and all other links.

    What a script shows at ``#/…`` or ``#!…`` is no part of the page.
    """
    for link in links[:FIRST]:
        href = link.get("href") or ""
        if not _stays(link) or any(page.role(e) == "main" for e in link.ancestors):
            return
        if len(href) > 1 and href[1] not in "/!":
            yield link


def _skips(links: list[Element], page: Page) -> bool:
    if any(leads_to_content(link, page) for link in filter(_stays, links[:FIRST])):
        return True
    return any(MOVES.search(e.get("onclick") or "") for e in page.having("onclick"))

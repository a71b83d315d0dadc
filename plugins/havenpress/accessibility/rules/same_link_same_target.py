# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links with the same name in one place lead to the same page.

What: two links with the same name in the same paragraph, list item or cell lead to one address.
The same is asked of two that stand alone in their paragraphs, with no heading between them.

Why: they cannot be told apart by who hears them one after the other.

Fix: give them different names, or the same address.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/fd3a94/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ...tree import Element, in_order
from ..links.targets import (
    Leading,
    ambiguous_links,
    context_of,
    descriptions,
    have_same_content,
    look_alike,
)
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("fd3a94",)
WCAG = (("2.4.4", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/fd3a94/"


def check(page: Page) -> Iterator[Fault]:
    """Yield links whose name an earlier link of the same context has for another address."""
    described = descriptions(page)
    for links in ambiguous_links(page):
        seen: dict[tuple[Element | None, ...], Leading] = {}
        for element, address in links:
            place, heading = context_of(element, page)
            key = place, heading, *in_order(described.get(element, ()))
            first, known = seen.setdefault(key, (element, address))
            if known != address and not have_same_content(first, element, page):
                yield Fault(
                    element,
                    f"an earlier link “{page.name(element)}” here leads elsewhere",
                    "give the two different names",
                    level=REVIEW if _is_unsure(first, element, place, page) else WARNING,
                )


def _is_unsure(first: Element, second: Element, place: Element | None, page: Page) -> bool:
    """Tell whether nobody, or everybody who hears titles too, can tell two links apart.

    Where nobody can, people who listen are no worse off. A title may supplement the text of a link
    (WCAG technique H33), which not all software reads. What will be around a part of a page is not
    known.
    """
    if place is None or look_alike(first, second, place, page):
        return True
    return _title(first) != _title(second)


def _title(link: Element) -> str:
    return " ".join((link.get("title") or "").split())

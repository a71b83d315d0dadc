# SPDX-License-Identifier: AGPL-3.0-or-later
"""The header, main part and footer of a page stand in no other landmark.

What: what has the role banner, main or contentinfo is inside no other landmark, and a page has one
banner and one contentinfo.

Why: in the list of landmarks it would be hidden below another one, where nobody looks for it.

Fix: end the other landmark before it; for the header of a part write <header> inside an article or
a section.

Source: ARIA Authoring Practices Guide, landmark regions
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/"

TOP = ("banner", "main", "contentinfo")
LANDMARKS = frozenset({*TOP, "complementary", "navigation", "region", "search"})


def check(page: Page) -> Iterator[Fault]:
    """Yield top landmarks that another one holds, and a second header or footer of the page."""
    for kind in TOP:
        found = list(page.exposed(kind))
        for element in found:
            outer = _landmark_around(element, page)
            if outer is not None:
                what = f"the {kind} stands inside a {page.role(outer)}"
                yield Fault(element, what, f"end the {page.role(outer)} before it")
        if len(found) > 1 and kind != "main":  # of that landmark-main tells
            yield from _others(found, kind, page)


def _landmark_around(element: Element, page: Page) -> Element | None:
    above = element.parent
    if above is None or above.tag == "body":
        return None  # as most are
    return next((e for e in element.ancestors if _is_landmark(e, page)), None)


def _is_landmark(element: Element, page: Page) -> bool:
    role = page.role(element)
    if role == "form":
        return bool(page.name(element))  # without a name it is none
    return role in LANDMARKS


def _others(found: list[Element], kind: str, page: Page) -> Iterator[Fault]:
    """Yield each after the first that has a name of its own; landmark-names tells of the rest."""
    names = {page.name(found[0]).casefold()}
    for element in found[1:]:
        name = page.name(element).casefold()
        if name not in names:
            yield Fault(element, f"the page has another {kind}", "keep one of the two")
        names.add(name)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""An id stands once on a page.

What: no two elements have the same id.

Why: labels, descriptions and links to a part of the page reach the first element with the id
only, so they name the wrong thing.

Fix: give one of the two another id, or for a heading another wording.

Source: HTML standard, section 3.2.6 (the id attribute)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, WARNING
from ...tree import Element
from ..aria.references import referred_ids
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("4.1.2", "A"), ("1.3.1", "A"))
SOURCE = "https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements whose id an earlier element has; an error where something refers to it."""
    repeated = {identity: found for identity, found in page.ids.items() if len(found) > 1}
    if not repeated:
        return
    used = referred_ids(page)
    for identity, elements in repeated.items():
        for element in _written_anew(elements) if identity else ():
            yield Fault(
                element,
                f"the id “{identity}” is already on line {elements[0].line} of the page",
                "give this element another id",
                level=ERROR if identity in used else WARNING,
            )


def _written_anew(elements: list[Element]) -> Iterator[Element]:
    """Yield all but the first of some elements, and but those that an open tag goes on in.

    A browser opens <a> again after each block that it was not closed before.
    """
    seen = set()
    for number, element in enumerate(elements):
        place = element.line, element.column
        if number and place not in seen:
            yield element
        seen.add(place)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link in a text is told by more than its colour.

What: a link among other words has a line, a border, a weight or a sign that they have not, or a
colour whose contrast with theirs is 3 to 1 at least.

Why: who does not see the colour does not see that there is a link.

Fix: leave links underlined: take text-decoration: none away.

Source: WCAG 2.2, 1.4.1, failure F73, technique G183
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ...tree import Element
from ..css.colouring import Colouring, colourings
from ..css.colours import Colour, contrast, over, to_hex
from ..css.marks import unmarked_links
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("1.4.1", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/failures/F73"

NEEDED = 3.0
REMEDY = "take text-decoration: none away, so that it is underlined"


Pair = tuple[Colour, Colour]  # of a link, and of the text around it


def check(page: Page) -> Iterator[Fault]:
    """Yield links that only their colour tells from the text; the first where none may tell it."""
    is_asked = False
    for link, holder in unmarked_links(page):
        pairs = [_seen(link, holder, colouring) for colouring in colourings(page)]
        faint = next((pair for pair in pairs if pair and 1 < contrast(*pair) < NEEDED), None)
        if faint:
            yield _fault(link, faint)
        elif not is_asked and any(pair is None or contrast(*pair) == 1 for pair in pairs):
            is_asked = True
            yield Fault(link, "nothing may tell the link from the text", REMEDY, level=REVIEW)


def _seen(link: Element, holder: Element, colouring: Colouring) -> Pair | None:
    """Return the colours of a text and of the part of a link that differs most from it.

    It is None where they cannot be told.
    """
    inside = [_opaque(each, colouring) for each in (link, *link.descendants) if each.own_texts]
    around = _opaque(holder, colouring)
    if around is None or None in inside:
        return None
    pairs = [(own, around) for own in inside if own is not None]
    return max(pairs, key=lambda pair: contrast(*pair), default=None)


def _opaque(element: Element, colouring: Colouring) -> Colour | None:
    """Return the colour of a text as it is seen over the one behind it, None where unknown."""
    text = colouring.text_of(element)
    if text is None or text[3] >= 1:
        return text
    behind = colouring.behind(element)
    return over(text, behind[0]) if behind is not None and len(behind) == 1 else None


def _fault(link: Element, pair: Pair) -> Fault:
    own, around = map(to_hex, pair)
    what = f"only its colour, {own} beside {around}, tells the link from the text"
    return Fault(link, what, REMEDY)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list holds items, and a list of terms holds terms with what is said of them.

What: no text stands in a ul or ol outside of its items; a dl holds dt and dd, or div elements with
dt and dd in them, and each dt has a dd after it.

Why: a screen reader says how many items follow and goes from one to the next; what is in none of
them is not counted, or not found.

Fix: put the text into an li, or before the list; write a dd for each dt.

Source: HTML standard, sections 4.4.5 (ol), 4.4.6 (ul) and 4.4.9 (dl)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("1.3.1", "A"),)
SOURCE = "https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element"

LISTS = {"dl": "", "menu": "list", "ol": "list", "ul": "list"}  # and their roles
PAIR = ["dt", "dd"]
PARTS = frozenset(PAIR)


def check(page: Page) -> Iterator[Fault]:
    """Yield lists with text outside of items, and lists of terms that are put together wrongly.

    Other elements in a ul or ol are the matter of aria-required-children.
    """
    for element in page.tagged(*LISTS):
        words = "".join(element.own_texts)
        if words and not words.isspace() and _has_letters(words) and _is_list(element, page):
            yield _loose_text(element, " ".join(words.split()))
    for element in page.tagged("dl"):
        if element.get("role") is None:
            yield from _misplaced(element, page)


def _has_letters(words: str) -> bool:
    """Tell whether there is more than signs, which may stand between the items."""
    return any(map(str.isalnum, words))


def _is_list(element: Element, page: Page) -> bool:
    return page.is_exposed(element) and page.role(element) == LISTS[element.tag]


def _loose_text(element: Element, words: str) -> Fault:
    part = "dt or dd" if element.tag == "dl" else "li"
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    what = f"“{shown}” stands in the {element.tag}, but in no {part}"
    return Fault(element, what, f"put it into a {part}, or before the list")


LONGEST = 40  # characters of a text that are shown


def _misplaced(terms: Element, page: Page) -> Iterator[Fault]:
    """Yield the first child of a list of terms, or of a group in it, that is in the wrong place."""
    direct = []
    for part in terms.children:
        if part.tag == "div":
            yield from _first_fault(part.children, page)
        else:
            direct.append(part)
    yield from _first_fault(direct, page)


def _counts(element: Element, page: Page) -> bool:
    """Tell whether an element is there, as no script is, and not one that only a script knows."""
    return "-" not in element.tag and not page.is_hidden(element)


def _first_fault(parts: list[Element], page: Page) -> Iterator[Fault]:
    if [part.tag for part in parts] == PAIR:
        return  # as most groups are
    before, parts = "dd", [part for part in parts if _counts(part, page)]
    for part in parts:
        if part.tag not in PARTS:
            what = f"a {part.tag} stands in the list of terms, where only dt and dd belong"
            yield Fault(part, what, "put it into a dd, or outside of the list")
            return
        if part.tag == "dd" and part is parts[0]:
            yield Fault(part, "no dt stands before this dd", "write the term before it in a dt")
            return
        before = part.tag
    if before == "dt":
        alone = all(part.tag == "dt" for part in parts)
        yield Fault(
            parts[-1],
            "no dd stands after this dt",
            "write what is said of it in a dd",
            level=ERROR if alone else WARNING,
        )

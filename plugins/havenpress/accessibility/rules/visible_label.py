# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to write in a field is to be seen beside it.

What: a field in a form of several has a label, or what names it in its place, and not only a title
or a placeholder.

Why: a placeholder is gone with the first letter, and a title shows only to a pointer that waits.

Fix: write <label for="town">Town</label> before it; the placeholder may stay as an example.

Source: WCAG 2.2, 3.3.2; techniques H44 and G167
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element, in_order
from ..aria.roles import input_type
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("3.3.2", "A"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#labels-or-instructions"

FIELDS = frozenset({"input", "select", "textarea"})
NAMING = ("aria-label", "aria-labelledby")
WITHOUT = frozenset({"button", "hidden", "image", "reset", "submit"})  # types named otherwise


def check(page: Page) -> Iterator[Fault]:
    """Yield visible fields that have only a title or a placeholder to say what they are for."""
    named = {*page.having("title"), *page.having("placeholder")}
    for element in in_order(e for e in named if e.tag in FIELDS):
        if any(map(element.get, NAMING)) or page.labels_of(element) or not _asks(element):
            continue
        if page.is_visible(element) and page.is_exposed(element) and not _is_alone(element):
            only = "title" if element.get("title") else "placeholder"
            yield Fault(
                element,
                f"the field has only a {only}, no label",
                'add a label element for it, as in <label for="town">Town</label>',
            )


def _asks(element: Element) -> bool:
    return input_type(element) not in WITHOUT


def _is_alone(element: Element) -> bool:
    """Tell whether a field has a form to itself, where the button says what it is for."""
    form = next(filter(_is_form, element.ancestors), None)
    inside = form.descendants if form else ()
    fields = (e for e in inside if e.tag in FIELDS and e is not element)
    return form is not None and not any(map(_asks, fields))


def _is_form(element: Element) -> bool:
    return element.tag in FORMS or element.get("role") in FORMS


FORMS = frozenset({"form", "search"})

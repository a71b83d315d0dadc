# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list holds only items, and a table only rows.

What: an element with a role such as list, row, menu or tablist has only children with the roles
that belong there.

Why: the number of items that a screen reader announces is wrong otherwise, or the list is not one
at all.

Fix: put each child into an li, tr and so on, or take it out of the list.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/bc4a75/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..aria.vocabulary import ROLES
from ..css.visibility import REPLACED
from ..page import MEANINGLESS, Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("bc4a75",)
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/bc4a75/"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements with a child that their role may not own."""
    by_role = page.by_role
    for name, owns in PARENTS.items():
        for element in by_role.get(name, ()):
            if page.is_exposed(element) and not _is_busy(element, page):
                wrong = _first_wrong(element, owns, page)
                if wrong is not None:
                    yield _fault(element, name, wrong, page)


PARENTS = {role.name: role.owns for role in ROLES.values() if role.owns}
del PARENTS["suggestion"]


def _is_busy(element: Element, page: Page) -> bool:
    if "aria-busy" not in page.attributed:
        return False
    return any((e.get("aria-busy") or "").lower() == "true" for e in (element, *element.ancestors))


def _first_wrong(element: Element, owns: frozenset[str], page: Page) -> Element | None:
    if "aria-owns" not in page.attributed and _owns_all(element, owns, page):
        return None
    children = list(page.exposed_children(element))
    filled = [child for child in children if not _is_empty(child, page)]
    for child in filled or children:
        role = page.role(child)
        if role in owns or _may_be_anything(child, page):
            continue
        inner = frozenset(own.partition(">")[2] for own in owns if own.startswith(f"{role}>"))
        if not inner:
            return child
        wrong = _first_wrong(child, inner, page)
        if wrong is not None:
            return wrong
    return None


def _owns_all(element: Element, owns: frozenset[str], page: Page) -> bool:
    """Tell whether every child, hidden ones too, is one that belongs there."""
    return owns.issuperset(map(page.role, element.children))


def _may_be_anything(element: Element, page: Page) -> bool:
    """Tell whether only a script knows what an element is, as of a custom element without a role."""
    return "-" in element.tag and not page.explicit_role(element)


def _is_empty(element: Element, page: Page) -> bool:
    """Tell whether an element is a mere box, as for a line that style draws."""
    if element.tag in REPLACED or page.role(element) not in MEANINGLESS:
        return False
    return not element.children and not element.text.strip()


def _fault(element: Element, role: str, wrong: Element, page: Page) -> Fault:
    what = page.role(wrong) or wrong.tag
    return Fault(
        element,
        f"a {role} has a child that does not belong there: {wrong.tag} (role {what})",
        "put the child into an item of its own, or outside",
    )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A role stands inside the role that it belongs to.

What: an element with a role such as listitem, row or tab is a child of a list, a table or a
tablist.

Why: alone it has no place: “3 of 7” cannot be said without the seven.

Fix: put the element inside one with the role that the message names, or use ul, table and so on.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/ff89c9/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML, Element
from ..aria.vocabulary import ROLES
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("ff89c9",)
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/ff89c9/"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements whose written role lacks its required context."""
    for element in page.having("role"):
        role = ROLES.get(page.explicit_role(element))
        if role is None or not role.context:
            continue
        if element.namespace == MATHML:
            continue
        if _is_by_nature(element, role.name, page) or not page.is_exposed(element):
            continue
        parent = page.exposed_parent(element)
        if parent is None or page.role(parent) not in role.context:
            names = " or ".join(sorted(role.context))
            yield Fault(
                element,
                f"the role {role.name} is not inside {names}",
                f"put it in an element with the role {names}",
            )


def _is_by_nature(element: Element, role: str, page: Page) -> bool:
    """Tell whether the markup gives the role anyway; an li is an item wherever it stands."""
    return role == page.implicit_role(element) or (role == "listitem" and element.tag == "li")

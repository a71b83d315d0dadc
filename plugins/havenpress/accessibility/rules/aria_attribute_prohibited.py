# SPDX-License-Identifier: AGPL-3.0-or-later
"""No name is put where none may be.

What: an element whose role must not be named, such as a div, span or p, has no aria-label or
aria-labelledby.

Why: screen readers leave such a name out, so that what it says is lost.

Fix: write the words as text, or give the element a role that may have a name.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/kb1m8s/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML, Element
from ..aria.vocabulary import ROLES
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("kb1m8s",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/kb1m8s/"

PROHIBITED = sorted(ROLES["generic"].prohibits)


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements with a global attribute that their role prohibits."""
    for name in PROHIBITED:
        for element in page.having(name):
            role = ROLES.get(page.role(element) or _role_of_custom(element, page))
            if role is None or name not in role.prohibits or not page.is_reachable(element):
                continue
            yield Fault(
                element,
                f"{name} is not read out on a {element.tag} element (role {role.name})",
                "write the words as text, or give the element a role that has a name",
            )


def _role_of_custom(element: Element, page: Page) -> str:
    """Return the role of a custom element: without a script to define it, it is a mere box.

    Source: ARIA in HTML, autonomous custom elements.
    """
    if "-" not in element.tag or element.namespace != HTML:
        return ""
    scripted = page.document.fragment or any(page.tagged("script"))
    return "" if scripted else "generic"

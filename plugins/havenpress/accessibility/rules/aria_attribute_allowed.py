# SPDX-License-Identifier: AGPL-3.0-or-later
"""An aria- attribute fits the role of its element.

What: a state or property is one that every element may have, or one that the element's role
supports.

Why: on another role it is ignored: aria-checked on a link says nothing to anybody.

Fix: remove the attribute, or use the element that has the role you mean.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/5c01ea/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML
from ..aria.allowed import allowed
from ..aria.vocabulary import GLOBAL, VALUES
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("5c01ea",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/5c01ea/"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements with a state or property that their role does not support."""
    for name, elements in page.attributed.items():
        if name not in VALUES or name in GLOBAL:
            continue
        for element in elements:
            if element.namespace == MATHML or not page.is_exposed(element):
                continue
            if name not in allowed(element, page):
                role = page.role(element)
                what = f"the role {role}" if role else f"the element {element.tag}"
                yield Fault(element, f"{what} does not support {name}", "remove the attribute")

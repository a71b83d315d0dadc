# SPDX-License-Identifier: AGPL-3.0-or-later
"""A role has the states that it needs.

What: an element with a role that is not its own by nature sets the states and properties that the
role requires.

Why: a tick box that does not say whether it is ticked is of no use.

Fix: add the attribute: <div role="checkbox" aria-checked="false">; better, use <input
type="checkbox">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/4e8ab6/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML, Element
from ..aria.roles import input_type
from ..aria.vocabulary import ROLES
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("4e8ab6",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/4e8ab6/"


# The inputs by their type, and other elements, that have a state without an attribute of ARIA.
NATIVE = {
    "aria-checked": frozenset({"input checkbox", "input radio"}),
    "aria-expanded": frozenset({"summary"}),
    "aria-valuenow": frozenset({"input number", "input range", "progress"}),
}


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements whose written role lacks a required state."""
    for element in page.having("role"):
        role = page.explicit_role(element)
        if not role or not page.is_exposed(element):
            continue
        if role == page.implicit_role(element) or element.namespace == MATHML:
            continue
        for name in sorted(_required(role, element, page)):
            if not element.get(name):
                yield Fault(element, f"the role {role} needs {name}", f"add {name} with its state")


def _required(role: str, element: Element, page: Page) -> Iterator[str]:
    needed = set(ROLES[role].requires)
    if role == "separator" and page.is_focusable(element):
        needed.add("aria-valuenow")
    if role == "combobox" and _is_open(element) and not element.get("aria-owns"):
        needed.add("aria-controls")  # WAI-ARIA 1.2; while it is closed nothing may be there yet
    return (name for name in needed if not _has_natively(element, name))


def _is_open(element: Element) -> bool:
    return (element.get("aria-expanded") or "").lower() == "true"


def _has_natively(element: Element, name: str) -> bool:
    is_input = element.tag == "input"
    kind = f"input {input_type(element)}" if is_input else element.tag
    return kind in NATIVE.get(name, ())

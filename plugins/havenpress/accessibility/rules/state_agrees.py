# SPDX-License-Identifier: AGPL-3.0-or-later
"""An aria- attribute says the same as the element itself.

What: aria-checked agrees with checked, and aria-disabled, aria-readonly and aria-required with
disabled, readonly and required.

Why: the browser goes by one of the two, and a screen reader may say the other: “not ticked” of what
is ticked.

Fix: remove the aria- attribute: <input type="checkbox" checked> says it all.

Source: ARIA in HTML, section 4 (ARIA attributes in place of equivalent HTML attributes)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..aria.roles import input_type
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/TR/html-aria/#docconformance-attr"

TICKED = frozenset({"checkbox", "radio"})
FIELDS = frozenset({"button", "fieldset", "input", "optgroup", "option", "select", "textarea"})
STATES = ("disabled", "readonly", "required")


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed controls that two attributes say the opposite of."""
    for element in page.having("aria-checked"):
        if element.tag == "input" and input_type(element) in TICKED:
            yield from _told_apart(element, "checked", page)
    for name in STATES:
        for element in page.having(f"aria-{name}"):
            if element.tag in FIELDS and element.get(name) is not None:
                yield from _told_apart(element, name, page)


def _told_apart(element: Element, name: str, page: Page) -> Iterator[Fault]:
    said = (element.get(f"aria-{name}") or "").strip().lower()
    is_so = element.get(name) is not None
    if said == ("false" if is_so else "true") and page.is_exposed(element):
        other = f"has {name}" if is_so else f"has no {name}"
        yield Fault(
            element, f'the {element.tag} {other}, but aria-{name}="{said}"', f"remove aria-{name}"
        )

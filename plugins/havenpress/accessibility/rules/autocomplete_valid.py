# SPDX-License-Identifier: AGPL-3.0-or-later
"""An autocomplete attribute uses the words of the standard.

What: the words name a kind of personal detail, in the order that HTML gives.

Why: browsers and helpers fill in, or mark with a sign, only fields whose purpose they know.

Fix: write for example autocomplete="email" or autocomplete="tel".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/73f2c2/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..aria.roles import input_type
from ..aria.vocabulary import ROLES
from ..autofill import is_valid_autocomplete
from ..focus.reach import is_disabled
from ..page import Page
from ..rule import Fault
from ..tokens import SPACES, is_blank

LEVEL = ERROR
ACT = ("73f2c2",)
WCAG = (("1.3.5", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/73f2c2/"


FIXED = frozenset({"button", "checkbox", "file", "hidden", "image", "radio", "reset", "submit"})


def check(page: Page) -> Iterator[Fault]:
    """Yield form fields with an autocomplete that means nothing."""
    for element in page.having("autocomplete"):
        value = element.get("autocomplete") or ""
        if element.tag not in {"input", "select", "textarea"} or is_blank(value):
            continue
        if is_valid_autocomplete(value) or not _applies(element, value, page):
            continue
        yield Fault(
            element,
            f"autocomplete cannot be “{value}”",
            'write a word of the standard, as in autocomplete="email"',
        )


def _applies(element: Element, value: str, page: Page) -> bool:
    if value.strip(SPACES).lower() in {"on", "off"}:
        return False
    if element.tag == "input" and input_type(element) in FIXED:
        return False
    if is_disabled(element) or _is_aria_disabled(element):
        return False
    if not page.is_visible(element) and not page.is_exposed(element):
        return False
    role = ROLES.get(page.role(element))
    is_widget = role is not None and "widget" in role.kinds
    return is_widget or page.is_tabbable(element)


def _is_aria_disabled(element: Element) -> bool:
    around = (element, *element.ancestors)
    return any((e.get("aria-disabled") or "").lower() == "true" for e in around)

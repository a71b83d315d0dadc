# SPDX-License-Identifier: AGPL-3.0-or-later
"""An aria- attribute has a value that it can have.

What: a state or property of WAI-ARIA that is not empty has a value of its type: true or false, a
number, one of its words.

Why: another value is ignored or taken for the default, so that something ticked may be read out
as not ticked.

Fix: write one of the values that the message names, as in aria-expanded="false".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/6a7281/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML
from ..aria.vocabulary import ANYTHING, TAKING_ANYTHING, VALUES, is_valid
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("6a7281",)
WCAG = (("4.1.2", "A"), ("1.3.1", "A"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/6a7281/"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements whose aria- attribute has a value of another type."""
    for name, elements in page.attributed.items():
        if VALUES.get(name, ANYTHING) in TAKING_ANYTHING:
            continue
        for element in elements:
            if element.namespace == MATHML:
                continue
            value = (element.get(name) or "").lower()
            if value and not is_valid(name, value):
                yield Fault(
                    element,
                    f"{name} cannot be “{element.get(name)}”",
                    f"write {_words(VALUES[name])}",
                )


def _words(kind: str) -> str:
    known = {"boolean": "true or false", "id": "one id", "integer": "a whole number"}
    if kind in known:
        return known[kind]
    if kind == "number":
        return "a number"
    words = kind.removeprefix("tokens ").split()
    return ", ".join(words[:-1]) + f" or {words[-1]}"

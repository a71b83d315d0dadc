# SPDX-License-Identifier: AGPL-3.0-or-later
"""A role attribute names a role that exists.

What: at least one word of a role attribute is a role of WAI-ARIA that is not abstract.

Why: a word that is no role is ignored, so the element is not what its author thought it was.

Fix: correct the spelling, or remove the attribute where the element has the role by itself.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/674b10/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML
from ..page import Page
from ..rule import Fault
from ..tokens import tokens

LEVEL = ERROR
ACT = ("674b10",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/674b10/"

TOLERATED = ["text"]  # proposed for WAI-ARIA, known to one family of browsers


def check(page: Page) -> Iterator[Fault]:
    """Yield shown elements whose role attribute has no valid word."""
    for element in page.having("role"):
        words = tokens(element.get("role"))
        if not words or words == TOLERATED or page.explicit_role(element):
            continue
        if element.namespace == MATHML or page.is_hidden(element):
            continue
        yield Fault(
            element,
            f"there is no role “{' '.join(words)}”",
            "write a role of WAI-ARIA, or remove the attribute",
        )

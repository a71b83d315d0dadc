# SPDX-License-Identifier: AGPL-3.0-or-later
"""A drawing that counts as a picture says what it shows.

What: an SVG element with the role img, graphics-document or graphics-symbol has a title or an
aria-label.

Why: the role promises a picture, and nothing is said about it.

Fix: write <title>A yellow door</title> as its first child, or aria-hidden="true" for decoration.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/7d6734/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import SVG
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("7d6734",)
WCAG = (("1.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/7d6734/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.having("role"):
        if (
            element.namespace == SVG
            and page.explicit_role(element) in ROLES
            and page.is_exposed(element)
            and not page.name(element)
        ):
            yield Fault(
                element,
                "the drawing has no description",
                'write <title>A yellow door</title> in it, or aria-hidden="true" for decoration',
            )


ROLES = frozenset({"img", "graphics-document", "graphics-symbol"})

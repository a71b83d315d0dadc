# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link has a name.

What: every link has text, or a picture with a description, or an aria-label.

Why: a link without a name is read out as its address, or as the bare word link.

Fix: write the words between the tags: [Find a shelter](/services/).

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/c487ae/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML
from ..page import LINKS, Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("c487ae",)
WCAG = (("2.4.4", "A"), ("4.1.2", "A"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/c487ae/"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed links without a name."""
    for element in page.exposed(*LINKS):
        if element.namespace == HTML and not page.name(element):
            yield Fault(
                element,
                "the link has no text",
                "write between the brackets where it leads, as in [Find a shelter](/services/)",
            )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A picture says what it shows.

What: an image that is not marked as decoration has an accessible name, as a rule from its alt
attribute.

Why: who cannot see the picture gets its description instead; without one a screen reader reads
out the file name.

Fix: write what the picture shows, as in ![A yellow door](door.jpg) or alt="A yellow door"; for a
picture that adds nothing write alt="".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML, in_order
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("23a2a8",)
WCAG = (("1.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/"


def check(page: Page) -> Iterator[Fault]:
    """Yield images without a name."""
    pictures = {*page.with_role("img"), *page.tagged("img")}
    for element in in_order(pictures):
        if element.namespace != HTML or page.is_hidden(element) or page.name(element):
            continue
        if page.role(element) in {"none", "presentation"}:
            continue
        yield Fault(
            element,
            "the picture has no description",
            'write what it shows, as in ![A yellow door](door.jpg), or alt="A yellow door"',
        )

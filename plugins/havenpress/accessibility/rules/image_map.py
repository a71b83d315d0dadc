# SPDX-License-Identifier: AGPL-3.0-or-later
"""The places of a picture that can be pressed are links.

What: no picture in a link has the attribute ismap.

Why: only a pointer can say which place is meant; the keyboard and screen readers have one link
that leads nowhere in particular.

Fix: write links beside the picture, or a map with an area and an alt for each place.

Source: HTML standard, section 4.8.3 (ismap); WCAG 2.2, 2.1.1, failure F54
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("2.1.1", "A"),)
SOURCE = "https://html.spec.whatwg.org/multipage/embedded-content.html#attr-img-ismap"


def check(page: Page) -> Iterator[Fault]:
    """Yield the pictures whose server is told where they were pressed."""
    for element in page.having("ismap"):
        link = element.closest("a") if element.tag == "img" else None
        if link is not None and link.get("href") is not None and page.is_visible(element):
            yield Fault(
                element,
                "only a pointer can choose a place in this picture",
                "write a link for each place",
            )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""An embedded picture or recording has a name.

What: an object element that shows a picture, a sound or a film has an aria-label or a title.

Why: a screen reader leaves it out without one.

Fix: say what it is: <object data="map.svg" title="Map of the shelters">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/8fc3b6/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..page import Page
from ..recordings.types import is_media
from ..rule import Fault
from ..tokens import is_blank

LEVEL = ERROR
ACT = ("8fc3b6",)
WCAG = (("1.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/8fc3b6/"


def check(page: Page) -> Iterator[Fault]:
    """Yield what has no name."""
    for element in page.tagged("object"):
        if _applies(element, page) and not page.name(element):
            yield Fault(
                element,
                "the embedded object has no name",
                'say what it is, as in title="Map of the shelters"',
            )


def _applies(element: Element, page: Page) -> bool:
    if page.explicit_role(element) or not page.is_exposed(element):
        return False
    return _shows_media(element) and not any(map(_shows_media, element.ancestors))


def _shows_media(element: Element) -> bool:
    """Tell whether an object embeds what browsers show in place of its content."""
    address = element.get("data")
    if element.tag != "object" or is_blank(address):
        return False
    return is_media(element.get("type"), address)

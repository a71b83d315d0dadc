# SPDX-License-Identifier: AGPL-3.0-or-later
"""A key of the keyboard does one thing.

What: no two elements have the same accesskey.

Why: the key then does the first thing only, or a different one in each browser.

Fix: choose another key for one of the two; better, leave accesskey out: many of its keys already
belong to a browser or a screen reader.

Source: HTML standard, section 6.7.2 (the accesskey attribute)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..page import Page
from ..rule import Fault
from ..tokens import tokens

LEVEL = WARNING
SOURCE = "https://html.spec.whatwg.org/multipage/interaction.html#the-accesskey-attribute"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements whose first key an earlier element has; further words are second choices."""
    seen: dict[str, int] = {}
    for element in filter(page.is_rendered, page.having("accesskey")):
        for key in map(str.casefold, tokens(element.get("accesskey"))[:1]):
            if key in seen:
                yield Fault(
                    element,
                    f"the key “{key}” already belongs to an element on line {seen[key]}",
                    "choose another key, or remove the accesskey",
                )
            seen.setdefault(key, element.line)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which ids something on the page refers to. Source: HTML standard; WAI-ARIA 1.2, ID references."""

from __future__ import annotations

from ..page import Page
from ..tokens import tokens
from .vocabulary import VALUES

LISTS = (
    *(name for name, kind in VALUES.items() if kind in {"id", "ids"}),
    "headers",
    "itemref",
)
SINGLE = ("for", "list", "form", "popovertarget", "usemap")


def referred_ids(page: Page) -> frozenset[str]:
    """Return every id that an attribute of the page points at."""
    found: set[str] = set()
    for name in (*LISTS, *SINGLE):
        for element in page.having(name):
            found.update(tokens((element.get(name) or "").removeprefix("#")))
    for element in page.having("href"):
        target = element.get("href") or ""
        if target.startswith("#"):
            found.add(target[1:])
    return frozenset(found)

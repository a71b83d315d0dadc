# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page never reloads by itself.

What: a meta refresh, where there is one, acts at once.

Why: even after a day a page should not change unless somebody asks for it.

Fix: remove the meta element.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/bisz58/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..page import Page
from ..refresh import first_refresh
from ..rule import Fault

LEVEL = WARNING
ACT = ("bisz58",)
WCAG = (("2.2.4", "AAA"), ("3.2.5", "AAA"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/bisz58/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the refresh with any delay."""
    found = first_refresh(page.tagged("meta"))
    if found and found[1] > 0:
        yield Fault(
            found[0], f"the page changes by itself after {found[1]} seconds", "remove the refresh"
        )

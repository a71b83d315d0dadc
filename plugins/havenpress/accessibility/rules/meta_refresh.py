# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page does not reload by itself after a while.

What: a meta refresh acts at once, or after more than twenty hours.

Why: the page goes away while somebody is still reading it.

Fix: remove the meta element; to lead on to another page use 0 seconds, or better a link.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/bc659a/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..refresh import first_refresh
from ..rule import Fault

LEVEL = ERROR
ACT = ("bc659a",)
WCAG = (("2.2.1", "A"), ("2.2.4", "AAA"), ("3.2.5", "AAA"))
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/bc659a/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the refresh with a delay of up to twenty hours."""
    found = first_refresh(page.tagged("meta"))
    if found and 0 < found[1] <= LONGEST:
        yield Fault(
            found[0], f"the page changes by itself after {found[1]} seconds", "remove the refresh"
        )


LONGEST = 72_000  # seconds

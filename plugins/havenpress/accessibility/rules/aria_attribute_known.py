# SPDX-License-Identifier: AGPL-3.0-or-later
"""An aria- attribute is one that exists.

What: every attribute whose name begins with aria- is defined in WAI-ARIA.

Why: a name with a slip of the pen is ignored, and what it should say is not said.

Fix: correct the spelling: aria-labelledby, not aria-labeledby.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/5f99a7/
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ...findings import ERROR
from ..aria import VALUES
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("5f99a7",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/5f99a7/"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements with an aria- attribute that nobody defined."""
    for name, elements in page.attributed.items():
        if not name.startswith("aria-") or name in VALUES:
            continue
        near = get_close_matches(name, VALUES, 1)
        hint = f"write {near[0]}" if near else "remove it"
        for element in elements:
            yield Fault(element, f"there is no attribute {name}", hint)

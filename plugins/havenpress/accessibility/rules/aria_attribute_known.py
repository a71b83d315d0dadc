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
from ..aria.vocabulary import VALUES
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("5f99a7",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/5f99a7/"


LONGEST, MOST = 40, 50  # characters of a name, and names, for which a likeness is looked for


def check(page: Page) -> Iterator[Fault]:
    """Yield elements with an aria- attribute that nobody defined."""
    unknown = [n for n in page.attributed if n.startswith("aria-") and n not in VALUES]
    for count, name in enumerate(unknown):
        elements = page.attributed[name]
        near = get_close_matches(name[:LONGEST], VALUES, 1) if count < MOST else []
        hint = f"write {near[0]}" if near else "remove it"
        for element in elements:
            yield Fault(element, f"there is no attribute {name}", hint)

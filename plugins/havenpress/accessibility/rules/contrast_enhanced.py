# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text stands out strongly from what is behind it.

What: text has a contrast of at least 7 to 1 with its background, or 4.5 to 1 where it is large.
The rule runs only for level AAA.

Why: pale text cannot be read in sunlight, on a poor screen, or with weak eyes.

Fix: darken the text or lighten the background in the style sheet; a contrast checker gives the
number.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/09o5cg/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..css.faint_text import faint_texts
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("09o5cg",)
WCAG = (("1.4.6", "AAA"),)
OPTIONAL = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/09o5cg/"


def check(page: Page) -> Iterator[Fault]:
    """Yield texts that are too pale, where the style sheets decide their colours."""
    yield from faint_texts(page, needed=7, needed_large=4.5)

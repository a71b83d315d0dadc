# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text stands out from what is behind it.

What: text has a contrast of at least 4.5 to 1 with its background, or 3 to 1 where it is large
(18 points, or 14 points and bold), in light and in dark colours. So has the hint in an empty field,
where a style sheet gives it a colour.

Why: pale text cannot be read in sunlight, on a poor screen, or with weak eyes.

Fix: darken the text or lighten the background in the style sheet; a contrast checker gives the
number.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..css.faint_text import faint_texts
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("afw4f7",)
WCAG = (("1.4.3", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/"


def check(page: Page) -> Iterator[Fault]:
    """Yield texts that are too pale, where the style sheets decide their colours."""
    yield from faint_texts(page, needed=4.5, needed_large=3)

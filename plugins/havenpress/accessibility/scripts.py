# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the scripts in a page say word for word. They are read, not run."""

from __future__ import annotations

import re

from .page import Page

LONGEST = 100_000  # characters of a script that are read


def any_says(page: Page, pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern stands in a script of the page."""
    return any(pattern.search(script.text[:LONGEST]) for script in page.tagged("script"))

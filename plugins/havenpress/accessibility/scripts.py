# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the scripts in a page say word for word. They are read, not run."""

from __future__ import annotations

import re

from .page import Page

LONGEST = 100_000  # characters of a script that are read
_MOVES = re.compile(r"\.focus\(|\.scrollIntoView\(|location(?:\.hash|\.href)?\s*=\s*['\"`]#")


def any_says(page: Page, pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern stands in a script of the page."""
    return any(pattern.search(script.text[:LONGEST]) for script in page.tagged("script"))


def said_by_scripts(page: Page) -> str:
    """Return all that the scripts in a page, and its attributes for events, say."""
    handlers = (
        element.get(name) or ""
        for name, elements in page.attributed.items()
        if name.startswith("on")
        for element in elements
    )
    scripts = (script.text[:LONGEST] for script in page.tagged("script"))
    return "\n".join((*scripts, *handlers))


def moves_focus(page: Page) -> bool:
    """Tell whether a script in the page, or in its attributes for events, moves the focus."""
    return _MOVES.search(said_by_scripts(page)) is not None

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the scripts in a page say word for word. They are read, not run."""

from __future__ import annotations

import re
from functools import lru_cache

from .page import Page

DEEPEST = 20  # blocks inside of one another that are taken out
_ARROW = re.compile(r"=>\s+")
_INNERMOST = re.compile(r"\{[^{}]*\}")
LONGEST = 100_000  # characters of a script that are read
MOVES = re.compile(
    r"\.focus\(|\.scrollIntoView\(|location(?:\.href)?\s*=\s*['\"`]#|location\.hash\s*=(?!=)"
)


def any_says(page: Page, pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern stands in a script of the page."""
    return any(pattern.search(script.text[:LONGEST]) for script in page.tagged("script"))


def said_by_scripts(page: Page) -> str:
    """Return all that the scripts in a page, and its attributes for events, say."""
    handlers = (
        element.get(name) or ""
        for name, elements in page.attributed.items()
        if name[:2] == "on"
        for element in elements
    )
    scripts = (script.text[:LONGEST] for script in page.tagged("script"))
    return "\n".join((*scripts, *handlers))


def said_at_once(script: str) -> list[str]:
    """Return the statements of a script that stand in no function and no block."""
    shell = _ARROW.sub("=>", script[:LONGEST])
    for _ in range(DEEPEST):
        shell, found = _INNERMOST.subn("", shell)
        if not found:
            break
    statements = re.split(r"[;\n]", shell)
    return [each for each in statements if "=>" not in each and "function" not in each]


def moves_focus(page: Page) -> bool:
    """Tell whether a script in the page, or in its attributes for events, moves the focus."""
    return has(MOVES, said_by_scripts(page))


@lru_cache(maxsize=32)
def has(pattern: re.Pattern[str], scripts: str) -> bool:
    """Tell whether a pattern stands in scripts; those of a site are the same on each of its pages."""
    return pattern.search(scripts) is not None


@lru_cache(maxsize=8)
def words_of(scripts: str) -> frozenset[str]:
    """Return the words of scripts."""
    return frozenset(re.findall(r"[\w-]+", scripts))

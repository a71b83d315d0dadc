# SPDX-License-Identifier: AGPL-3.0-or-later
"""The level of a heading. Source: HTML-AAM 1.0 (h1 to h6); WAI-ARIA 1.2, aria-level."""

from __future__ import annotations

from ..tree import Element

LEVELS = {f"h{level}": level for level in range(10)}


def heading_level(element: Element) -> int:
    """Return the level that a heading is announced with; 2 where it does not say."""
    stated = element.get("aria-level")
    if stated:  # most headings have none
        digits = stated.strip()
        if digits.isdecimal() and int(digits[:4]) > 0:
            return int(digits[:4])
    return LEVELS.get(element.tag, 2)

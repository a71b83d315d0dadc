# SPDX-License-Identifier: AGPL-3.0-or-later
"""Attributes that hold words. Source: HTML standard, section 2.3.7 (space-separated tokens).

Only ASCII white space parts words: a no-break space is a letter like any other.
"""

from __future__ import annotations

import re

SPACES = " \t\n\f\r"
_WORD = re.compile(r"[^ \t\n\f\r]+")


def tokens(value: str | None) -> list[str]:
    """Return the words of an attribute, none where it is not set."""
    return _WORD.findall(value) if value else []


def is_blank(value: str | None) -> bool:
    """Tell whether an attribute is missing, empty or nothing but ASCII white space."""
    return not value or not value.strip(SPACES)

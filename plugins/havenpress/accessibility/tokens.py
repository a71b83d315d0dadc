# SPDX-License-Identifier: AGPL-3.0-or-later
"""Attributes that hold words or whole numbers.

Only ASCII white space parts words: a no-break space is a letter like any other.

Source: HTML standard, sections 2.3.4.1 (signed integers) and 2.3.7 (space-separated tokens).
"""

from __future__ import annotations

import re

SPACES = " \t\n\f\r"
_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,18})")
_WORD = re.compile(r"[^ \t\n\f\r]+")


def tokens(value: str | None) -> list[str]:
    """Return the words of an attribute, none where it is not set."""
    return _WORD.findall(value) if value else []


def is_blank(value: str | None) -> bool:
    """Tell whether an attribute is missing, empty or nothing but ASCII white space."""
    return not value or not value.strip(SPACES)


def integer(value: str | None) -> int | None:
    """Return the whole number that a value begins with, as browsers read it; None for no number."""
    found = _INTEGER.match(value) if value else None
    return int(found[1]) if found else None

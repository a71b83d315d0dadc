# SPDX-License-Identifier: AGPL-3.0-or-later
"""Attributes that hold words or whole numbers.

Only ASCII white space parts words: a no-break space is a letter like any other.

Source: HTML standard, sections 2.3.4.1 (signed integers) and 2.3.7 (space-separated tokens).
"""

from __future__ import annotations

import re

SPACES = " \t\n\f\r"
LARGEST = 2**31 - 1
_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,18}(?![0-9]))")
_WORD = re.compile(r"[^ \t\n\f\r]+")


def tokens(value: str | None) -> list[str]:
    """Return the words of an attribute, none where it is not set."""
    return _WORD.findall(value) if value else []


def is_blank(value: str | None) -> bool:
    """Tell whether an attribute is missing, empty or nothing but ASCII white space."""
    return not value or not value.strip(SPACES)


def integer(value: str | None) -> int | None:
    """Return the whole number that a value begins with, as browsers read it; None for no number.

    One that does not fit into 32 bits is none to them.
    """
    found = _INTEGER.match(value) if value else None
    number = int(found[1]) if found else LARGEST + 1
    return number if -LARGEST <= number <= LARGEST else None

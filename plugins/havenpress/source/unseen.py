# SPDX-License-Identifier: AGPL-3.0-or-later
"""A value that is wrong by a sign nobody sees: what it looks like is right.

Marks of direction and joiners are ordinary in sentences (``text.HIDDEN`` leaves them alone); in a
date, a number or an id they come with what was copied, and a message that shows only the value
would show a right one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .nodes import Text
from .text import ODD_SPACES

MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ODD_SPACE = re.compile(f"[{ODD_SPACES}\t]")


class Unseen(NamedTuple):
    """What to say instead of that the value is wrong, and the value without the sign."""

    message: str
    remedy: str
    instead: str


def unseen_in(value: Text, message: str) -> Unseen | None:
    """Return what to say of a value, which a message quotes whole, if it has an unseen sign."""
    if value.isascii() and value.isprintable():
        return None
    if f"“{value}” " not in message or "nobody can see" in message:
        return None
    if "\n" in value.strip():
        return None
    if value.endswith("\n"):
        shown = value.strip()
        remedy = "write it on one line, behind the colon"
        return Unseen(f"“{shown}” stands below its name, as a text over several lines", remedy, "")
    if mark := MARKS.search(value):
        plain = MARKS.sub("", value).strip()
        told = f"has a sign in it that nobody can see (U+{ord(mark[0]):04X})"
        return Unseen(f"“{plain}” {told}", "type it anew", plain)
    if space := ODD_SPACE.search(value):
        plain = " ".join(ODD_SPACE.sub(" ", value).split())
        told = f"has a space of another kind in it (U+{ord(space[0]):04X}), which looks the same"
        return Unseen(f"“{plain}” {told}", "type it anew, with ordinary spaces", plain)
    return None

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The settings of a viewport meta element. Source: CSS Viewport 1, section 3 (parsing)."""

from __future__ import annotations

import re
from functools import lru_cache

_PROPERTY = re.compile(r"([^\s,;=]+)\s*(?:=\s*([^\s,;=]*))?")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
LEAST = 2.0  # times the first size
ZOOMS = {"yes": 1.0, "device-width": 1.0, "device-height": 1.0, "no": 0.0}
SCALES = {"yes": 1.0, "device-width": 10.0, "device-height": 10.0, "no": 0.1}


def read_viewport(content: str) -> dict[str, str]:
    """Return the properties of the content attribute; the last of a name counts.

    A property without a value is none.
    """
    found = _PROPERTY.findall(content.lower())
    return {name: value for name, value in found if value}


@lru_cache(maxsize=64)  # of the few that all pages of a site have
def forbids_zoom(content: str) -> bool:
    """Tell whether readers cannot enlarge a page with a content attribute to 200 %."""
    settings = read_viewport(content)
    scalable = settings.get("user-scalable")
    if scalable is not None and _number(scalable, ZOOMS) == 0:
        return True
    largest = settings.get("maximum-scale")
    return largest is not None and 0 <= _number(largest, SCALES) < LEAST


def _number(value: str, words: dict[str, float]) -> float:
    """Return what a value stands for; a word that is none stands for the least."""
    if value in words:
        return words[value]
    found = _NUMBER.match(value)
    if found is None:
        return 0.0
    number = float(found[0])
    return 0.0 if words is ZOOMS and -1 < number < 1 else number

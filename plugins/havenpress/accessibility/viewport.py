# SPDX-License-Identifier: AGPL-3.0-or-later
"""The settings of a viewport meta element. Source: CSS Viewport 1, section 3 (parsing)."""

from __future__ import annotations

import re

_PROPERTY = re.compile(r"([^\s,;=]+)\s*(?:=\s*([^\s,;=]*))?")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


def read_viewport(content: str) -> dict[str, str]:
    """Return the properties of the content attribute; the last of a name counts."""
    return {name.lower(): (value or "").lower() for name, value in _PROPERTY.findall(content)}


def forbids_zoom(settings: dict[str, str]) -> bool:
    """Tell whether readers cannot enlarge the page to 200 %."""
    scalable = settings.get("user-scalable")
    if scalable is not None and _is_off(scalable):
        return True
    largest = settings.get("maximum-scale")
    if largest is None:
        return False
    if largest == "yes":
        return True
    number = _NUMBER.match(largest)
    if number is None:
        return False
    value = float(number[0])
    return 0 <= value < 2


def _is_off(value: str) -> bool:
    if value in {"no", "false"}:
        return True
    number = _NUMBER.match(value)
    return number is not None and -1 < float(number[0]) < 1

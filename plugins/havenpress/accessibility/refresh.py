# SPDX-License-Identifier: AGPL-3.0-or-later
"""The delay of a meta refresh.

Source: HTML standard, section 4.2.5.3 (pragma directives), shared declarative refresh steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..tree import Element

_REFRESH = re.compile(r"[ \t\n\f\r]*(?:([0-9]+)|(?=\.))[0-9.]*(?P<rest>.*)", re.DOTALL)
_ADDRESS = re.compile(r"[^;,]*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]*)", re.IGNORECASE)


def refresh_delay(content: str) -> int | None:
    """Return the seconds before a refresh, None where the words start none."""
    found = _REFRESH.fullmatch(content)
    if not found:
        return None
    rest = found["rest"]
    if rest and rest[0] not in ";, \t\n\f\r":
        return None
    return int((found[1] or "0")[:9])


def refresh_address(content: str) -> str | None:
    """Return where a refresh leads, None where it names no other page."""
    found = _ADDRESS.match(content)
    return found[1].strip() if found else None


def first_refresh(metas: Iterable[Element]) -> tuple[Element, int] | None:
    """Return the first of some meta elements that is a refresh which works, and its delay."""
    for element in metas:
        if (element.get("http-equiv") or "").lower() != "refresh":
            continue
        delay = refresh_delay(element.get("content") or "")
        if delay is not None:
            return element, delay
    return None

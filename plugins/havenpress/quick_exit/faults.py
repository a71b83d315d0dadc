# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fault of a page, before anybody says which page it is."""

from __future__ import annotations

from ..findings import Finding
from ..tree import Element


def fault(rule: str, message: str, remedy: str, element: Element | None = None) -> Finding:
    """Return an error, at an element where there is one."""
    selector = element.selector if element else ""
    return Finding(rule=rule, message=message, remedy=remedy, selector=selector)

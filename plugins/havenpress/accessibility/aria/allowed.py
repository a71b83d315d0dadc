# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which states and properties an element may have. Source: ARIA in HTML; WAI-ARIA 1.2, 6.4."""

from __future__ import annotations

from ...tree import Element
from ..page import Page
from .roles import input_type
from .vocabulary import ROLES

# Elements without a role that take the states of one all the same.
LIKE = {
    "audio": "application",
    "embed": "application",
    "iframe": "application",
    "object": "application",
    "summary": "button",
    "video": "application",
}
LIKE_INPUT = {
    "date": "textbox",
    "datetime-local": "textbox",
    "month": "textbox",
    "password": "textbox",
    "time": "textbox",
    "week": "textbox",
}
OF_FILE = frozenset({"aria-required"})  # nothing of the kind for a colour


def allowed(element: Element, page: Page) -> frozenset[str]:
    """Return the states and properties, besides the global ones, that make sense on an element."""
    role = ROLES.get(page.role(element))
    if role is not None and element.tag == "th" and role.name in {"cell", "gridcell"}:
        return role.supports | ROLES["columnheader"].supports  # a header in all but its place
    if role is not None:
        return role.supports
    like = LIKE.get(element.tag, "")
    if element.tag == "input":
        kind = input_type(element)
        if kind == "file":
            return OF_FILE
        like = LIKE_INPUT.get(kind, "")
    return ROLES[like].supports if like else frozenset()

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A role is one that is still in use.

What: no role attribute names a role that WAI-ARIA has given up: directory, doc-biblioentry,
doc-endnote.

Why: browsers and screen readers stop to know it.

Fix: use a list: <ul>, <ol>, <li>.

Source: WAI-ARIA 1.2, directory; Digital Publishing WAI-ARIA 1.1, deprecated roles
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/TR/wai-aria-1.2/#directory"

INSTEAD = {"directory": "list", "doc-biblioentry": "listitem", "doc-endnote": "listitem"}


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed elements whose written role is one of old versions."""
    for element in page.with_role(*INSTEAD):
        role = page.role(element)
        if page.is_exposed(element):
            what = f"the role {role} is given up"
            yield Fault(element, what, f"use the role {INSTEAD[role]}, or ul, ol and li")

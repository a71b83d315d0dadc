# SPDX-License-Identifier: AGPL-3.0-or-later
"""Landmarks of one kind can be told apart.

What: where a page has two navigations, asides or regions of one kind, each has a name, and no two
the same.

Why: in a list of landmarks three times “navigation” says nothing.

Fix: name them: <nav aria-label="Breadcrumb">.

Source: ARIA Authoring Practices Guide, landmark regions
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/"


KINDS = ("navigation", "complementary", "region", "search", "form", "banner", "contentinfo")
# Landmarks without a name too.
NAMELESS = frozenset({"banner", "complementary", "contentinfo", "navigation"})


def check(page: Page) -> Iterator[Fault]:
    """Yield landmarks that share their role and name with an earlier one."""
    for kind in KINDS:
        found = list(page.exposed(kind))
        seen: set[str] = set()
        for element in found if len(found) > 1 else ():
            name = page.name(element)
            if name.casefold() in seen and (name or kind in NAMELESS):
                yield Fault(
                    element,
                    f"another {kind} on the page has the same name ({name or 'none'})",
                    'give each a name of its own, as in <nav aria-label="Breadcrumb">',
                )
            seen.add(name.casefold())

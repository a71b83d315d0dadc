# SPDX-License-Identifier: AGPL-3.0-or-later
"""A dialog, a tab, a gauge says what it is.

What: what is a dialog, meter, progressbar, tab, tooltip or treeitem, or has the role option, has a
name.

Why: “dialog” or “40 per cent” alone says nothing.

Fix: give a dialog the id of its heading in aria-labelledby, a gauge a label, a tab its text.

Source: WAI-ARIA 1.2, sections 5.2.8.4 and 5.4 (roles whose accessible name is required)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("4.1.2", "A"), ("1.1.1", "A"))
SOURCE = "https://www.w3.org/TR/wai-aria-1.2/#namecalculation"

DIALOGS = ("alertdialog", "dialog")
PARTS = ("meter", "progressbar", "tab", "tooltip", "treeitem")
NAMING = ("aria-label", "aria-labelledby", "title")


def check(page: Page) -> Iterator[Fault]:
    """Yield dialogs, open or not yet, and exposed parts of pages that have no name."""
    for element in page.with_role(*DIALOGS):
        if not any((element.get(name) or "").strip() for name in NAMING):
            remedy = 'write the id of its heading, as in aria-labelledby="leave-title"'
            yield Fault(element, "the dialog has no name", remedy, level=WARNING)
    for element in page.with_role(*PARTS):
        yield from _nameless(element, page)
    for element in page.with_role("option"):
        if element.tag != "option":
            yield from _nameless(element, page)


def _nameless(element: Element, page: Page) -> Iterator[Fault]:
    if page.is_exposed(element) and not page.name(element):
        yield Fault(
            element,
            f"the {page.role(element)} has no name",
            "write its text between the tags, or give it a label or an aria-label",
        )

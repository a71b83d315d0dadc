# SPDX-License-Identifier: AGPL-3.0-or-later
"""A header cell has text.

What: what heads a column or a row of a table has words, or a picture with a description; the cell in
the corner above the headings of the rows may be empty.

Why: with each cell below a screen reader reads its heading out, and here there is nothing to read.

Fix: write what the column holds, or make the cell a td.

Source: HTML standard, section 4.9.10 (th); WCAG technique H51
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault
from ..tables.assignment import HEADERS
from ..tables.grid import TAGS

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/html/H51"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed header cells without anything to read out."""
    headers = page.with_role(*HEADERS)
    empty = [e for e in headers if page.is_exposed(e) and not page.name(e)]
    corners = {_first_cell(table) for table in {e.closest("table") for e in empty} if table}
    for element in empty:
        if element not in corners:
            yield Fault(element, "the header cell is empty", "write what it heads, or make it a td")


def _first_cell(table: Element) -> Element | None:
    return next((e for e in table.descendants if e.tag in TAGS), None)

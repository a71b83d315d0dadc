# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table of data has headings.

What: a table with two rows and two columns or more has header cells.

Why: without them a screen reader reads out numbers that belong to nothing.

Fix: make the first row the heading: in Markdown the line of dashes does it.

Source: https://www.w3.org/TR/WCAG22/#info-and-relationships
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault
from ..tables.assignment import HEADERS
from ..tables.grid import form_grid

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#info-and-relationships"


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed tables of some size without a header cell."""
    for table in page.tagged("table"):
        if not page.is_exposed(table) or page.role(table) not in {"table", "grid"}:
            continue
        grid = form_grid(table)
        if len({cell.row for cell in grid.cells}) < 2 or grid.width < 2:
            continue
        if not any(_is_header(cell.element, page) for cell in grid.cells):
            yield Fault(
                table, "the table has no heading cells", "make the first row or column th elements"
            )


def _is_header(cell: Element, page: Page) -> bool:
    return cell.tag == "th" or page.role(cell) in HEADERS

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A header cell heads something.

What: each row or column heading of a table has at least one cell that it speaks for.

Why: a heading that nothing is assigned to is not read out where it is needed.

Fix: give the th the right scope, or make it a td, or a caption where it heads the whole table.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..assignment import assigned_headers, header_cells
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("d0f69e",)
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/"


def check(page: Page) -> Iterator[Fault]:
    """Yield header cells to which no cell is assigned."""
    for table in page.by_role_of_tables():
        assigned = assigned_headers(table, page)
        for cell in header_cells(table, page):
            if cell not in assigned and page.is_visible(cell) and page.is_exposed(cell):
                yield Fault(
                    cell,
                    "the header cell heads no cell of the table",
                    "correct its scope, or make it a plain cell or the caption",
                )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A header cell heads something.

What: each row or column heading of a table has at least one cell that it speaks for.

Why: a heading that nothing is assigned to is not read out where it is needed.

Fix: give the th the right scope, or make it a td, or a caption where it heads the whole table.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from ...findings import ERROR, WARNING
from ...tree import Element
from ..css.visibility import shows_text
from ..page import Page
from ..rule import Fault
from ..tables.assignment import HEADERS, assigned_headers, cells_by_table, named_headers

LEVEL = ERROR
ACT = ("d0f69e",)
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/"


def check(page: Page) -> Iterator[Fault]:
    """Yield header cells to which no cell is assigned."""
    named = frozenset(named_headers(page))
    for table, cells in cells_by_table(page).items():
        headers = [cell for cell in cells if page.role(cell) in HEADERS and _shows(cell, page)]
        if not headers or not page.is_exposed(table):
            continue
        assigned = assigned_headers(table, page) | named
        for cell in headers:
            if cell not in assigned and page.is_exposed(cell):
                yield Fault(
                    cell,
                    "the header cell heads no cell of the table",
                    "correct its scope, or make it a plain cell or the caption",
                    # A table of one cell may be waiting for others; the rule says that it fails.
                    level=WARNING if len(cells) == 1 else ERROR,
                )


def _shows(cell: Element, page: Page) -> bool:
    return any(
        shows_text(e, page) or (e.tag in {"img", "svg"} and page.is_visible(e))
        for e in islice(chain((cell,), cell.descendants), FARTHEST)
    )


FARTHEST = 200  # elements of a cell that are looked through for text

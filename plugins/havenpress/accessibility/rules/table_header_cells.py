# SPDX-License-Identifier: AGPL-3.0-or-later
"""A header cell heads something.

What: each row or column heading of a table has at least one cell that it speaks for.

Why: a heading that nothing is assigned to is not read out where it is needed.

Fix: give the th the right scope, or make it a td, or a caption where it heads the whole table.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ...tree import Element
from ..assignment import assigned_headers, header_cells
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("d0f69e",)
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/"


def check(page: Page) -> Iterator[Fault]:
    """Yield header cells to which no cell is assigned."""
    for table in page.with_role("table", "grid"):
        if not page.is_exposed(table):
            continue
        assigned = assigned_headers(table, page)
        headers = header_cells(table, page)
        alone = len(headers) == 1 and not any(page.role(e) in DATA for e in table.descendants)
        for cell in headers:
            if cell not in assigned and _shows(cell, page) and page.is_exposed(cell):
                yield Fault(
                    cell,
                    "the header cell heads no cell of the table",
                    "correct its scope, or make it a plain cell or the caption",
                    level=REVIEW if alone else ERROR,
                )


DATA = frozenset({"cell", "gridcell"})  # a table of one cell may be waiting for its rows


def _shows(cell: Element, page: Page) -> bool:
    if not page.is_visible(cell):
        return False
    return any(
        page.is_visible(e) and (e.tag in {"img", "svg"} or _has_own_text(e))
        for e in (cell, *cell.descendants)
    )


def _has_own_text(element: Element) -> bool:
    return any(isinstance(node, str) and node.strip() for node in element.nodes)

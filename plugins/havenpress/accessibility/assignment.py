# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which header cells are assigned to which cells of a table.

Source: HTML standard, section 4.9.12.2; WAI-ARIA 1.2, columnheader and rowheader.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..tree import Element
from .page import Page
from .tables import Cell, Grid, form_grid

HEADERS = frozenset({"columnheader", "rowheader"})
CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
TABLES = frozenset({"table", "grid"})
ROWS = "row"


def header_cells(table: Element, page: Page) -> list[Element]:
    """Return the row and column headers whose nearest table this is."""
    return [
        element
        for element in table.descendants
        if page.role(element) in HEADERS and nearest_table(element, page) is table
    ]


def nearest_table(element: Element, page: Page) -> Element | None:
    """Return the nearest element around a cell that is a table or grid."""
    return next((e for e in element.ancestors if page.role(e) in TABLES), None)


def assigned_headers(table: Element, page: Page) -> set[Element]:
    """Return the header cells that at least one other cell of the table is assigned to."""
    grid = form_grid(table) if table.tag == "table" else Grid()
    if not grid.cells:
        grid = _aria_grid(table, page)
    found = set(_by_headers_attribute(table, page))
    for cell in grid.cells:
        role = page.role(cell.element)
        if role in HEADERS and any(_cells_of(cell, role, grid, page)):
            found.add(cell.element)
    return found


def _by_headers_attribute(table: Element, page: Page) -> Iterator[Element]:
    for cell in table.descendants:
        for word in (cell.get("headers") or "").split():
            header = page.by_id(word)
            if header is not None and header is not cell:
                yield header


def _cells_of(header: Cell, role: str, grid: Grid, page: Page) -> Iterator[Cell]:
    across = role == "rowheader"
    scope = (header.element.get("scope") or "").strip().lower()
    for cell in grid.cells:
        if cell.element is header.element or page.role(cell.element) not in CELLS:
            continue
        if cell.element.get("headers") is not None and cell.element.tag in {"td", "th"}:
            continue
        if _is_in_group(header, cell, scope) or _meets(header, cell, across=across):
            yield cell


def _meets(header: Cell, cell: Cell, *, across: bool) -> bool:
    if across:
        same_row = cell.row < header.row + header.rows and header.row < cell.row + cell.rows
        return same_row and header.column < cell.column
    after, before = header.column + header.columns, cell.column + cell.columns
    return cell.column < after and header.column < before and header.row < cell.row


def _is_in_group(header: Cell, cell: Cell, scope: str) -> bool:
    if scope != "rowgroup":
        return False
    group = header.element.closest("tbody", "thead", "tfoot")
    return group is not None and cell.element.closest("tbody", "thead", "tfoot") is group


def _aria_grid(table: Element, page: Page) -> Grid:
    grid = Grid()
    rows = [e for e in table.descendants if page.role(e) == ROWS]
    for number, row in enumerate(rows):
        column = 0
        for element in page.exposed_children(row):
            if page.role(element) in CELLS:
                grid.cells.append(Cell(element, number, column, 1, 1))
                column += 1
    return grid

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which header cells are assigned to which cells of a table.

Source: HTML standard, section 4.9.12.2; WAI-ARIA 1.2, columnheader and rowheader.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...tree import Element, in_order
from ..page import Page
from ..tokens import tokens
from .grid import TAGS, Cell, Grid, form_grid, place, span_of

HEADERS = frozenset({"columnheader", "rowheader"})
CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
TABLES = frozenset({"table", "grid"})
ROWS = "row"


def cells_by_table(page: Page) -> dict[Element, list[Element]]:
    """Return the cells of each element that is a table or grid, headers among them."""
    found: dict[Element, list[Element]] = {}
    for cell in in_order(page.with_role(*CELLS)):
        table = nearest_table(cell, page)
        if table is not None:
            found.setdefault(table, []).append(cell)
    return found


def nearest_table(element: Element, page: Page) -> Element | None:
    """Return the nearest element around a cell that is a table or grid."""
    return next((e for e in element.ancestors if page.role(e) in TABLES), None)


def assigned_headers(table: Element, page: Page) -> set[Element]:
    """Return the header cells that at least one other cell of the table is assigned to.

    Those that a headers attribute names are not among them.
    """
    grid = form_grid(table) if table.tag == "table" else Grid()
    if not grid.cells:
        grid = _aria_grid(table, page)
    found = set()
    lines = _Lines(grid)
    for cell in grid.cells:
        role = page.role(cell.element)
        if role in HEADERS and any(_cells_of(cell, role, lines, page)):
            found.add(cell.element)
    return found


class _Lines:
    """The cells of a grid by row, by column and by the part of the table."""

    def __init__(self, grid: Grid) -> None:
        self.rows: dict[int, list[Cell]] = {}
        self.columns: dict[int, list[Cell]] = {}
        self.groups: dict[Element, list[Cell]] = {}
        for cell in grid.cells:
            for row in range(cell.row, cell.row + cell.rows):
                self.rows.setdefault(row, []).append(cell)
            for column in range(cell.column, cell.column + cell.columns):
                self.columns.setdefault(column, []).append(cell)
            group = cell.element.closest("tbody", "thead", "tfoot")
            if group is not None:
                self.groups.setdefault(group, []).append(cell)

    def beside(self, header: Cell) -> Iterator[Cell]:
        """Yield the cells in a header's rows, to its right."""
        for row in range(header.row, header.row + header.rows):
            yield from (cell for cell in self.rows[row] if header.column < cell.column)

    def below(self, header: Cell) -> Iterator[Cell]:
        """Yield the cells in a header's columns, below it."""
        for column in range(header.column, header.column + header.columns):
            yield from (cell for cell in self.columns[column] if header.row < cell.row)

    def of_group(self, header: Cell) -> list[Cell]:
        """Return the cells of the part of the table that a header stands in."""
        group = header.element.closest("tbody", "thead", "tfoot")
        return self.groups.get(group, []) if group is not None else []


def named_headers(page: Page) -> Iterator[Element]:
    """Yield the cells that the headers attribute of another cell names."""
    for cell in page.having("headers"):
        for word in tokens(cell.get("headers")):
            header = page.by_id(word)
            if header is not None and header is not cell:
                yield header


def _cells_of(header: Cell, role: str, lines: _Lines, page: Page) -> Iterator[Cell]:
    scope = (header.element.get("scope") or "").strip().lower()
    near = lines.beside(header) if role == "rowheader" else lines.below(header)
    if scope == "rowgroup":
        near = chain(near, lines.of_group(header))
    for cell in near:
        if cell.element is header.element or page.role(cell.element) not in CELLS:
            continue
        if cell.element.get("headers") is None or cell.element.tag not in TAGS:
            yield cell


def _aria_grid(table: Element, page: Page) -> Grid:
    grid = Grid()
    rows = [e for e in table.descendants if page.role(e) == ROWS]
    for number, row in enumerate(rows):
        column = 0
        for element in page.exposed_children(row):
            if page.role(element) in CELLS:
                rows, columns = span_of(element, "aria-rowspan"), span_of(element, "aria-colspan")
                column = place(grid, element, number, column, rows, columns)
    return grid

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The grid of a table, and which header cells speak for which cells.

Source: HTML standard, sections 4.9.12.1 (forming a table) and 4.9.12.2 (header cells).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..tree import Element

LARGEST_SPAN = 1000
LARGEST_GRID = 200_000  # slots; a larger table is judged by its cells without spans
SECTIONS = ("thead", "tbody", "tfoot")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with the slots that it covers; rows and columns count from 0."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Grid:
    """A table's cells by slot."""

    cells: list[Cell] = field(default_factory=list)
    slots: dict[tuple[int, int], Cell] = field(default_factory=dict)
    width: int = 0
    height: int = 0


def _span(element: Element, name: str) -> int:
    text = (element.get(name) or "1").strip()
    number = int(text[:7]) if text[:7].isdigit() else 1
    return min(max(number, 1), LARGEST_SPAN)


def rows_of(table: Element) -> Iterator[Element]:
    """Return a table's own rows, those of the footer last."""
    sections = sorted(table.children, key=lambda child: child.tag == "tfoot")
    for child in sections:
        if child.tag == "tr":
            yield child
        elif child.tag in SECTIONS:
            yield from (row for row in child.children if row.tag == "tr")


def form_grid(table: Element) -> Grid:
    """Return the grid that the rows, cells and spans of a table make."""
    grid = Grid()
    rows = list(rows_of(table))
    for number, row in enumerate(rows):
        column = 0
        for element in row.children:
            if element.tag not in {"td", "th"}:
                continue
            while (number, column) in grid.slots:
                column += 1
            column += _place(grid, element, number, column, len(rows))
    grid.height = len(rows)
    return grid


def _place(grid: Grid, element: Element, row: int, column: int, height: int) -> int:
    columns = _span(element, "colspan")
    rows = height - row if element.get("rowspan") == "0" else _span(element, "rowspan")
    rows = min(rows, height - row)
    if len(grid.slots) + rows * columns > LARGEST_GRID:
        rows = columns = 1
    cell = Cell(element, row, column, rows, columns)
    grid.cells.append(cell)
    grid.width = max(grid.width, column + columns)
    for y in range(row, row + rows):
        for x in range(column, column + columns):
            grid.slots.setdefault((y, x), cell)
    return columns


def header_roles(table: Element) -> dict[Element, str]:
    """Return the role of each th without a scope; one that heads nothing is left out."""
    headers = [e for e in table.descendants if e.tag == "th" and e.closest("table") is table]
    if not headers:
        return {}
    grid = form_grid(table)
    roles = {}
    data_rows, data_columns = _places_of_data(grid)
    for cell in grid.cells:
        if cell.element.tag != "th":
            continue
        if not data_rows & set(range(cell.row, cell.row + cell.rows)):
            roles[cell.element] = "columnheader"
        elif not data_columns & set(range(cell.column, cell.column + cell.columns)):
            roles[cell.element] = "rowheader"
    return roles


def _places_of_data(grid: Grid) -> tuple[set[int], set[int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    for cell in grid.cells:
        if cell.element.tag == "td":
            rows.update(range(cell.row, cell.row + cell.rows))
            columns.update(range(cell.column, cell.column + cell.columns))
    return rows, columns

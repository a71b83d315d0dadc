# SPDX-License-Identifier: AGPL-3.0-or-later
"""The grid of a table, and which header cells speak for which cells.

Source: HTML standard, sections 4.9.12.1 (forming a table) and 4.9.12.2 (header cells).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...tree import Element
from ..tokens import integer

LARGEST_SPAN = 1000
LARGEST_GRID = 200_000  # slots; a larger table is judged by its cells without spans
SECTIONS = ("thead", "tbody", "tfoot")
TAGS = frozenset({"td", "th"})  # of cells


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


def span_of(element: Element, name: str) -> int:
    """Return how many rows or columns an attribute says that a cell covers."""
    return min(max(integer(element.get(name)) or 1, 1), LARGEST_SPAN)


def groups_of(table: Element) -> Iterator[list[Element]]:
    """Return a table's own rows by row group, those of the footer last."""
    sections = sorted(table.children, key=lambda child: child.tag == "tfoot")
    loose: list[Element] = []
    for child in sections:
        if child.tag == "tr":
            loose.append(child)
        elif child.tag in SECTIONS:
            if loose:
                yield loose
                loose = []
            yield [row for row in child.children if row.tag == "tr"]
    if loose:
        yield loose


def form_grid(table: Element) -> Grid:
    """Return the grid that the rows, cells and spans of a table make.

    A cell does not reach out of its row group: where its rowspan asks for more rows than follow,
    the group has empty ones at its end.
    """
    grid = Grid()
    for rows in groups_of(table):
        start = grid.height
        grid.height = start + len(rows)
        for number, row in enumerate(rows, start):
            _place_row(grid, row, number, start + len(rows))
    return grid


def _place_row(grid: Grid, row: Element, number: int, end: int) -> None:
    column = 0
    for element in row.children:
        if element.tag not in TAGS:
            continue
        rows = end - number if element.get("rowspan") == "0" else span_of(element, "rowspan")
        column = place(grid, element, number, column, rows, span_of(element, "colspan"))


def place(grid: Grid, element: Element, row: int, column: int, rows: int, columns: int) -> int:
    """Put a cell into the first free slot of its row from a column on; return the column after it."""
    while (row, column) in grid.slots:
        column += 1
    if len(grid.slots) + rows * columns > LARGEST_GRID:
        rows = columns = 1
    cell = Cell(element, row, column, rows, columns)
    grid.cells.append(cell)
    grid.width = max(grid.width, column + columns)
    grid.height = max(grid.height, row + rows)
    for y in range(row, row + rows):
        for x in range(column, column + columns):
            grid.slots.setdefault((y, x), cell)
    return column + columns


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

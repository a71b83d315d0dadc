# SPDX-License-Identifier: AGPL-3.0-or-later
"""A table has one caption, in a place of its own.

What: a table has one caption element at most, a summary attribute says something else, and no cell
across all columns stands in its place.

Why: a caption in a cell is read out as if it were data, and the one in its place names the table in
the list of tables.

Fix: write <caption>Opening times</caption> as the first thing in the table.

Source: HTML standard, section 4.9.2 (caption); WCAG techniques H39 and H73
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ...tree import Element
from ..page import Page
from ..rule import Fault
from ..tables.grid import form_grid

LEVEL = WARNING
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/html/H39"

REMEDY = "write <caption>…</caption> as the first thing in the table"


def check(page: Page) -> Iterator[Fault]:
    """Yield tables with a caption too many, and those with a cell that may stand for one."""
    for table in page.tagged("table"):
        if page.is_exposed(table) and page.role(table) == "table":
            yield from _faults(table, page)


def _faults(table: Element, page: Page) -> Iterator[Fault]:
    captions = [child for child in table.children if child.tag == "caption"]
    for caption in captions[1:]:
        yield Fault(caption, "the table has another caption", "keep one of the two")
    summary = _words(table.get("summary") or "")
    if summary and any(_words(caption.text) == summary for caption in captions):
        yield Fault(table, "the summary repeats the caption", "remove the summary attribute")
    if not page.name(table) and (cell := _cell_across(table)):
        what = "the first row is one cell across the table, which may be its caption"
        yield Fault(cell, what, REMEDY, level=REVIEW)


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()


def _cell_across(table: Element) -> Element | None:
    """Return the cell that is the whole first row of a table of several columns and rows."""
    grid = form_grid(table)
    first = grid.cells[0] if grid.cells else None
    if first is None or grid.width == 1 or first.columns < grid.width or grid.height <= LEAST:
        return None
    return first.element if first.element.text.strip() else None


LEAST = 2  # rows; below the caption there are headings and data

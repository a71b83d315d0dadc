# SPDX-License-Identifier: AGPL-3.0-or-later
"""A headers attribute points at cells of the same table.

What: each word of a headers attribute is the id of another cell of the table.

Why: otherwise the cell is read out without the heading of its row or column.

Fix: correct the ids, or remove headers and give the th elements a scope.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/a25f45/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import Element
from ..page import Page
from ..rule import Fault
from ..tables.grid import TAGS
from ..tokens import tokens

LEVEL = ERROR
ACT = ("a25f45",)
WCAG = (("1.3.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/a25f45/"


def check(page: Page) -> Iterator[Fault]:
    """Yield cells whose headers attribute points at something else."""
    for cell in page.having("headers"):
        table = cell.closest("table") if cell.tag in TAGS else None
        if table is None or not _applies(table, page):
            continue
        for word in tokens(cell.get("headers")):
            target = page.by_id(word)
            if target is None or target is cell or not _is_cell_of(target, table):
                yield Fault(
                    cell,
                    f"headers names “{word}”, which is no other cell of this table",
                    "write the id of the header cell, or remove the attribute",
                )
                break


def _applies(table: Element, page: Page) -> bool:
    role = page.role(table)
    return (
        role in {"table", "grid", "treegrid"} and page.is_exposed(table) and page.is_visible(table)
    )


def _is_cell_of(target: Element, table: Element) -> bool:
    return target.tag in TAGS and target.closest("table") is table

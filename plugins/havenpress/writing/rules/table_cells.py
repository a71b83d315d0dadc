# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every row of a table has as many cells as the table has columns.

What: each row has the same number of cells as the first; columns are parted by “|”, not by tabs.

Why: a cell too many is left out without a word, and with a cell too few the words stand under the
wrong heading. Lines with tabs, as a spreadsheet copies them, run together into one paragraph.

Fix: write every cell, an empty one too, between “|” signs.

Source: GitHub Flavored Markdown 0.29, section 4.10, Tables; WCAG 2.2, 1.3.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ...findings import Finding
from ..document import Document
from ..lines import prose_lines

RULE = "table-cells"
QUOTE = re.compile(r"\s{0,3}(?:> ?)+")
RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
BETWEEN = re.compile(r"(?<!\\)\|")
TABS = re.compile(r"\s*\S[^\t]*(?:\t+[^\t\s][^\t]*)+$")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each row that does not fit its table, and for tables made with tabs."""
    for filled, lines in groupby(prose_lines(document), key=lambda line: bool(line[1].strip())):
        block = [(number, QUOTE.sub("", line)) for number, line in lines]
        if not filled or len(block) < 2:
            continue
        if _is_table(block):
            yield from _check_rows(document, block)
        elif all(TABS.match(line) for _, line in block):
            message = "tabs part the columns here, so this is no table"
            remedy = "write “| one | two |”, and “| --- | --- |” below the first row"
            yield _fault(document, block[0][0], message, remedy)


def _is_table(block: list[tuple[int, str]]) -> bool:
    head, ruler = block[0][1], block[1][1]
    return "|" in head and "|" in ruler and RULER.fullmatch(ruler) is not None


def _check_rows(document: Document, block: list[tuple[int, str]]) -> Iterator[Finding]:
    columns = _cells(block[0][1])
    for number, line in block[1:]:
        cells = _cells(line)
        if cells != columns:
            message = f"this row has {_count(cells)}, and the table has {_count(columns, 'column')}"
            remedy = "write one cell for each column; put \\| for a sign that parts nothing"
            yield _fault(document, number, message, remedy)


def _cells(row: str) -> int:
    return len(BETWEEN.split(row.strip().removeprefix("|").removesuffix("|")))


def _count(number: int, what: str = "cell") -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"


def _fault(document: Document, line: int, message: str, remedy: str) -> Finding:
    return document.finding(RULE, (line, 1), message, remedy, wcag=(("1.3.1", "A"),))

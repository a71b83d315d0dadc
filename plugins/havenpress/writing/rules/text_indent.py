# SPDX-License-Identifier: AGPL-3.0-or-later
"""A paragraph starts at the left edge.

What: no paragraph is indented by four spaces or a tab, unless it belongs to an item of a list.

Why: Markdown shows such a paragraph as computer code: small, in one long line, without its links.

Fix: delete the spaces. To show code, put it between lines of three backticks.

Source: CommonMark 0.31.2, section 4.4, Indented code blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import Document
from ..lines import outside_fences

RULE = "text-indent"
INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
TAKES_INDENTED = re.compile(r"\s{0,3}(?:[-*+]|\d+\.|\[\^[^\]]+\]:|:)\s")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first line of each indented paragraph."""
    above, owner_takes_it = "", False
    for number, line in outside_fences(document):
        if line.strip() and not INDENTED.match(line):
            owner_takes_it = bool(TAKES_INDENTED.match(line)) or (
                owner_takes_it and bool(above.strip())
            )
        elif INDENTED.match(line) and not above.strip() and not owner_takes_it:
            message = "four spaces at the start make computer code of this paragraph"
            remedy, write = "delete the spaces", line.strip()
            yield document.finding(RULE, (number, 1), message, remedy, write=write)
        above = line

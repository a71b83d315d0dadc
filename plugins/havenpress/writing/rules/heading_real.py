# SPDX-License-Identifier: AGPL-3.0-or-later
"""What looks like a heading is one.

What: no paragraph is a single line in bold with more text below it.

Why: people who listen to a page jump from heading to heading, and do not find this one.

Fix: write “## ” and the words. If it is no heading, let it stand: this is only a question.

Source: WCAG 2.2, 1.3.1 Info and Relationships; failure F2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from ...findings import REVIEW, Finding
from ..document import Document
from ..lines import prose_lines

RULE = "heading-real"
BOLD = re.compile(r" {0,3}(?:\*\*|__)(?P<words>[^*_]{2,60}[^*_.!?…:;,])(?:\*\*|__):?\s*")
NO_HEADING = re.compile(r"\d{3}|\]\(\{service\}")  # a number to call, and a card of a service


def check(document: Document) -> Iterator[Finding]:
    """Yield a question for each bold line that stands alone above a text."""
    groups = groupby(prose_lines(document), key=lambda line: bool(line[1].strip()))
    blocks = [list(lines) for filled, lines in groups if filled]
    for block, below in pairwise(blocks):
        match = BOLD.fullmatch(block[0][1]) if len(block) == 1 else None
        if match is None or below[0][1].lstrip().startswith("#") or NO_HEADING.search(match[0]):
            continue
        yield document.finding(
            RULE,
            (block[0][0], 1),
            "this looks like a heading and is none",
            "write ## before it, without the stars, if it is one",
            level=REVIEW,
            write=f"## {match['words']}",
            wcag=(("1.3.1", "A"),),
        )

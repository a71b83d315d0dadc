# SPDX-License-Identifier: AGPL-3.0-or-later
"""A block of code that is opened is closed.

What: each line of three backticks or tildes has a second one below it.

Why: everything behind the open one, headings and phone numbers too, runs into one block.

Fix: write the same signs on a line of their own where the code ends, or delete the first line.

Source: CommonMark 0.31.2, section 4.5, Fenced code blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding
from ..document import Document
from ..lines import FENCE

RULE = "text-fence"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the block that is still open at the end."""
    opened, signs = 0, ""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        match = FENCE.match(line)
        if match and not signs:
            opened, signs = number, match[1]
        elif match and match[1].startswith(signs) and not line.strip("> \t`~"):
            signs = ""
    if signs:
        message = f"the block of code that starts here with {signs} is not closed"
        remedy = f"write {signs} on a line of its own where it ends"
        yield document.finding(RULE, (opened, 1), message, remedy)

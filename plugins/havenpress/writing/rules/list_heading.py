# SPDX-License-Identifier: AGPL-3.0-or-later
"""A heading does not stand inside an item of a list.

What: no item of a list begins with “#”.

Why: people who jump from heading to heading land in the middle of a list, and hear neither how
long it is nor where it ends. The list of contents shows the item as a part of the page.

Fix: write the words in bold, or take the item out of the list and make it a part of its own.

Source: WCAG 2.2, 1.3.1 Info and Relationships; GOV.UK content design guidance, “Headings”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import WARNING, Finding
from ..document import Document
from ..lines import prose_lines

RULE = "list-heading"
ITEM = re.compile(r"(?P<sign>\s*(?:[-*+]|\d{1,3}[.)])\s+)#{1,6}\s+(?P<words>\S.*?)[\s#]*")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each item that is a heading."""
    for number, line in prose_lines(document):
        match = ITEM.fullmatch(line)
        if match is None:
            continue
        yield document.finding(
            RULE,
            (number, match.end("sign") + 1),
            "this heading is inside a list, where it cuts the list in two for listeners",
            "write it in bold, or start a part of its own",
            level=WARNING,
            write=f"{match['sign']}**{match['words'].strip('*')}**",
            wcag=(("1.3.1", "A"),),
        )

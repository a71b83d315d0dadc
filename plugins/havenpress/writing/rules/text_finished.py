# SPDX-License-Identifier: AGPL-3.0-or-later
"""A published text is finished.

What: no “TODO”, no “[number]”, no “lorem ipsum” in a text that readers get.

Why: somebody who needs a number now finds a gap, and a note between colleagues may name a person.

Fix: write what belongs there, take the sentence out, or say ``status: draft`` until it is known.

Source: GOV.UK content design guidance, “Publishing”; Havenpress, docs/writing.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import DRAFT, Document
from ..lines import prose_lines

RULE = "text-finished"
GAP = re.compile(
    r"\[(?:insert|add|your|name|number|phone|date|address|link|e-?mail|organi[sz]ation|town|city"
    r"|inserte|añade|tu|nombre|número|teléfono|fecha|dirección|enlace|correo"
    r"|x{2,}|tbc|tbd|todo|\.{3}|…|_+)(?:\s[^\]\[]*)?\](?![(\[{:])",
    re.IGNORECASE,
)
NOTE = re.compile(r"\b(?:TODO|FIXME|TBC|TBD)\b|\b(?:X{3,}|x{3,})\b|(?i:\blorem ipsum\b)")
SPANISH = {"es", "pt", "gl", "it"}  # where “TODO” is a word


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first gap of each line, in a text that is not a draft."""
    if document.status == DRAFT:
        return
    for number, line in prose_lines(document):
        match = GAP.search(line) or NOTE.search(line)
        if match is None or (match[0] == "TODO" and document.lang.split("-")[0] in SPANISH):
            continue
        yield Finding(
            rule=RULE,
            message=f"“{match[0]}” stands for something that is not written yet",
            remedy="write it, or write “status: draft” among the fields",
            file=document.file,
            line=number,
            column=match.start() + 1,
        )

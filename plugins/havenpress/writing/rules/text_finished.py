# SPDX-License-Identifier: AGPL-3.0-or-later
"""A published text is finished.

What: no “TODO”, no “[number]”, no “lorem ipsum” in a text that readers get, in its title or in its
summary, and no title that says “DRAFT”.

Why: somebody who needs a number now finds a gap, and a note between colleagues may name a person.

Fix: write what belongs there, take the sentence out, or say ``status: draft`` until it is known.

Source: GOV.UK content design guidance, “Publishing”; Havenpress, docs/writing.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

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
DRAFTS = "draft|borrador|entwurf|brouillon"
IS_DRAFT = re.compile(
    rf"(?i:^\W*(?:{DRAFTS})(?=\s*[:\])–—-]))|(?i:[(\[](?:{DRAFTS})[)\]])|\b(?:{DRAFTS.upper()})\b"
)
FIELDS = ("title", "summary")
SPANISH = {"es", "pt", "gl", "it"}  # where “TODO” is a word


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first gap of each line, in a text that is not a draft."""
    if document.status == DRAFT:
        return
    yield from _check_title(document)
    fields = ((*document.place(name), str(document.values.get(name) or "")) for name in FIELDS)
    lines = ((number, 1, line) for number, line in prose_lines(document))
    for number, column, text in chain(fields, lines):
        match = GAP.search(text) or NOTE.search(text)
        if match is None or (match[0] == "TODO" and document.lang.split("-")[0] in SPANISH):
            continue
        message = f"“{match[0]}” stands for something that is not written yet"
        remedy = "write it, or write “status: draft” among the fields"
        yield document.finding(RULE, (number, column + match.start()), message, remedy)


def _check_title(document: Document) -> Iterator[Finding]:
    match = IS_DRAFT.search(document.values.get("title") or "")
    if match:
        message = f"the title says “{match[0].strip('([])')}”, but readers get this text"
        remedy = "take the word out, or write “status: draft” among the fields"
        yield document.finding(RULE, document.place("title"), message, remedy)

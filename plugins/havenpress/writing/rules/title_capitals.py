# SPDX-License-Identifier: AGPL-3.0-or-later
"""A title is not written in capitals.

What: the title of a text has small letters too.

Why: words in capitals have one shape, which is hard for people with dyslexia and in a second
language; some screen readers spell them out, and to many readers they shout.

Fix: write a capital at the start, and for names: “What happens when you call”.

Source: GOV.UK style guide, “Capitalisation”; British Dyslexia Association, style guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import WARNING, Finding
from ..document import Document

RULE = "title-capitals"
WORD = re.compile(r"[^\W\d_]+")
LONGEST_SHORT_FORM = 5  # letters: “PTSD” and “LGBTQ” are right as they are


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding where the whole title is in capitals and holds more than short forms."""
    title = document.values.get("title") or ""
    words = WORD.findall(title)
    is_short_form = len(words) < 3 and all(len(word) <= LONGEST_SHORT_FORM for word in words)
    if not title.isupper() or is_short_form:
        return
    message = "a title in capitals is hard to read, and some screen readers spell it out"
    remedy = "write it in small letters, with a capital at the start and for names"
    yield document.finding(RULE, document.place("title"), message, remedy, level=WARNING)

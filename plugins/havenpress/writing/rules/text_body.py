# SPDX-License-Identifier: AGPL-3.0-or-later
"""A post or page has a text.

What: there is something below the front matter.
Why: a reader who follows a link finds a title and nothing else.
Fix: write the text, or say ``status: draft`` until it is there.
Source: specifications of writing, mistakes empty-file and fm-only.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import DRAFT, Document

RULE = "text-body"
# Lines that show no word of a text: headings, where links lead, notes between programs.
NO_TEXT = re.compile(
    r"^\s{0,3}(?:#{1,6}(?:\s.*)?|\[[^\]]+\]:.*)$|<!--(?:(?!<!--).)*?-->", re.MULTILINE
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for a text that is to be published and is empty."""
    if document.status == DRAFT or _has_words(document.body):
        return
    if any(
        finding.rule in {"front-matter", "text-limits", "text-readable", "text-encoding"}
        for finding in document.findings
    ):
        return
    message = "there is no text below the fields"
    if document.body.strip():
        message = "there is nothing to read below the fields"
    remedy = "write it, or write “status: draft” among the fields"
    yield document.finding(RULE, (max(document.body_line - 1, 1), 1), message, remedy)


def _has_words(body: str) -> bool:
    return any(sign.isalnum() for sign in html.unescape(NO_TEXT.sub("", body)))

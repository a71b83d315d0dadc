# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing of a draft or of a future post is in any file.

What: the title and the longest sentences of each post that is not yet published are in no file.
Why: a draft may hold a name or a place that was going to be taken out. Pelican’s default
writes drafts to a folder that anybody can guess.
Fix: publish the post, or look for the passage in another post or page that repeats it.
Source: specifications of publishing, finding 1; Pelican’s documentation, “Publishing drafts”.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from ...findings import Finding
from ..output import Output

RULE = "output-drafts"
TEXT_SUFFIXES = {".html", ".xml", ".json", ".txt", ".js", ".csv", ".ics", ".svg", ".ndjson"}


def check_output(output: Output) -> Iterator[Finding]:
    """Yield a finding for each file that gives away what is withheld."""
    if not output.withheld:
        return
    for name, path in output.files.items():
        if path.suffix.lower() not in TEXT_SUFFIXES:
            continue
        text = _fold(path.read_text(encoding="utf-8", errors="replace"))
        for post in output.withheld:
            if any(_fold(words) in text for words in post.words):
                message = f"words of this unpublished post are in {name}"
                remedy = "take them out there, or publish the post"
                yield Finding(rule=RULE, message=message, remedy=remedy, file=post.file, page=name)


def _fold(text: str) -> str:
    return " ".join(html.unescape(html.unescape(text)).split()).casefold()

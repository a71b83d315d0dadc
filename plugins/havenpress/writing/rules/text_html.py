# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text is Markdown, without HTML.

What: no HTML tag in the body of a post or page.
Why: HTML can load a tracker, run a script, or leave half a page in bold; a link pasted from
another site’s “embed” button tells that site who reads this page.
Fix: use Markdown: **bold**, [a link](https://example.org/), ![a picture](photo.jpg). For a box
write “> [!NOTE] Title”; for a video, a link to it. To show a tag, put it in backticks.
Source: specifications of writing, mistakes html-script, html-unclosed and embed-tracker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import Document
from ..lines import prose_lines

RULE = "text-html"
# “](<a name with spaces.md>)” is how Markdown writes such an address.
TAG = re.compile(r"(?<!\]\()</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|$)[^>]*>?|<!--")
INSTEAD = {
    "script": "leave it out: no script of another site runs here",
    "iframe": "write a link to it, as in [Watch the film](https://example.org/)",
    "embed": "write a link to it",
    "object": "write a link to it",
    "img": "write ![what it shows](photo.jpg)",
    "a": "write [the words](https://example.org/)",
    "b": "write **the words**",
    "strong": "write **the words**",
    "i": "write *the words*",
    "em": "write *the words*",
    "br": "leave an empty line for a new paragraph",
    "h1": "write ## and the words",
    "h2": "write ## and the words",
    "h3": "write ### and the words",
    "ul": "write “- ” before each item",
    "li": "write “- ” before each item",
    "style": "leave it out: the theme decides how things look",
    "div": "leave it out; for a box write “> [!NOTE] Title” and “> ” before each line",
    "span": "leave it out, and keep the words",
    "p": "leave it out, with an empty line between paragraphs",
    "u": "leave it out: underlined words look like a link",
    "center": "leave it out: the theme decides how things look",
    "font": "leave it out: the theme decides how things look",
    "hr": "leave it out, or write a heading",
    "svg": "save the drawing as PNG, and write ![what it shows](drawing.png)",
    "video": "write a link to it, as in [Watch the film](https://example.org/)",
    "audio": "write a link to it, as in [Listen to it](https://example.org/)",
    "table": "write “| one | two |”, and “| --- | --- |” below the first row",
    "details": "write “> [!NOTE]- Title” and “> ” before each line",
    "form": "leave it out, and link to the contact page",
    "": "delete it: the file is public; a note for colleagues belongs into the commit",
}


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first tag of each line."""
    for number, line in prose_lines(document):
        match = TAG.search(line)
        if match is None:
            continue
        name = (match[1] or "").lower()
        message = (
            f"there is HTML in the text (“{match[0][:40]}”)" if name else "there is an HTML comment"
        )
        remedy = INSTEAD.get(name, "use Markdown instead; `explain text-html` shows how")
        yield document.finding(RULE, (number, match.start() + 1), message, remedy)

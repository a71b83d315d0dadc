# SPDX-License-Identifier: AGPL-3.0-or-later
"""No sign of another tool’s shorthand is left in a text.

What: no ``{{ … }}``, ``{% … %}``, ``{{< … >}}``, ``[[ … ]]``, ``[shortcode]`` or include line.
Why: these do something in other tools; here readers would see the signs.
Fix: write what it was meant to show. For a service write [its name]({service}its-id). To show
such signs, put them in backticks.
Source: specifications of writing, mistakes template-syntax and include-missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import Document
from ..lines import prose_lines

RULE = "text-template"
SIGNS = re.compile(
    r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\[\[.+?\]\]|^\s*!include\b.*|^\s*-+8<-+.*"
    r"|\[/[a-z_-]+\]|\[[a-z][a-z0-9_-]*(?:\s+[a-z_-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))+\s*/?\](?![(\[])"
    r"|\{!.+?!\}|^\s*:::\s*\w.*|^\s*!!!\s+\w.*|^\s*///\s*\w.*|^\s*\.\. \w+::.*|<%.*?%>|[$#]\{\w+\}|\[/?(?:caption|gallery|embed|contact-form)[^\]]*\]"
)
LEFT_BY_MERGE = re.compile(r"={7}\s*$")
MERGED = "it is what is left of a merge: keep one of the two versions and delete this line"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first sign of each line."""
    above = ""
    for number, line in prose_lines(document):
        match = SIGNS.search(line)
        remedy = "write what it was meant to show, or put it in backticks"
        if not above.strip() and (merged := LEFT_BY_MERGE.match(line)):  # else it makes a heading
            match, remedy = merged, MERGED
        above = line
        if match is None:
            continue
        column = match.start() + 1 + len(match[0]) - len(match[0].lstrip())
        message = f"“{match[0].strip()[:60]}” means nothing here, and readers would see it"
        yield document.finding(RULE, (number, column), message, remedy)

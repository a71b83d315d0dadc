# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of a body that are prose: without code, where every sign means itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Document

FENCE = re.compile(r"\s*(?:>\s?)*\s*(`{3,}|~{3,})")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def prose_lines(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line number, line) outside code; code inside a line is blanked, columns stay."""
    fence = ""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        match = FENCE.match(line)
        if fence:
            fence = "" if match and match[1].startswith(fence) else fence
        elif match:
            fence = match[1]
        elif not line.startswith(("    ", "\t")) or line.lstrip()[:1] in "-*+0123456789>":
            yield number, CODE.sub(lambda code: " " * len(code[0]), line)

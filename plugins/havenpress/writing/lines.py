# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of a body that are prose: without code, where every sign means itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Document

FENCE = re.compile(r"\s*(?:>\s*)*(`{3,}|~{3,})")
BACKTICKS = re.compile(r"`+")


def outside_fences(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line number, line); a line of fenced code is empty."""
    fence = ""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        match = FENCE.match(line)
        is_code = bool(fence or match)
        if fence and match and match[1].startswith(fence):
            fence = ""
        elif match and not fence:
            fence = match[1]
        yield number, "" if is_code else line


def prose_lines(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line number, line) outside code; code inside a line is blanked, columns stay."""
    for number, line in outside_fences(document):
        if not line.startswith(("    ", "\t")) or line.lstrip()[:1] in "-*+0123456789>":
            yield number, without_code(line) if "`" in line else line


def without_code(line: str) -> str:
    """Return a line with its code blanked: from one run of backticks to the next as long as it."""
    runs = [match.span() for match in BACKTICKS.finditer(line)]
    ends: dict[int, int] = {}  # by the length of a run, the end of the next such run
    following = {}
    for start, end in reversed(runs):
        following[start] = ends.get(end - start, 0)
        ends[end - start] = end
    parts, place = [], 0
    for start, _ in runs:
        if start >= place and following[start]:
            parts += [line[place:start], " " * (following[start] - start)]
            place = following[start]
    return "".join([*parts, line[place:]])

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each block of a body stands in its file.

Before inline parsing a block's text is still source. A cursor goes through the lines in the
order of the blocks, so that two equal paragraphs get two places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor

from ...findings import ANNOTATION
from .scope import Scope

TAB = 4  # columns, as Python-Markdown counts
CELLS = {"td", "th"}
STASHED = re.compile("\x02wzxhzdk:\\d+\x03")
FENCE = re.compile(r"\s*(?:> ?)*\s*(`{3,}|~{3,})")


class BlockPlaces(Treeprocessor):
    """Sets the annotation on every block that has text of its own."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Annotate the tree in place."""
        scope: Scope = self.md.havenpress
        notes = root.find("div[@class='footnote']")
        cursor = _Cursor(scope)
        for element, text in _blocks(root, notes):
            cursor.annotate(element, text)
        if notes is not None:
            for element, text in _blocks(notes, None):
                anywhere = _Cursor(scope)  # each note may stand before the one that is shown first
                anywhere.annotate(element, text.replace(NBSP_PLACEHOLDER, ""))


def _blocks(root: Element, without: Element | None) -> Iterator[tuple[Element, str]]:
    left_out = set(without.iter()) if without is not None else set()
    for element in root.iter():
        if element in left_out:
            continue
        if element.tag == "tr":
            yield element, ""
        elif element.tag == "pre":
            yield element, "".join(element.itertext())
        elif element.tag != "code" and element.text and element.text.strip():
            yield element, element.text


class _Cursor:
    """Finds texts in lines, never going back."""

    def __init__(self, scope: Scope) -> None:
        self.file = scope.document.file
        self.lines = scope.lines
        self.index = scope.document.body_line - 1
        self.in_table = False

    def annotate(self, element: Element, text: str) -> None:
        """Set the place of a block, and move on behind it."""
        is_cell = element.tag in CELLS
        if self.in_table and (element.tag == "tr" or not is_cell):
            self.index += 1
        self.in_table = is_cell
        place = self._find(text, is_cell) if text else None
        if place:
            element.set(ANNOTATION, f"{self.file}:{place[0]}:{place[1]}")
        if element.tag == "p" and STASHED.fullmatch(text.strip()):
            element.tag = "div"  # code is put back into it, and no paragraph may hold that

    def _find(self, text: str, is_cell: bool) -> tuple[int, int] | None:
        if STASHED.search(text):
            return self._find_fence()
        wanted = [line.strip() for line in text.strip().split("\n")]
        for index in range(self.index, len(self.lines)):
            column = find_expanded(self.lines[index], wanted[0])
            if column >= 0:
                # Cells of one row share its line; everything else has lines of its own.
                self.index = index if is_cell else index + len(wanted)
                return index + 1, column + 1
        return None

    def _find_fence(self) -> tuple[int, int] | None:
        for index in range(self.index, len(self.lines)):
            match = FENCE.match(self.lines[index])
            if match is None:
                continue
            self.index = self._behind_fence(index, match[1])
            return index + 1, match.start(1) + 1
        return None

    def _behind_fence(self, index: int, fence: str) -> int:
        for end in range(index + 1, len(self.lines)):
            if self.lines[end].strip("> \t").startswith(fence):
                return end + 1
        return len(self.lines)


def find_expanded(line: str, text: str) -> int:
    """Return where a text stands in a line whose tabs Markdown has made into blanks; -1 if nowhere."""
    column = line.expandtabs(TAB).find(text)
    if column < 0 or "\t" not in line:
        return column
    width = 0
    for number, sign in enumerate(line):
        if width >= column:
            return number
        width += TAB - width % TAB if sign == "\t" else 1
    return len(line)


def place_of(element: Element) -> tuple[int, int]:
    """Return line and column of an annotated block, or zeros."""
    parts = element.get(ANNOTATION, "").rsplit(":", 2)
    return (int(parts[1]), int(parts[2])) if len(parts) == 3 else (0, 0)


def first_place(element: Element) -> tuple[int, int]:
    """Return line and column of the first annotated block in an element, or zeros."""
    return next((place_of(inner) for inner in element.iter() if inner.get(ANNOTATION)), (0, 0))

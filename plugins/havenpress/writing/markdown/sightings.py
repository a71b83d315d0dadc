# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each link and picture of a body begins in its file.

A link is known in the source by what closes it, ``](address``; from there its beginning is found
backwards, over line ends and inner brackets. A cursor goes forward, so that two links to one page
get two places; it goes back only for a footnote, which is shown last and written anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ...findings import ANNOTATION
from .annotate import place_of
from .scope import Scope

DEFINITION = re.compile(r"\s{0,3}\[[^\]^][^\]]*\]:\s+<?")
FARTHEST = 60  # lines between the start of a block and a link in it
Place = tuple[int, int]  # line and column, both from 1


def with_places(root: Element, scope: Scope) -> Iterator[tuple[Element, Place]]:
    """Yield links and pictures in the order of the text, annotated, with their places."""
    yield from _Walk(scope).walk(root, (0, 0))


def place_of_address(address: str, place: Place, scope: Scope) -> Place:
    """Return where an address is typed: in the link, or on a line “[sign]: address” of its own."""
    line = scope.lines[place[0] - 1] if place[0] else ""
    if not address or address in line:
        return place
    for number, text in enumerate(scope.lines, 1):
        match = DEFINITION.match(text)
        if match and text.startswith(address, match.end()):
            return number, match.end() + 1
    return place


class _Walk:
    """One way through a tree; ``at`` is where the last link ends in the source."""

    def __init__(self, scope: Scope) -> None:
        self.file = scope.document.file
        self.lines = scope.lines
        self.first = scope.document.body_line
        self.at: Place = (0, 0)

    def walk(self, element: Element, block: Place) -> Iterator[tuple[Element, Place]]:
        if element.get(ANNOTATION):
            block = place_of(element)
            if block[0] < self.at[0]:
                self.at = (block[0], 0)
        before = self.at
        if element.tag in {"a", "img"}:
            yield element, self._place(element, block)
        end = self.at
        if element.tag == "a":
            self.at = before  # a picture inside a link is closed before the link is
        for child in list(element):
            yield from self.walk(child, block)
        self.at = max(self.at, end)

    def _place(self, element: Element, block: Place) -> Place:
        start = max(self.at, (block[0], 0))
        for number in range(max(start[0], 1), min(start[0] + FARTHEST, len(self.lines) + 1)):
            begin = start[1] if number == start[0] else 0
            for sign in _signs(element):
                column = self.lines[number - 1].find(sign, begin)
                if column >= 0:
                    self.at = (number, column + len(sign))
                    return self._mark(element, self._beginning(sign, number, column, block[0]))
        return block if block[0] else (max(self.at[0], self.first), 1)

    def _mark(self, element: Element, place: Place) -> Place:
        element.set(ANNOTATION, f"{self.file}:{place[0]}:{place[1]}")
        return place

    def _beginning(self, sign: str, number: int, column: int, first: int) -> Place:
        """Return where the link begins that a sign at a column (from 0) closes."""
        if not sign.startswith("]"):
            return number, column + 1
        depth = 0
        for line in range(number, max(first, 1) - 1, -1):
            text = self.lines[line - 1]
            end = column if line == number else len(text) - 1
            for index in range(end, -1, -1):
                depth += (text[index] == "]") - (text[index] == "[")
                if depth == 0 and text[index] == "[":
                    is_picture = index > 0 and text[index - 1] == "!"
                    return line, index + 1 - is_picture
        return number, column + 1


def _signs(element: Element) -> list[str]:
    if element.tag == "img":
        address = element.get("src", "")
        return [f"]({address}", f"](<{address}", "!["]
    address, text = element.get("href", ""), "".join(element.itertext())
    return [f"]({address}", f"](<{address}", f"<{address}>", f"[{text}]"]

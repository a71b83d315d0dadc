# SPDX-License-Identifier: AGPL-3.0-or-later
"""Headings of a body: they start at the second level and skip none.

What is wrong is reported here, with the line to write, and put right in the tree, so that the
check of the finished page has nothing more to say about it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .annotate import place_of
from .scope import Scope

OWN_ID = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
BEFORE = re.compile(r"\s*(?:(?:>|[-*+]|\d{1,2}\.) ?)*(?=#)|")
LEVELS = {f"h{level}": level for level in range(1, 7)}


class Headings(Treeprocessor):
    """Checks the levels of headings and gives them their ids before the links are made."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Check and mend the tree in place."""
        scope: Scope = self.md.havenpress
        before = 1
        for element in root.iter():
            level = LEVELS.get(element.tag)
            if level is None:
                continue
            _take_id(element)
            if not "".join(element.itertext()).strip():
                _report_empty(element, level, scope)
                continue
            right = _right_level(level, before)
            if right != level:
                _report(element, level, right, scope)
                element.tag = f"h{right}"
            before = right


def _take_id(heading: Element) -> None:
    """Take an id that stands behind the words, as in “What it cannot do {#cannot}”."""
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    match = OWN_ID.search(text)
    if match is None:
        return
    heading.set("id", match[1])
    if last is not None:
        last.tail = text[: match.start()]
    else:
        heading.text = text[: match.start()]


def _right_level(level: int, before: int) -> int:
    if level == 1:
        return 2
    return min(level, before + 1)


def _report_empty(element: Element, level: int, scope: Scope) -> None:
    """Report a heading without words, and make it a paragraph that shows nothing."""
    marks = re.compile(rf"\s{{0,3}}(?:> ?)*#{{{level}}}[\s#]*")
    found = (n for n, line in enumerate(scope.lines, 1) if marks.fullmatch(line))
    place = (next(found, scope.document.body_line), 1)
    scope.fault("heading-level", place, "this heading has no words", "write them, or delete it")
    element.tag = "p"


def _report(element: Element, level: int, right: int, scope: Scope) -> None:
    line, _ = place_of(element)
    text = " ".join("".join(element.itertext()).split()).lstrip("# ")
    if level == 1:
        message = "a page has one main heading, which is its title"
        remedy = "start the headings of the text with two #"
    else:
        message = f"this heading has {level} #, but the one above it is {right - 1} deep"
        remedy = f"use {right} #, so that no level is skipped"
    scope.fault(
        "heading-level",
        (line, 1),
        message,
        remedy,
        write=f"{_before_heading(line, scope)}{'#' * right} {text}",
        wcag=(("1.3.1", "A"),),
    )


def _before_heading(line: int, scope: Scope) -> str:
    """Return the signs of a quotation or a list that stand before a heading in its line."""
    return BEFORE.match(scope.lines[line - 1])[0] if line else ""


def collect(root: Element, scope: Scope) -> None:
    """Keep id and words of each h2, for the table of contents."""
    for heading in root.iter("h2"):
        title = " ".join("".join(heading.itertext()).split())
        scope.headings.append({"id": heading.get("id", ""), "title": title})

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What no honest text reaches, and what Markdown would take minutes for: told before it is read.

Python-Markdown looks for the end of each bracket in all that follows in its block, for each sign
anew; it calls itself for each level of a list or a quote. The limits keep a text below some two
seconds. They were measured with Markdown 3.11.3, and are ten times what a handbook has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..findings import Finding
from .document import Document

RULE = "text-limits"
MOST_CHARACTERS = 200_000  # as for a file of the catalogue; a novel has half a million
MOST_LINES = 5_000
MOST_IN_BLOCK = 50_000  # characters between two empty lines: a table of 500 rows
MOST_LINES_IN_BLOCK = 2_000
MOST_LEVELS = 20
MOST_BOXES = 50  # in one block
MOST_ABBREVIATIONS = 500
MOST_NOTES = 1_000
# Characters between brackets and their ends, a third of a second each million.
MOST_SEARCHED = 3_000_000

BLOCK = re.compile(r"(?:^.*\S.*\n?)+", re.MULTILINE)
BRACKET = re.compile(r"\\.|[\[\]()]", re.DOTALL)
LEVELS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+\.(?=[ \t])))+")
LEVEL = re.compile(r">|[-*+]|\d+\.")
RULER = re.compile(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*)+$")
BOX = re.compile(r"^[ >]*\[![A-Za-z]", re.MULTILINE)
ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[", re.MULTILINE)
NOTE = re.compile(r"\[\^")
PART = "part it with an empty line, or make two texts of it"

Excess = tuple[int, str, str]  # where in the body, what is too much, what to do


def find_excess(document: Document) -> Finding | None:
    """Return what is too much in a body for Markdown, or None."""
    body = document.body
    found = next((excess for look in LOOKS for excess in look(body)), None)
    if found is None:
        return None
    start, message, remedy = found
    line = document.body_line + body.count("\n", 0, start)
    column = start - body.rfind("\n", 0, start)
    return document.finding(RULE, (line, column), message, remedy)


def too_deep(document: Document) -> Finding:
    """Return the finding for a text that goes deeper than Markdown can follow."""
    message = "lists, quotes or definitions go too deep into one another here for a page to be made"
    remedy = "take some of the signs away at which its lines start"
    return document.finding(RULE, (document.body_line, 1), message, remedy)


def _long(body: str) -> Iterator[Excess]:
    if len(body) > MOST_CHARACTERS:
        message = f"this text has {len(body):,} characters, and {MOST_CHARACTERS:,} are the most"
        yield 0, message, "look for something pasted, or make several texts of it"
    if (lines := body.count("\n")) > MOST_LINES:
        message = f"this text has {lines:,} lines, and {MOST_LINES:,} are the most"
        yield 0, message, "look for something pasted, or make several texts of it"


def _long_block(body: str) -> Iterator[Excess]:
    for block in BLOCK.finditer(body):
        if len(block[0]) > MOST_IN_BLOCK:
            message = f"there are {len(block[0]):,} characters here without an empty line between"
            yield block.start(), f"{message}, and {MOST_IN_BLOCK:,} are the most", PART
        if (lines := block[0].count("\n")) > MOST_LINES_IN_BLOCK:
            message = f"there are {lines:,} lines here without an empty one between"
            yield block.start(), f"{message}, and {MOST_LINES_IN_BLOCK:,} are the most", PART
        if len(boxes := list(BOX.finditer(block[0]))) > MOST_BOXES:
            message = f"{len(boxes):,} boxes start here without an empty line between"
            yield block.start(), f"{message}, and {MOST_BOXES} are the most", PART


def _deep(body: str) -> Iterator[Excess]:
    start = 0
    for line in body.split("\n"):
        signs = LEVELS.match(line)
        if signs and len(LEVEL.findall(signs[0])) > MOST_LEVELS and not RULER.match(line):
            message = f"this line goes more than {MOST_LEVELS} levels into lists and quotes"
            yield start, message, "delete the signs at its start"
        start += len(line) + 1


def _many(body: str) -> Iterator[Excess]:
    for pattern, most, name in (
        (ABBREVIATION, MOST_ABBREVIATIONS, "explanations of short words"),
        (NOTE, MOST_NOTES, "signs of footnotes"),
    ):
        found = list(pattern.finditer(body))
        if len(found) > most:
            message = f"there are {len(found):,} {name} in this text, and {most:,} are the most"
            yield found[most].start(), message, "make several texts of it"


def _unclosed(body: str) -> Iterator[Excess]:
    """Yield the first bracket of the block whose ends take too long to be found."""
    searched = 0
    for block in BLOCK.finditer(body):
        far, first, sign = _distances(block[0])
        searched += far
        if searched > MOST_SEARCHED:
            message = f"too many “{sign}” that nothing closes, or that close far away"
            remedy = "close each, or write \\ in front of one that is meant to be seen"
            yield block.start() + first, message, remedy
            return


def _distances(block: str) -> tuple[int, int, str]:
    """Return how far all brackets are from their ends, and the place and sign of the first."""
    opened: dict[str, list[int]] = {"[": [], "(": []}
    far, first, before = 0, -1, -1
    for match in BRACKET.finditer(block):
        sign, place = match[0], match.start()
        if sign == "[" or (sign == "(" and before == place - 1):
            first = place if first < 0 else first
            opened[sign].append(place)
        elif sign in CLOSES and opened[CLOSES[sign]]:
            far += place - opened[CLOSES[sign]].pop()
        before = place if sign == "]" else -2
    far += sum(len(block) - place for places in opened.values() for place in places)
    return far, max(first, 0), block[first : first + 1]


CLOSES = {"]": "[", ")": "("}
LOOKS: tuple[Callable[[str], Iterator[Excess]], ...] = (
    _long,
    _long_block,
    _deep,
    _many,
    _unclosed,
)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list has an empty line above it, and its numbers have a full stop.

What: the first item of a list does not follow a line of text directly; items are numbered
“1.”, not “1)”; what belongs to an item, also a list, is indented by four spaces.

Why: some programs make a list of it anyway. Here the items would run on behind the sentence, and
an inner list would lie on the same level as the outer one.

Fix: leave an empty line above the list; write “1.”; put four spaces before what belongs to it.

Source: Python-Markdown’s documentation, “Differences from the standard”, on lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding
from ..document import Document
from ..lines import outside_fences

RULE = "list-start"
QUOTE = re.compile(r"\s{0,3}(?:> ?)*")
ITEM = re.compile(r"(?P<indent> {0,3})(?P<sign>[-*+]|\d{1,2}\.)(?P<text>\s+\S.*)")
FIRST = re.compile(r" {0,3}(?:[-*+]|1\.)\s+\S")
BRACKET = re.compile(r"( {0,3}\d{1,2})\)(\s+\S.*)")
LOOSE = re.compile(r" {1,3}\S")
NO_TEXT = re.compile(r" {0,3}#{1,6}|\s*\[!")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each line at which a list goes wrong."""
    above, in_list = "", False
    for number, whole in outside_fences(document):
        quote = QUOTE.match(whole)[0].rstrip(" ") + " " if whole.lstrip().startswith(">") else ""
        line = whole[len(quote) :] if quote else whole
        item = ITEM.match(line)
        if BRACKET.match(line) and (in_list or not above.strip()):
            yield _fault(document, number, *_bracket(quote + line))
        elif item and in_list and item["indent"] and not above.startswith(item["indent"]):
            yield _fault(document, number, *_inner(quote, item))
        elif in_list and not above.strip() and LOOSE.match(line) and not item:
            yield _fault(document, number, *LOOSE_WORDS, f"{quote}    {line.strip()}")
        elif FIRST.match(line) and above.strip() and not in_list and not NO_TEXT.match(above):
            yield _fault(document, number, *START)
            in_list = True
        in_list = _goes_on(line, above, in_list)
        above = line


START = ("an empty line is missing above this list", "leave one, or it runs into the sentence", "")

LOOSE_WORDS = (
    "this paragraph is not indented far enough to belong to the item above",
    "indent it by four spaces",
)


def _bracket(line: str) -> tuple[str, str, str]:
    message = "a number with a bracket starts no list"
    return message, "write a full stop behind the number", line.replace(")", ".", 1)


def _inner(quote: str, item: re.Match[str]) -> tuple[str, str, str]:
    message = f"{len(item['indent'])} spaces do not make an inner list"
    write = f"{quote}    {item['sign']}{item['text']}"
    return message, "indent the item by four", write


def _goes_on(line: str, above: str, in_list: bool) -> bool:
    """Return whether the next line stands in a list."""
    if ITEM.match(line) and (in_list or not above.strip() or NO_TEXT.match(above)):
        return True
    if not line.strip() or line.startswith(("    ", "\t")):
        return in_list
    return in_list and bool(above.strip())


def _fault(document: Document, line: int, message: str, remedy: str, write: str) -> Finding:
    return document.finding(RULE, (line, 1), message, remedy, write=write)

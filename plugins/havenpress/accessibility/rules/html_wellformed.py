# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tags pair up.

What: each element that needs an end tag has one, in the right order, and no end tag stands alone.

Why: the browser guesses what was meant, and different readers of the page guess differently; half
a page may become one link.

Fix: close what is open, the last opened first; remove the end tag that has no start.

Source: HTML standard, sections 13.1.2 (elements) and 13.2.2 (parse errors)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...findings import ERROR
from ...tree import Element, Tag
from ..page import Page
from ..rule import Fault
from ..wellformed import pair_up, tag_faults

LEVEL = ERROR
WCAG = (("4.1.2", "A"),)
SOURCE = "https://html.spec.whatwg.org/multipage/syntax.html#elements-2"


MOST = 50  # findings of one page; a page with more has one cause
TOKENS = {
    "duplicate-attribute": (
        "an attribute is written twice in one tag",
        "remove one of the two",
    ),
    "eof-in-tag": ("the page ends inside a tag", "close the tag with >"),
    "eof-in-comment": ("a comment is not closed", "close the comment with -->"),
    "missing-attribute-value": (
        "an attribute has = but no value",
        "write the value in quotes",
    ),
    "missing-whitespace-between-attributes": (
        "two attributes have no space between them",
        "put a space between the two",
    ),
    "unexpected-character-in-attribute-name": (
        "a quotation mark or < stands in the name of an attribute",
        "look for a quotation mark that is missing before it",
    ),
    "unexpected-character-in-unquoted-attribute-value": (
        "a quotation mark stands in a value without quotes",
        "put the value in quotes",
    ),
    "unexpected-null-character": ("a NUL character stands in the page", "remove it"),
}


def check(page: Page) -> Iterator[Fault]:
    """Yield tags that do not pair up, and faults inside of tags."""
    yield from islice(_faults(page), MOST)


def _faults(page: Page) -> Iterator[Fault]:
    for code, line, column in page.document.errors:
        if code in TOKENS:
            yield Fault(None, *TOKENS[code], line=line, column=column)
    if pair_up(page.document.tokens):
        return
    for what, tag, ender in tag_faults(page.document.tags):
        message, remedy = _words(what, tag.name, ender)
        element = None if what == "stray" else _element_at(page, tag)
        yield Fault(element, message, remedy, line=tag.line, column=tag.column)


def _element_at(page: Page, tag: Tag) -> Element | None:
    found = page.document.by_tag.get(tag.name, ())
    place = (tag.line, tag.column)
    return next((e for e in found if (e.line, e.column) == place), None)


def _words(what: str, name: str, ender: str) -> tuple[str, str]:
    if what == "stray":
        return f"</{name}> closes nothing", f"remove it, or open <{name}> before it"
    before = f" before {ender}" if ender else ""
    return (
        f"<{name}> is not closed{before}",
        f"write </{name}>{before or ' where it ends'}",
    )

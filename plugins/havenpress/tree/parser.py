# SPDX-License-Identifier: AGPL-3.0-or-later
"""The parser behind the tree: how it is called, and what its offsets mean in a page as it was given.

Offsets count characters. The parser takes no byte order mark, and CR LF as one character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

import turbohtml

BOM = "\ufeff"
Span = tuple[int, int]
_NOTHING = turbohtml.parse("")


def parse_text(
    text: str, *, fragment: bool, source_locations: bool = False
) -> turbohtml.Document | turbohtml.Element:
    """Return the parser's tree of a text without a byte order mark; with places where asked."""
    if fragment:
        return turbohtml.parse_fragment(text, "template", source_locations=source_locations)
    return turbohtml.parse(
        text, source_locations=source_locations, allow_declarative_shadow_roots=False
    )


def start_tag_span(source: str) -> Callable[[turbohtml.Element], Span | None]:
    """Return a function from an element that was parsed with locations to where its tag stands.

    It gives the offsets of the start tag in ``source``, None where the parser supplied the element.
    """
    bare = source.removeprefix(BOM)
    shift, offset = len(source) - len(bare), _offsets(bare)

    def span(raw: turbohtml.Element) -> Span | None:
        place = raw.source_location
        if place is None or place.start_tag is None:
            return None
        tag = place.start_tag
        return offset(tag.start_offset) + shift, offset(tag.end_offset) + shift

    return span


def _offsets(text: str) -> Callable[[int], int]:
    """Return a function from offsets in the text with CR LF as one character to offsets in it."""
    if "\r\n" not in text:
        return lambda offset: offset
    marks = [match.start() - count for count, match in enumerate(re.finditer("\r\n", text))]
    return lambda offset: offset + bisect_left(marks, offset)


def is_selector(text: str) -> bool:
    """Tell whether the parser understands a text as a CSS selector."""
    try:
        _NOTHING.select(text)
    except ValueError:
        return False
    return True


def decode(html: bytes | str) -> str:
    """Return a page's text by its byte-order mark, else UTF-8, else the encoding it declares."""
    if isinstance(html, str):
        return html
    if html.startswith((b"\xff\xfe", b"\xfe\xff")):
        return html.decode("utf-16", errors="replace")
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        return html.decode(_declared(html), errors="replace")


def _declared(html: bytes) -> str:
    encoding = turbohtml.parse(html[:4096], positions=False).encoding or "windows-1252"
    try:
        b"".decode(encoding)
    except LookupError:
        return "windows-1252"
    return encoding if encoding.lower() not in {"utf-8", "utf8"} else "utf-8"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changing a page at offsets, while every other byte of it stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import turbohtml

from .parser import BOM, Span, parse_text, start_tag_span

_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""",
    re.ASCII,
)
_TAG_NAME = re.compile(r"<[a-zA-Z][^\s/>]*")


def splice(html: bytes | str, edits: Iterable[tuple[int, int, str]]) -> bytes | str:
    """Return the page with spans of characters replaced, all other bytes as they were.

    ``edits`` holds (start, end, replacement) by offsets of characters; in bytes that are not
    UTF-8, a byte that does not decode counts as one character.
    """
    text = _reversible(html)
    pieces, at = [], 0
    for start, end, replacement in sorted(edits):
        pieces += [text[at:start], replacement]
        at = max(at, end)
    joined = "".join([*pieces, text[at:]])
    return joined if isinstance(html, str) else joined.encode("utf-8", errors="surrogateescape")


def strip_attribute(html: bytes | str, name: str) -> bytes | str:
    """Return the page with one attribute, and the space before it, gone from every start tag.

    The same words in text, comments and scripts stay.
    """
    needle: bytes | str = name if isinstance(html, str) else name.encode()
    if needle not in html:  # type: ignore[operator]
        return html
    text = _reversible(html)
    spans = _spans(text, _tags_of_tree(text, name), name)
    if text.count(name) > len(spans):
        spans |= _spans(text, _tags_of_tokens(text), name)
    return splice(html, ((start, end, "") for start, end in spans))


def attribute_spans(source: str, start: int, end: int, name: str) -> list[Span]:
    """Return where a start tag carries an attribute, with the space before it."""
    if name not in source[start:end].lower():
        return []
    opening = _TAG_NAME.match(source, start, end)
    at = opening.end() if opening else end
    spans = []
    while (found := _ATTRIBUTE.match(source, at, end)) and found.end() > at:
        if found["name"].lower() == name:
            spans.append(found.span())
        at = found.end()
    return spans


def _spans(text: str, tags: Iterable[Span], name: str) -> set[Span]:
    return {span for start, end in tags for span in attribute_spans(text, start, end, name)}


def _tags_of_tree(text: str, name: str) -> Iterator[Span]:
    """Return the offsets of the start tags of all elements with an attribute."""
    tree = parse_text(text.removeprefix(BOM), fragment=False, source_locations=True)
    return filter(None, map(start_tag_span(text), tree.select(f"[{name}]")))


def _tags_of_tokens(text: str) -> Iterator[Span]:
    """Yield the offsets of all start tags, also of those that the tree drops."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
    for token in turbohtml.tokenize(text, capture_source=True):
        if token.type != turbohtml.TokenType.START_TAG or not token.source:
            continue
        start = starts[min(token.line, len(starts)) - 1] + token.col
        end = text.find(">", start + len(token.source) - 1) + 1
        if text.startswith("<", start) and end:
            yield start, end


def _reversible(html: bytes | str) -> str:
    return html if isinstance(html, str) else html.decode("utf-8", errors="surrogateescape")

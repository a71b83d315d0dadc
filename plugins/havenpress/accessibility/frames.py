# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents that a page carries inside of itself.

Source: HTML standard, section 4.8.5 (the iframe element); RFC 2397 (data URLs).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar
from urllib.parse import unquote_to_bytes, urljoin

from ..tree import Document, Element, parse
from .page import Page

Named = TypeVar("Named")
DEEPEST = 3  # frames inside of one another that are looked into


class Framed(NamedTuple):
    """A page that readers meet in a frame, at whatever depth, of another."""

    frame: Element  # the outermost
    base: str  # what addresses in it are relative to; itself relative to the page around it all
    page: Page


def inner_html(iframe: Element) -> str | bytes | None:
    """Return the HTML of an inner frame that the page itself holds, None for any other frame."""
    written = iframe.get("srcdoc")
    if written is not None:
        return written
    address = (iframe.get("src") or "").strip()
    kind, comma, data = address[5:].partition(",")
    if address[:5].lower() != "data:" or not comma:
        return None
    words = [word.strip() for word in kind.lower().split(";")]
    if words[0] not in {"text/html", "application/xhtml+xml"}:
        return None
    content = unquote_to_bytes(data)
    return content if words[-1] != "base64" else _decoded(content)


def framed_pages(page: Page) -> list[tuple[Element, Page]]:
    """Return each frame that everybody meets with the page inside of it, where the page holds that.

    One that links to style sheets is left out, as those are not read.
    """
    if page.framed is None:
        page.framed = [*_held_by(page)]
    return page.framed


def _held_by(page: Page) -> Iterator[tuple[Element, Page]]:
    for iframe in _met_by_everybody(page):
        html = inner_html(iframe)
        inner = _inner_page(parse(html), page) if html else None
        if inner is not None:
            yield iframe, inner


def pages_within(page: Page) -> list[Framed]:
    """Return what readers meet in the frames of a page and in frames in there, as far as is known.

    Those that are files of their own are among it.
    """
    if page.within is None:
        page.within = [*_within(page, "", DEEPEST)]
    return page.within


def _within(page: Page, base: str, depth: int) -> Iterator[Framed]:
    if not depth or next(page.tagged("iframe"), None) is None:
        return
    held = ((iframe, base, inner) for iframe, inner in framed_pages(page))
    for iframe, address, inner in (*held, *_linked_by(page, base)):
        yield Framed(iframe, address, inner)
        for deeper in _within(inner, address, depth - 1):
            yield deeper._replace(frame=iframe)


def names_across(
    page: Page, named: Callable[[Page, str], dict[str, Named]]
) -> Iterator[tuple[Element, str, Named, Named]]:
    """Yield each frame with a name inside that another document has too, and what both have for it.

    ``named`` gives what the names in a page stand for, by the address that those in it are
    relative to. What is in a frame is asked together with the page around it alone.
    """
    within = [] if page.is_framed else pages_within(page)
    seen = named(page, "") if within else {}
    for frame, base, inner in within:
        found = named(inner, base)
        for name in filter(seen.__contains__, found):
            yield frame, name, seen[name], found[name]
        seen = found | seen


def _linked_by(page: Page, base: str) -> Iterator[tuple[Element, str, Page]]:
    """Yield the frames that show files, with the address and the page of each."""
    for iframe in _met_by_everybody(page):
        address = None if inner_html(iframe) else rebased(iframe.get("src") or "", base)
        document = page.document_of(address) if address else None
        inner = _inner_page(document, page) if document is not None else None
        if address and inner is not None:
            yield iframe, address, inner


def linked_page(iframe: Element, page: Page) -> Page | None:
    """Return the page of the file that a frame shows.

    None where it cannot be read or links to style sheets.
    """
    document = page.document_of((iframe.get("src") or "").strip())
    return _inner_page(document, page) if document is not None else None


def rebased(address: str, base: str) -> str:
    """Return an address in a frame as one of the page around it; one that is malformed as it is."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address


def _met_by_everybody(page: Page) -> Iterator[Element]:
    return (e for e in page.tagged("iframe") if page.is_reachable(e) and page.is_visible(e))


def _inner_page(document: Document, page: Page) -> Page | None:
    flat = document.flat
    if any(map(_is_sheet, flat.by_tag.get("link", ()))):
        return None
    inner = Page(flat, document_of=page.document_of)
    inner.is_framed = True
    return inner


def _is_sheet(link: Element) -> bool:
    return "stylesheet" in (link.get("rel") or "").lower()


def _decoded(content: bytes) -> bytes | None:
    try:
        return base64.b64decode(content)
    except (binascii.Error, ValueError):
        return None

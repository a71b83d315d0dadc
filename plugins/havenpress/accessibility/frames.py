# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents that a page carries inside of itself.

Source: HTML standard, section 4.8.5 (the iframe element); RFC 2397 (data URLs).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from ..tree import Element, parse
from .page import Page


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


def framed_pages(page: Page) -> Iterator[tuple[Element, Page]]:
    """Yield each frame that everybody meets with the page inside of it, where the page holds that.

    One that links to style sheets is left out, as those are not read.
    """
    for iframe in page.tagged("iframe"):
        if not (page.is_reachable(iframe) and page.is_visible(iframe)):
            continue
        html = inner_html(iframe)
        document = parse(html).flat if html else None
        if document is not None and not any(map(_is_sheet, document.by_tag.get("link", ()))):
            inner = Page(document)
            inner.is_framed = True
            yield iframe, inner


def _is_sheet(link: Element) -> bool:
    return "stylesheet" in (link.get("rel") or "").lower()


def _decoded(content: bytes) -> bytes | None:
    try:
        return base64.b64decode(content)
    except (binascii.Error, ValueError):
        return None

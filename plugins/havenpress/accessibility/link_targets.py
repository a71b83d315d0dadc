# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where links lead, and what stands around them. Source: WCAG 2.2, 2.4.4 and 2.4.9."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..tree import Element
from .aria import kinds_of
from .page import Page

LINKS = tuple(sorted(kinds_of("link")))
_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)
_INDEX = re.compile(r"/?(index|default)\.\w+$", re.IGNORECASE)
_LOCATION = re.compile(r"location(?:\.href)?\s*=\s*['\"]([^'\"]+)['\"]")


def named_links(page: Page) -> Iterator[Element]:
    """Yield the exposed links that have a name, in document order."""
    found = [e for e in page.with_role(*LINKS) if page.is_exposed(e) and page.name(e)]
    yield from sorted(found, key=lambda element: element.index)


def address_of(link: Element) -> str:
    """Return where a link leads, as far as the address tells."""
    href = link.get("href") or link.get("xlink:href")
    if href is None:
        script = _LOCATION.search(link.get("onclick") or "")
        href = script[1] if script else ""
    return normalised(href)


@lru_cache(maxsize=4096)
def normalised(address: str) -> str:
    """Return an address without what does not change the page it names."""
    address = address.strip().split("#", 1)[0] or address.strip()
    address = _SCHEME.sub("//", address)
    return _INDEX.sub("", address).rstrip("/")


def context_of(link: Element, page: Page) -> Element | None:
    """Return what surrounds a link most closely: an item, a cell or a block of text."""
    for above in link.ancestors:
        if page.role(above) in {"listitem", "cell", "gridcell"} or page.is_block(above):
            return above
    return None

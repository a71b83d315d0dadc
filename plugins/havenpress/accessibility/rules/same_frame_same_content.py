# SPDX-License-Identifier: AGPL-3.0-or-later
"""Frames with the same name show the same.

What: two iframes with the same name show one address.

Why: they cannot be told apart in a list of frames.

Fix: give them different titles.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/4b1c6c/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..links.targets import have_same_content, normalised
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("4b1c6c",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/4b1c6c/"


def check(page: Page) -> Iterator[Fault]:
    """Yield frames whose name an earlier frame has for another address."""
    seen: dict[str, tuple[Element, str]] = {}
    for element in page.tagged("iframe"):
        name = page.name(element).casefold()
        if not name or not page.is_exposed(element):
            continue
        address = _shown(element)
        first, known = seen.setdefault(name, (element, address))
        if known != address and not have_same_content(first, element, page):
            yield Fault(
                element,
                f"another frame with the name “{page.name(element)}” shows something else",
                "give the two different titles",
            )


def _shown(iframe: Element) -> str:
    """Return what tells the content of a frame from others: its own HTML, or else its address."""
    written = iframe.get("srcdoc")
    return normalised(iframe.get("src") or "") if written is None else " ".join(written.split())

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Frames with the same name show the same.

What: two iframes with the same name show one address, also those inside of other frames.

Why: they cannot be told apart in a list of frames.

Fix: give them different titles.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/4b1c6c/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..frames import names_across, rebased
from ..links.targets import have_same_content, normalised, say_the_same, written_address
from ..page import Page
from ..rule import Fault

LEVEL = WARNING
ACT = ("4b1c6c",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/4b1c6c/"


def check(page: Page) -> Iterator[Fault]:
    """Yield frames whose name an earlier frame has for another address."""
    seen: dict[str, tuple[Element, str]] = {}
    for name, element in _named(page):
        address = _shown(element, "")
        first, known = seen.setdefault(name, (element, address))
        if known != address and not have_same_content(first, element, page):
            yield Fault(
                element,
                f"another frame with the name “{page.name(element)}” shows something else",
                "give the two different titles",
            )
    # What is wrong inside of one document alone, its own check tells.
    for frame, name, (known, first), (address, second) in names_across(page, _by_name):
        if known != address and not say_the_same(first, second, page):
            yield Fault(
                frame,
                f"a frame in this one has the name “{name}” of a frame that shows something else",
                "give the two different titles",
            )


def _by_name(page: Page, base: str) -> dict[str, tuple[str, str | None]]:
    """Return what the frames of a document show, and the address that is written on each."""
    return {
        name: (_shown(frame, base), rebased(written, base) if written is not None else None)
        for name, frame in _named(page)
        for written in [written_address(frame)]
    }


def _named(page: Page) -> Iterator[tuple[str, Element]]:
    for element in page.tagged("iframe"):
        name = page.name(element).casefold()
        if name and page.is_exposed(element):
            yield name, element


def _shown(iframe: Element, base: str) -> str:
    """Return what tells the content of a frame from others: its own HTML, or else its address."""
    written = iframe.get("srcdoc")
    if written is not None:
        return " ".join(written.split())
    return normalised(rebased(iframe.get("src") or "", base))

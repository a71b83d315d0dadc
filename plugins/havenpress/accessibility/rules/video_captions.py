# SPDX-License-Identifier: AGPL-3.0-or-later
"""A film has captions.

What: a video element that can be seen and is not muted has a track with captions.

Why: who cannot hear, or must not be heard, reads what is said.

Fix: add <track kind="captions" src="film.vtt" srclang="en">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/f51b46/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ...tree import Element
from ..page import Page
from ..recordings.playing import sources_of
from ..rule import Fault

LEVEL = WARNING
ACT = ("f51b46",)
WCAG = (("1.2.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/f51b46/"


def check(page: Page) -> Iterator[Fault]:
    """Yield visible films without a captions track."""
    for element in page.tagged("video"):
        if element.get("muted") is not None or not page.is_visible(element):
            continue
        if sources_of(element) and not any(map(_is_captions, element.children)):
            yield Fault(
                element,
                "the film has no captions",
                'add <track kind="captions" src="film.vtt" srclang="en">',
            )


def _is_captions(element: Element) -> bool:
    if element.tag != "track" or not element.get("src"):
        return False
    return (element.get("kind") or "subtitles").lower() in CAPTIONS


CAPTIONS = frozenset({"captions", "subtitles"})

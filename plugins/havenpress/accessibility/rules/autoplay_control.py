# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound does not start by itself without a way to stop it.

What: an audio or video element with autoplay is muted, or has controls.

Why: sudden sound gives away what somebody is looking at, and covers the voice of a screen reader.

Fix: remove autoplay; otherwise add muted or controls.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/4c31df/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ..page import Page
from ..recordings.playing import autoplaying, has_buttons, has_controls, may_be_silenced
from ..rule import Fault

LEVEL = ERROR
ACT = ("4c31df", "80f0bf")
WCAG = (("1.4.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/4c31df/"


def check(page: Page) -> Iterator[Fault]:
    """Yield recordings that start by themselves.

    Where the page has buttons of its own, or a script silences one at once, that is for review.
    """
    for element in autoplaying(page):
        if has_controls(element, page):
            continue
        unsure = has_buttons(page) or may_be_silenced(page)
        yield Fault(
            element,
            "the recording starts by itself and has no control to stop it",
            "remove autoplay, or add controls",
            level=REVIEW if unsure else ERROR,
        )

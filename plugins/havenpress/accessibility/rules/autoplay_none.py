# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound does not start by itself.

What: no audio or video element with sound plays for more than three seconds unasked, unless it
has controls.

Why: sudden sound gives away what somebody is looking at.

Fix: remove autoplay, or add muted.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/80f0bf/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ..page import Page
from ..recordings.playing import autoplaying, has_buttons, has_controls
from ..rule import Fault

LEVEL = WARNING
ACT = ("80f0bf", "aaa1bf")
WCAG = (("1.4.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/80f0bf/"


def check(page: Page) -> Iterator[Fault]:
    """Yield recordings that start by themselves without controls."""
    for element in autoplaying(page):
        if not has_controls(element, page):
            yield Fault(
                element,
                "the recording starts by itself",
                "remove autoplay, or add muted",
                level=REVIEW if has_buttons(page) else WARNING,
            )

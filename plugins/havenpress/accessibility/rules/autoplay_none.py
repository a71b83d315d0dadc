# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sound does not start by itself.

What: no audio or video element with sound plays for more than three seconds unasked, not even one
with controls.

Why: sudden sound gives away what somebody is looking at, before a control can be found.

Fix: remove autoplay, or add muted.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/aaa1bf/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ..page import Page
from ..recordings.playing import autoplaying, may_be_silenced
from ..rule import Fault

LEVEL = WARNING
ACT = ("aaa1bf",)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/aaa1bf/"


def check(page: Page) -> Iterator[Fault]:
    """Yield recordings that start by themselves; for review where a script silences one at once."""
    for element in autoplaying(page):
        yield Fault(
            element,
            "the recording starts by itself",
            "remove autoplay, or add muted",
            level=REVIEW if may_be_silenced(page) else WARNING,
        )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What pages have in common can be folded away.

What: each menu, header or aside that comes before the content lies in a details element, or
something on the page takes it from sight and from screen readers. This is one of several ways past
it, and a skip link, a heading or a main element is as good: the rule runs only when it is asked
for.

Why: who folds the menu away once does not meet it again on the way through the page.

Fix: put it into <details>, or add a button that sets hidden on it.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/3e12e1/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import WARNING
from ..folding import can_fold
from ..page import Page
from ..repeated import parts_before_content, repeats_nothing
from ..rule import Fault

LEVEL = WARNING
ACT = ("3e12e1",)
OPTIONAL = True
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/3e12e1/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the first part before the content that nothing folds away."""
    if not page.tabbable_links:
        return
    for part in parts_before_content(page):
        if not can_fold(part, page) and not repeats_nothing(page):
            yield Fault(
                part,
                "nothing on the page folds this away",
                "put it into <details>, or add a button that hides it",
            )
            return

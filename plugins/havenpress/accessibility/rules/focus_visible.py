# SPDX-License-Identifier: AGPL-3.0-or-later
"""The focus can be seen.

What: no style takes the outline of the focus away without putting something in its place, and
what is out of sight comes into sight when it has the focus.

Why: who moves through a page with the keyboard does not know where they are.

Fix: remove outline: none, or give :focus-visible an outline, border or background of its own; show
a hidden link on :focus.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/oj04fd/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ...tree import Element
from ..focus.reach import takes_caret
from ..focus.style import unmarked_focus
from ..focus.unseen import comes_in_a_state, unseen_focus
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("oj04fd",)
WCAG = (("2.4.7", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/oj04fd/"

_LISTENS = re.compile(r"""addEventListener\(\s*['"`]focus|\.onfocus\s*=""")


def check(page: Page) -> Iterator[Fault]:
    """Yield what the Tab key reaches and no style marks.

    Where a caret shows, or a script that waits for the focus may mark it, somebody has to look.
    """
    yield from _unseen(page)
    unmarked = [element for element in unmarked_focus(page) if element.get("onfocus") is None]
    listens = bool(unmarked) and any(_LISTENS.search(e.text) for e in page.tagged("script"))
    for element in unmarked:
        yield Fault(
            element,
            "the style takes away the outline of the focus and puts nothing in its place",
            "remove outline: none, or give :focus-visible an outline",
            level=REVIEW if listens or _shows_caret(element, page) else ERROR,
        )


def _unseen(page: Page) -> Iterator[Fault]:
    """Yield what stays out of sight; for review where a script or a state may show it."""
    unseen = [element for element in unseen_focus(page) if element.get("onfocus") is None]
    unsure = bool(unseen) and (any(page.tagged("script")) or comes_in_a_state(page))
    for element in unseen:
        yield Fault(
            element,
            "this takes the focus, and nobody sees it",
            "let it come into sight on :focus",
            level=REVIEW if unsure else ERROR,
        )


def _shows_caret(element: Element, page: Page) -> bool:
    return takes_caret(element) and page.styles.value(element, "caret-color") != "transparent"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form field has a name.

What: every field, tick box, list and slider has a label element, an aria-label or the like.

Why: without a name nobody who listens to the page can tell what to type.

Fix: put a label before it: <label for="town">Town</label> <input id="town">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/e086e5/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("e086e5",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/e086e5/"


FIELDS = (
    *("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio"),
    *("searchbox", "slider", "spinbutton", "switch", "textbox"),
)


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed form fields without a name."""
    for element in page.with_role(*FIELDS):
        if page.is_exposed(element) and not page.name(element):
            yield Fault(
                element,
                "the form field has no label",
                'add a label element for it, as in <label for="town">Town</label>',
            )

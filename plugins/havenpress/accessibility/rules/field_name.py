# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form field has a name.

What: every field, tick box, list and slider has a label element, an aria-label or the like.

Why: without a name nobody who listens to the page can tell what to type.

Fix: put a label before it: <label for="town">Town</label> <input id="town">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/e086e5/
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...findings import ERROR
from ...tree import Element
from ..page import Page
from ..roles import input_type
from ..rule import Fault

LEVEL = ERROR
ACT = ("e086e5",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/e086e5/"


FIELDS = (
    *("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio"),
    *("searchbox", "slider", "spinbutton", "switch", "textbox"),
)
UNMAPPED = frozenset(
    {"color", "date", "datetime-local", "file", "month", "password", "time", "week"}
)


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed form fields without a name."""
    for element in chain(page.with_role(*FIELDS), _unmapped(page)):
        if page.is_exposed(element) and not page.name(element):
            yield Fault(
                element,
                "the form field has no label",
                'add a label element for it, as in <label for="town">Town</label>',
            )


def _unmapped(page: Page) -> Iterator[Element]:
    """Yield the inputs that no ARIA role stands for."""
    for element in page.tagged("input"):
        if input_type(element) in UNMAPPED and not page.explicit_role(element):
            yield element

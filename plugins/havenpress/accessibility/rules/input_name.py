# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field for a date, a password or a file has a name.

What: an input whose type has no ARIA role, such as date, password, file or colour, has a label
too.

Why: without a name nobody who listens to the page can tell what to type.

Fix: put a label before it: <label for="day">Day</label> <input type="date" id="day">.

Source: WCAG 2.2, 4.1.2; HTML-AAM 1.0, input elements
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..aria.roles import input_type
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("e086e5",)
WCAG = (("4.1.2", "A"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#name-role-value"


TYPES = frozenset({"color", "date", "datetime-local", "file", "month", "password", "time", "week"})


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed inputs without a role and without a name."""
    for element in page.tagged("input"):
        if input_type(element) not in TYPES or page.explicit_role(element):
            continue
        if page.is_exposed(element) and not page.name(element):
            yield Fault(
                element,
                "the form field has no label",
                'add a label element for it, as in <label for="day">Day</label>',
            )

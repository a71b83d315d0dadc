# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an attribute points at is on the page.

What: the ids in the for of a label, in form, list, aria-labelledby, aria-describedby and
aria-details are those of elements of the page.

Why: a slip of the pen in an id takes the label or the hint away, and nothing to see tells of it.

Fix: correct the id, or remove the attribute.

Source: HTML standard, sections 4.10.4 and 4.10.18.3; WAI-ARIA 1.2, section 8.3 (ID reference lists)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW, WARNING
from ..page import Page
from ..rule import Fault
from ..tokens import tokens

LEVEL = WARNING
WCAG = (("1.3.1", "A"), ("4.1.2", "A"))
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/TR/wai-aria-1.2/#valuetype_idref_list"

LISTS = ("aria-labelledby", "aria-describedby", "aria-details")
SINGLE = {
    "for": frozenset({"label", "output"}),
    "form": frozenset({"button", "fieldset", "input", "object", "output", "select", "textarea"}),
    "list": frozenset({"input"}),
}


def check(page: Page) -> Iterator[Fault]:
    """Yield elements that point at nothing; where scripts run, one of them may still make it."""
    level = REVIEW if next(page.tagged("script"), None) is not None else WARNING
    ids = page.ids
    for name in (*LISTS, *SINGLE):
        for element in page.having(name):
            value = element.get(name) or ""
            if value in ids or element.tag not in SINGLE.get(name, (element.tag,)):
                continue
            missing = next((word for word in tokens(value) if word not in ids), None)
            if missing and not page.is_hidden(element):
                what = f"{name} names “{missing}”, which is no id of the page"
                yield Fault(element, what, "correct the id, or remove it", level=level)

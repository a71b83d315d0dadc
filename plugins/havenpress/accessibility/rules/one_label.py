# SPDX-License-Identifier: AGPL-3.0-or-later
"""A field has one label.

What: no two visible label elements belong to the same field.

Why: some screen readers read the first only, others both in one go.

Fix: write all in one label, or name both in the aria-labelledby of the field, and a hint in its
aria-describedby.

Source: WCAG 2.2, 3.3.2, technique H44; HTML standard, section 4.10.4 (label)
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import REVIEW
from ..kinds import LABELABLE
from ..page import Page
from ..rule import Fault

LEVEL = REVIEW
WCAG = (("3.3.2", "A"),)
SOURCE = "https://www.w3.org/WAI/WCAG22/Techniques/html/H44"


def check(page: Page) -> Iterator[Fault]:
    """Yield labels of a field that another label has named before."""
    for field in page.tagged(*LABELABLE):
        labels = page.labels_of(field)
        if field.get("aria-labelledby") or not page.is_exposed(field):
            continue
        for label in [e for e in labels if page.is_reachable(e) and page.is_visible(e)][1:]:
            yield Fault(
                label,
                f"the {field.tag} on line {field.line} has another label",
                "write all in one label, a hint in an element that aria-describedby names",
            )

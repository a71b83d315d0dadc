# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page says which language it is in.

What: the html element has a lang attribute that is not empty.

Why: a screen reader chooses its voice by it, and a browser its hyphens and its offer to
translate; without it English may be read with the sounds of another language.

Fix: write the language in the template: <html lang="en">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/b5c3f8/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import ERROR, REVIEW
from ..page import Page
from ..rule import Fault
from ..scripts import any_says
from ..tokens import is_blank

LEVEL = ERROR
ACT = ("b5c3f8",)
WCAG = (("3.1.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/b5c3f8/"

BY_SCRIPT = re.compile(
    r"\bdocument\s*\.\s*documentElement\s*\.\s*"
    r"(?:lang\s*=(?!=)|setAttribute\(\s*['\"`]lang['\"`])"
)


def check(page: Page) -> Iterator[Fault]:
    """Yield the html element without a language; for review where a script gives one."""
    for element in page.tagged("html"):
        if is_blank(element.get("lang")):
            yield Fault(
                element,
                "the page does not say which language it is in",
                'give the html element a lang attribute, as in <html lang="en">',
                level=REVIEW if any_says(page, BY_SCRIPT) else ERROR,
            )

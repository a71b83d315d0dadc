# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page is in the language that it says it is in.

What: the language of the html element is the one that most of the text is in, where that can be
told.

Why: English read with the sounds of Spanish cannot be understood.

Fix: correct the lang attribute, or in the front matter the language of the post.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/ucwvc8/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..languages.detection import contradicts_most
from ..languages.tags import all_words
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("ucwvc8",)
WCAG = (("3.1.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/ucwvc8/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the html element whose language is clearly not that of the text."""
    for element in page.tagged("html"):
        tag = element.get("lang") or ""
        found = contradicts_most(tag, all_words(element, page))
        if found:
            yield Fault(
                element,
                f"the page says that it is in “{tag}”, but its text is not ({found})",
                "write the language of the text",
            )

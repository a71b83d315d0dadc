# SPDX-License-Identifier: AGPL-3.0-or-later
"""The language of a page is one that exists.

What: the lang attribute of the html element begins with a language code of the registry.

Why: a code that nobody knows is ignored, and the page is read in the wrong voice.

Fix: write a code of BCP 47, as in lang="en", lang="es" or lang="zh-Hant".

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/bf051a/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..languages.tags import is_known
from ..page import Page
from ..rule import Fault
from ..tokens import is_blank

LEVEL = ERROR
ACT = ("bf051a",)
WCAG = (("3.1.1", "A"),)
WHOLE_PAGE = True
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/bf051a/"


def check(page: Page) -> Iterator[Fault]:
    """Yield the html element with an unknown language."""
    for element in page.tagged("html"):
        tag = element.get("lang") or ""
        if not is_blank(tag) and not is_known(tag):
            yield Fault(
                element, f"“{tag}” is no language", 'write its code, as in lang="en" or lang="es"'
            )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The language of a part is one that exists.

What: a lang attribute in the body that text depends on begins with a language code of the
registry.

Why: a code that nobody knows is ignored, and the words are read in the wrong voice.

Fix: write a code of BCP 47, as in <span lang="es">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/de46e4/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML
from ..languages.tags import has_words, is_known
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("de46e4",)
WCAG = (("3.1.2", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/de46e4/"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements with an unknown language and text in it."""
    for element in page.having("lang"):
        tag = element.get("lang") or ""
        if not tag or is_known(tag) or element.namespace != HTML or element.tag == "html":
            continue
        if element.closest("head") is None and has_words(element, page):
            yield Fault(
                element, f"“{tag}” is no language", 'write its code, as in lang="en" or lang="es"'
            )

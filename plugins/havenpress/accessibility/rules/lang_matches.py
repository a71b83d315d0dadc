# SPDX-License-Identifier: AGPL-3.0-or-later
"""A part is in the language that it says it is in.

What: the text in an element with a lang attribute is in that language, where that can be told.

Why: the words are read with the sounds of another language.

Fix: correct the lang attribute: <p lang="es">.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/off6ek/
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ...tree import HTML
from ..languages.detection import contradicts_most
from ..languages.tags import words_in
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("off6ek",)
WCAG = (("3.1.2", "AA"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/off6ek/"


def check(page: Page) -> Iterator[Fault]:
    """Yield elements whose language is clearly not that of their text."""
    for element in page.having("lang"):
        tag = element.get("lang") or ""
        if element.tag == "html" or element.namespace != HTML:
            continue
        found = contradicts_most(tag, words_in(element, page))
        if found:
            yield Fault(
                element,
                f"this part says that it is in “{tag}”, but it is not ({found})",
                "write the language of the text",
            )

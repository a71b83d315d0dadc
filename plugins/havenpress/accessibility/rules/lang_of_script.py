# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words in another script say their language.

What: a text in Arabic, Cyrillic, Chinese or other letters stands in an element whose lang is a
language with such letters.

Why: a screen reader leaves such letters out, or spells them, unless it knows the language.

Fix: mark the part: <span lang="ar">العربية</span>.

Source: https://www.w3.org/TR/WCAG22/#language-of-parts
"""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import ERROR
from ..languages.detection import foreign_letters, foreign_script, languages_of_script
from ..languages.tags import language_of, primary_subtag
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("3.1.2", "AA"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#language-of-parts"


LEAST = 2  # letters; a single sign may be a symbol


def check(page: Page) -> Iterator[Fault]:
    """Yield elements with text in a script that their language is not written in."""
    bodies = page.tagged("body")
    if not page.document.fragment and not any(foreign_letters(body.text) for body in bodies):
        return
    for element in page.elements:
        if element.tag in {"script", "style", "title", "template", "code"}:
            continue
        own = "".join(element.own_texts)
        if len(foreign_letters(own)) < LEAST or not page.is_exposed(element):
            continue
        script = foreign_script(own)
        language = primary_subtag(language_of(element))
        possible = languages_of_script(script) if script else ()
        if possible and language not in possible:
            yield Fault(
                element,
                f"the text is in {script.capitalize()} letters, but its language is “{language}”",
                'mark the part with its language, as in <span lang="ar">',
            )

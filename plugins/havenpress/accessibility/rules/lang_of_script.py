# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words in another script say their language.

What: a text in Arabic, Cyrillic, Chinese or other letters stands in an element whose lang is a
language with such letters, and so does a sentence in English on a page in Arabic.

Why: a screen reader leaves such letters out, or spells them, unless it knows the language.

Where no language is named at all, or the text around is in another one than it says, that is
told once, by the rules for it. Greek letters one by one are signs of formulas.

Fix: mark the part: <span lang="ar">العربية</span>.

Source: https://www.w3.org/TR/WCAG22/#language-of-parts
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import ERROR
from ...tree import MATHML, Element
from ..languages.detection import (
    contradicts,
    contradicts_most,
    foreign_letters,
    foreign_script,
    is_written_otherwise,
    languages_of_script,
)
from ..languages.tags import all_words, holder_of_language, primary_subtag, words_in
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
WCAG = (("3.1.2", "AA"),)
SOURCE = "https://www.w3.org/TR/WCAG22/#language-of-parts"


UNREAD = frozenset({"script", "style", "title"})
LEAST = 2  # letters; a single sign may be a symbol
# Letters that stand in formulas, and products of them: three are a word.
_WORD_OF_SIGNS = {"GREEK": re.compile("[\u0370-\u03ff\u1f00-\u1fff]{3}")}


def check(page: Page) -> Iterator[Fault]:
    """Yield elements with text in a script that their language is not written in."""
    bodies = page.tagged("body")
    if not page.document.fragment and not any(foreign_letters(body.text) for body in bodies):
        return
    mistaken: dict[Element, bool] = {}
    for element in page.elements:
        own = _own_words(element, page)
        holder = holder_of_language(element) if own else None
        letters = _strange_letters(own, holder.get("lang") or "") if holder else ""
        if not letters:
            continue
        if holder not in mistaken:
            mistaken[holder] = _is_mistaken(holder, page)
        if not mistaken[holder]:
            language = primary_subtag(holder.get("lang") or "")
            example = "en" if letters == "Latin" else "ar"
            yield Fault(
                element,
                f"the text is in {letters} letters, but its language is “{language}”",
                f'mark the part with its language, as in <span lang="{example}">',
            )


def _own_words(element: Element, page: Page) -> str:
    """Return the words of an element's own, where it has some that are read out as text."""
    if element.tag in UNREAD or element in page.code or element.namespace == MATHML:
        return ""
    own = "".join(element.own_texts)
    return own if len(own.strip()) >= LEAST and page.is_exposed(element) else ""


def _strange_letters(text: str, tag: str) -> str:
    """Return the letters of a text that is not in the language of a tag, empty where it may be."""
    language = primary_subtag(tag)
    if len(foreign_letters(text)) < LEAST:
        return "Latin" if is_written_otherwise(language) and contradicts(tag, text) else ""
    script = foreign_script(text)
    possible = languages_of_script(script)
    if not language or not possible or language in possible:
        return ""
    word = _WORD_OF_SIGNS.get(script)
    return script.capitalize() if word is None or word.search(text) else ""


def _is_mistaken(holder: Element, page: Page) -> bool:
    """Tell whether all of a text is in another language than it says, which other rules tell."""
    tag = holder.get("lang") or ""
    texts = all_words if holder.tag == "html" else words_in
    return bool(contradicts_most(tag, texts(holder, page)))

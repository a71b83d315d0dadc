# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words in another language: ``[no estás sola]{lang=es}``.

Nothing else can be said of a passage in this way: a list of attributes that writers may set
freely would let style and scripts in. Source: WCAG 2.2, 3.1.2 Language of Parts.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from ...source.kinds.languages import is_language, language_code
from .leftovers import blocks_of, find_sign
from .scope import Scope

PATTERN = r"\[([^\[\]]+)\]\{\s*lang=[\"“”]?([A-Za-z-]+)[\"“”]?\s*\}"


class LanguageSpans(InlineProcessor):
    """Makes a ``span`` with its language, and its direction where that is not the usual one."""

    def handleMatch(  # noqa: N802 (Markdown’s name)
        self, match: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Return the element and where its source starts and ends."""
        span = Element("span", {"lang": match[2]})
        if _runs_left(match[2]):
            span.set("dir", "rtl")
        span.text = match[1]
        return span, match.start(0), match.end(0)


class LanguageNames(Treeprocessor):
    """Reports a language that does not exist."""

    md: Markdown

    def run(self, root: Element) -> None:
        """Look at each passage; one with a wrong language loses it."""
        scope: Scope = self.md.havenpress
        for element, line in blocks_of(root, scope.document.body_line):
            language = element.get("lang") if element.tag == "span" else None
            if language is None or is_language(language):
                continue
            place = find_sign(f"lang={language}", line, scope)
            meant = language_code(language)
            write = scope.replaced(place[0], f"lang={language}", f"lang={meant}") if meant else ""
            message = f"“{language}” is not a language code"
            remedy = "use a code such as en, es or zh-Hans"
            scope.fault("value-language", place, message, remedy, write=write)
            del element.attrib["lang"]


@cache
def _runs_left(language: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The text of a link makes sense on its own.

What: no link is called click here, read more or the like, in any of the languages we know such
words of.

Why: many people go from link to link, or have all links listed; ten times “here” leads them
nowhere.

A title that says more is enough, as is a place in a row of pages that the link is marked with
(rel="next"). A word in code, or one that the address ends in, is the name of something.

Fix: name the page that the link leads to: “how we keep your details”, not “click here”.

Source: WCAG 2.2, 2.4.4 and 2.4.9; techniques G91 and H33; failure F84
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import unquote

from ...findings import ERROR
from ...tree import Element
from ..languages.tags import language_of, primary_subtag
from ..links.phrases import EMPTY_PHRASES, SUBJECTS, is_empty_phrase, plain_words
from ..page import Page
from ..rule import Fault
from ..tokens import tokens

LEVEL = ERROR
WCAG = (("2.4.4", "A"), ("2.4.9", "AAA"))
SOURCE = "https://www.w3.org/TR/WCAG22/#link-purpose-in-context"

# Read out as a direction or not at all; “¶” and “#”, which lead to their own place, are left alone.
_ARROWS = re.compile(r"[\u2190-\u21ff\u27f0-\u27ff\u2b05-\u2b0d»«›‹<>…\s]*")
CODE = frozenset({"code", "dfn", "kbd", "samp", "tt", "var"})
SERIES = frozenset({"next", "prev"})


def check(page: Page) -> Iterator[Fault]:
    """Yield exposed links whose whole name says nothing."""
    names = page.link_names
    for element in filter(names.__contains__, page.exposed("link")):
        name = names[element]
        words = plain_words(name)
        is_empty = words in EMPTY_PHRASES if words else _is_arrow(name)
        if is_empty and not _is_clear(element, name, words, page):
            yield Fault(
                element,
                f"the link text “{name}” does not say where the link leads",
                "name the page behind the link, as in [how we keep your details](/privacy/)",
            )


def _is_arrow(name: str) -> bool:
    return bool(name) and _ARROWS.fullmatch(name) is not None


def _is_clear(link: Element, name: str, words: str, page: Page) -> bool:
    """Tell whether something else says where a link with an empty name leads."""
    if link.get("aria-describedby") or _title_says_more(link, words):
        return True
    if _names_a_thing(link, name, words):
        return True
    if not words:
        return False
    language = primary_subtag(language_of(link))
    return not is_empty_phrase(words, language) or _is_in_series(link, page)


def _title_says_more(link: Element, words: str) -> bool:
    title = plain_words(link.get("title") or "")
    return title not in {"", words} and title not in EMPTY_PHRASES


def _names_a_thing(link: Element, name: str, words: str) -> bool:
    """Tell whether the text is a term: a word of a program, or the last one of the address."""
    fragment = unquote((link.get("href") or "").partition("#")[2])
    if not words:
        return name == fragment  # an operator
    if words in SUBJECTS and plain_words(fragment).split()[-1:] == [words]:
        return True
    inside = next(iter(link.children), link)
    return any(e.tag in CODE for e in (inside, *link.ancestors))


def _is_in_series(link: Element, page: Page) -> bool:
    """Tell whether a link is marked as the way to the next page, or to the one before."""
    address = link.get("href")
    others = (other for other in page.tagged("link") if other.get("href") == address)
    return any(map(_says_its_place, chain((link,), others)))


def _says_its_place(element: Element) -> bool:
    return not SERIES.isdisjoint(tokens((element.get("rel") or "").lower()))

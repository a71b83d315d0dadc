# SPDX-License-Identifier: AGPL-3.0-or-later
"""Language tags, and the text that is in the language of an element.

Source: BCP 47 (RFC 5646) and the IANA Language Subtag Registry; WCAG 2.2, 3.1.1 and 3.1.2.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from functools import cache
from itertools import chain
from operator import attrgetter
from pathlib import Path

from ...tree import SVG, Element, parse
from ..aria.names import describe
from ..frames import inner_html
from ..page import DRAWN, NEVER_SHOWN, TEXTS, Page

_FILE = Path(__file__).parents[1] / "data" / "languages.txt"
SILENT = frozenset({"script", "style", "template"})
UNREAD = SILENT.union(NEVER_SHOWN)
# Named by words that stand elsewhere, in an attribute of their own, or in the browser.
NAMED_FROM_OUTSIDE = frozenset(
    {"input", "meter", "optgroup", "output", "progress", "select", "textarea"}
)


@cache
def registry() -> dict[str, str]:
    """Return every primary language subtag with the script that it needs not name."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    return dict(word.partition(":")[::2] for word in words)


def primary_subtag(tag: str) -> str:
    """Return the first part of a language tag in lower case."""
    return tag.lower().split("-", 1)[0]


def is_known(tag: str) -> bool:
    """Tell whether the primary subtag of a tag is a language of the registry."""
    subtag = primary_subtag(tag)
    return subtag in registry() or ("qaa" <= subtag <= "qtz" and len(subtag) == 3)


def language_of(element: Element) -> str:
    """Return the tag that holds for an element, empty where none does."""
    holder = holder_of_language(element)
    return (holder.get("lang") or "") if holder else ""


def holder_of_language(element: Element) -> Element | None:
    """Return the element that names the language of another, or its own; None where none does."""
    here: Element | None = element
    while here is not None and here.get("lang") is None:
        here = here.parent
    return here


def texts_in(
    element: Element, page: Page, apart: Container[Element] = frozenset()
) -> Iterator[str]:
    """Yield all texts that are in the language of an element, without the own ones of those apart.

    They are those shown or exposed, and the names that attributes give.
    """
    more = page.with_words
    for inner in chain((element,), _inheriting(element)):
        texts = inner.own_texts
        if texts and inner.tag not in UNREAD and inner not in apart and page.is_perceived(inner):
            yield from texts
        if inner in more and inner.tag not in SILENT:
            yield from _more_texts(inner, page)


def has_words(element: Element, page: Page) -> bool:
    """Tell whether any text is in the language of an element, the names of its fields too."""
    if any(text.strip() for text in texts_in(element, page)):
        return True
    fields = (e for e in chain((element,), _inheriting(element)) if e.tag in NAMED_FROM_OUTSIDE)
    return any(map(page.name, fields))


def _more_texts(element: Element, page: Page) -> Iterator[str]:
    if element in page.speaking and page.is_exposed(element):
        yield from _names(element, page)
    if element.tag in DRAWN and element.namespace == SVG and page.is_exposed(element):
        yield from (child.text for child in element.children if child.tag == "title")
    if element.tag == "iframe" and page.is_visible(element):
        yield from _framed(element)


def words_in(element: Element, page: Page) -> Iterator[str]:
    """Return the texts that are in the language of an element, without code."""
    return texts_in(element, page, page.code)


def all_words(element: Element, page: Page) -> Iterator[str]:
    """Return the title and all words that are shown and not in a named language."""
    title = next(page.tagged("title"), None)
    titles = [title.text] if title is not None and title.text.strip() else ()
    return chain(titles, words_in(element, page))


def _names(element: Element, page: Page) -> Iterator[str]:
    for name in TEXTS:
        value = element.get(name)
        if value and value.strip():
            yield value
    if element.get("aria-labelledby"):
        yield page.name(element)
    if element.get("aria-describedby"):
        yield describe(element, page)
    if element.tag == "input" and page.role(element) == "button" and element.get("value"):
        yield element.get("value") or ""


def _framed(iframe: Element) -> Iterator[str]:
    """Yield the texts of an inner document that names no language of its own."""
    html = inner_html(iframe)
    document = parse(html) if html else None
    if document is None or document.root is None or document.root.get("lang"):
        return
    for element in chain((document.root,), _inheriting(document.root)):
        if element.tag not in SILENT and element.closest("head") is None:
            yield from element.own_texts


def _inheriting(element: Element) -> Iterator[Element]:
    """Yield the elements inside that name no language of their own, nor anything around them.

    Among them are those that are SILENT, in no language.
    """
    document = element.document
    index, end = element.index + 1, document.ends[element.index]
    named = document.by_attribute.get("lang", [])
    for place in range(bisect_left(named, index, key=attrgetter("index")), len(named)):
        other = named[place]
        if other.index >= end:
            break
        if other.index >= index and other.get("lang"):
            yield from document.elements[index : other.index]
            index = document.ends[other.index]
    yield from document.elements[index:end]

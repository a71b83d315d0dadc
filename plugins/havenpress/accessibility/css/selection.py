# SPDX-License-Identifier: AGPL-3.0-or-later
"""The elements of a page that selectors match.

Style sheets ask for hundreds of selectors a page, and nearly all are a few plain words. Those are
looked up in lists that the page has anyway; what is left goes to the parser's own engine.

Source: Selectors 4, sections 3.1 (compounds), 6.1 and 6.4 (attributes, classes) and 15 (combinators).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from ...tree import Document, Element, in_order

LONGEST = 500  # characters of a selector that are taken apart

_NAME = r"-?[A-Za-z_][\w-]*"
_PART = re.compile(rf"[.#]?{_NAME}|\[[\w-]+\]")
# Nobody points at anything, or has the focus, on a page that is only read.
_IDLE = r":not\(:(?:active|focus|hover)\)"
_PLAIN = re.compile(
    rf"(?:(?P<left>.*?[^\s>+~|])(?P<combinator>\s*>\s*|\s+))?"
    rf"(?P<compound>(?:\*|{_NAME})?(?:[.#]{_NAME}|\[[\w-]+\]|{_IDLE})*)",
    re.DOTALL,
)
_USED = re.compile(
    r"[^()\[\]\\]*:(?:active|focus(?:-visible|-within)?|hover)(?![\w-])[^()\[\]]*"  # “\:hover” names
)
_ODD = re.compile(r"[,\\]")
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:[~|^$*]?=(?:[\w-]+|\"[^\"]*\"|'[^']*'))?\]")
_INNERMOST = re.compile(r"\([^()]*\)")
_PSEUDO = re.compile(r"::?-?[A-Za-z][\w-]*")
_WORDS = re.compile(r"[\w.#*>+~\s-]*")
_SIMPLE = re.compile(r"([.#]?)(-?[A-Za-z_][\w-]*)")
_SPACE = re.compile(r"[ \t\n\f\r]+")
_STANDARD = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
_NOTHING: frozenset[str] = frozenset()
# Pseudo-classes that the parser does not know, as selectors that match the same. A script is taken
# to define what elements of their own name are.
_EQUALS = {
    ":-webkit-any-link": ":any-link",
    ":defined": ":is(*)",
    ":open": ":is(details[open], dialog[open])",
    ":placeholder-shown": (
        ":is(input[placeholder]:is(:not([value]), [value='']), textarea[placeholder]:empty)"
    ),
}
_EQUAL = re.compile("|".join(rf"{re.escape(name)}(?![\w-])" for name in _EQUALS))
_INDEX = attrgetter("index")


class Plain(NamedTuple):
    """A selector taken apart: what its last compound names, and what stands before it."""

    names: tuple[str, ...]  # tags, .classes, #ids and [attributes]; none for any element
    left: str
    is_child: bool


class Selection:
    """The elements of one page that selectors match, each asked once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # Without a doctype the letters of classes may be small or capital: ask the parser.
        self._is_standard = document.fragment or bool(_STANDARD.match(document.source))
        self._found: dict[str, list[Element]] = {}

    def match(self, selector: str) -> list[Element]:
        """Return the matched elements in document order; none for what is not understood."""
        known = self._found.get(selector)
        if known is None:
            known = self._found[selector] = self._match(selector)
        return known

    def _match(self, selector: str) -> list[Element]:
        plain = _take_apart(selector) if self._is_standard else None
        if plain is None:
            return self._ask_parser(selector)
        found = self._with_all(plain.names)
        if not plain.left or not found:
            return found
        left = self.match(plain.left)
        if not plain.is_child:
            return self._inside(left, found)
        parents = set(left)
        return [element for element in found if element.parent in parents]

    def _with_all(self, names: tuple[str, ...]) -> list[Element]:
        """Return the elements that have each of the names."""
        if not names:
            return self._document.elements
        named = self._named
        if len(names) == 1:
            return named.get(names[0], [])
        found, *rest = sorted((named.get(name, []) for name in names), key=len)
        for other in map(set, rest if found else ()):
            found = [element for element in found if element in other]
        return found

    def _inside(self, left: list[Element], found: list[Element]) -> list[Element]:
        """Return those of ``found`` that are inside one of ``left``."""
        ends, last, inside = self._document.ends, 0, []
        for outer in left:
            if outer.index < last:
                continue  # what is inside of it has been taken
            last = ends[outer.index]
            start = bisect_left(found, outer.index + 1, key=_INDEX)
            inside += found[start : bisect_left(found, last, lo=start, key=_INDEX)]
        return inside

    def _ask_parser(self, selector: str) -> list[Element]:
        if self._is_standard and not names_needed(selector) <= self._named.keys():
            return []
        try:
            return self._document.select(_EQUAL.sub(_equal, selector))
        except ValueError:
            return []

    def present(self, names: frozenset[str]) -> frozenset[str]:
        """Return those of some names that the page has; all where letters do not count."""
        return names.intersection(self._named) if names and self._is_standard else names

    @cached_property
    def _named(self) -> dict[str, list[Element]]:
        """Elements by what simple selectors name: tags, .classes, #ids and [attributes]."""
        found: dict[str, list[Element]] = {}
        for tag, elements in self._document.by_tag.items():
            small = tag.lower()  # SVG has linearGradient
            found[small] = in_order([*found[small], *elements]) if small in found else elements
        by_attribute = self._document.by_attribute
        for attribute, elements in by_attribute.items():
            found[f"[{attribute}]"] = elements
        for element in by_attribute.get("id", ()):
            found.setdefault(f"#{element.get('id')}", []).append(element)
        for element in by_attribute.get("class", ()):
            for name in _classes(element.get("class") or ""):
                if name in found:
                    found[name].append(element)
                else:
                    found[name] = [element]
        return found


def _equal(pseudo: re.Match[str]) -> str:
    return _EQUALS[pseudo[0]]


@lru_cache(maxsize=4096)
def _classes(text: str) -> tuple[str, ...]:
    return tuple(f".{word}" for word in dict.fromkeys(_SPACE.split(text)))


@lru_cache(maxsize=4096)
def _take_apart(selector: str) -> Plain | None:
    """Return the parts of a selector of plain words; None for every other selector."""
    found = _PLAIN.fullmatch(selector) if len(selector) <= LONGEST else None
    if not found or not found["compound"] or _ODD.search(selector):
        return None
    compound = re.sub(_IDLE, "", found["compound"]).removeprefix("*")
    names = [name if name[0] in ".#" else name.lower() for name in _PART.findall(compound)]
    return Plain(tuple(names), found["left"] or "", ">" in (found["combinator"] or ""))


def is_idle(selector: str) -> bool:
    """Tell whether a selector may match while nobody points at anything or has the focus there."""
    return not _USED.fullmatch(selector)


@lru_cache(maxsize=4096)
def names_needed(selector: str) -> frozenset[str]:
    """Return the names without which a page has nothing that a selector matches.

    What stands in round brackets, and a selector of other signs, asks for nothing.
    """
    if len(selector) > LONGEST:
        return _NOTHING
    attributes = [] if "(" in selector else _ATTRIBUTE.findall(selector)
    plain, count = _ATTRIBUTE.sub("", selector), 1
    while count:
        plain, count = _INNERMOST.subn("", plain)
    plain = _PSEUDO.sub("", plain)
    if not _WORDS.fullmatch(plain):
        return _NOTHING
    found = _SIMPLE.findall(plain)
    names = [sign + (name if sign else name.lower()) for sign, name in found]
    return frozenset([*names, *(f"[{name.lower()}]" for name in attributes)])

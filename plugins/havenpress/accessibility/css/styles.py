# SPDX-License-Identifier: AGPL-3.0-or-later
"""The values that the elements of one page have by its style sheets and style attributes.

A property is looked up in all sheets when a rule first asks for it. Values are specified values
with inheritance and ``var()`` resolved; nothing is laid out.

Source: CSS Cascade 5, section 6 (cascading), section 7 (inheritance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from ...tree import Document, Element
from .cascade import DEEPEST, EMPTY, VARIABLE, Test, differing, may_pass, passes, plan
from .media import DESKTOP, Screen, media_holds
from .selection import Selection
from .sheets import parse_declarations
from .shorthands import SHORTHANDS, longhand
from .valid_values import is_taken

INHERITED = frozenset(
    [
        "visibility",
        "color",
        "font-size",
        "font-weight",
        "letter-spacing",
        "word-spacing",
        "line-height",
        "white-space",
        "text-indent",
        "text-transform",
        "text-shadow",
        "-webkit-text-fill-color",
        "font-family",
        "color-scheme",
        "pointer-events",
        "text-wrap",
        "text-wrap-mode",
        "list-style-type",
        "overflow-wrap",
        "word-wrap",
        "word-break",
        "line-break",
    ]
)
INITIAL = {"visibility": "visible", "opacity": "1", "white-space": "normal", "position": "static"}
UNSETTING = frozenset({"unset", "revert", "revert-layer"})
MOST_KNOWN = 4096  # resolved values that pages with the same sheets share
LONGEST = 5000  # characters of a value whose variables are looked up

Declared = dict[Element, str]


class Styles:
    """The cascade of one page on one screen."""

    def __init__(
        self,
        document: Document,
        sheets: Iterable[str] = (),
        screen: Screen = DESKTOP,
        like: Styles | None = None,
    ) -> None:
        self.document = document
        self.selection = like.selection if like else Selection(document)
        self._like = like  # the same page on another screen; most properties agree
        self.screen = screen
        self.given = tuple(sheets)
        self.texts = like.texts if like else list(_style_elements(document))
        own = (text for media, text in self.texts if media_holds(media, screen))
        self.sheets = (*self.given, *own)
        self._plan = plan(self.sheets, screen) if any(self.sheets) else EMPTY
        self._applying = self._plan.applying(self.selection.present(self._plan.names))
        self._in_place = like._in_place if like else _declared_in_place(document)
        self.has_any = bool(self._plan.settings or document.by_attribute.get("style"))
        self.font_sizes: dict[Element, float] = {}
        self._declared: dict[str, Declared] = {}
        self._resolved: dict[str, str] = {}
        self._pseudo: dict[tuple[str, str], Declared] = {}

    def all_declared(self, name: str) -> Declared:
        """Return the elements that a property is declared for, with the value that wins."""
        known = self._declared.get(name)
        if known is None:
            known = self._declared[name] = self._find_declared(name)
        return known

    def _find_declared(self, name: str) -> Declared:
        if not self.has_any:
            return {}
        like = self._like
        if like is not None and name not in differing(like._plan, self._plan):
            return like.all_declared(name)
        return self._cascade(name)

    def _cascade(self, name: str) -> Declared:
        found: Declared = {}
        match = self.selection.match
        own = self._in_place.get(name, ())
        for important, pairs in enumerate(self._applying.pairs(name)):
            for selector, value in pairs:
                for element in match(selector):
                    found[element] = value
            found.update((element, value) for element, value, i in own if i == important)
        return found

    def having(self, name: str, test: Test) -> Iterator[Element]:
        """Yield the elements on which a value of a property, in lower case, passes a test."""
        own = self._in_place.get(name, ())
        # On most pages no sheet writes such a value: then nothing has to be looked up.
        if self._plan.writes(name, test) or any(may_pass(value, test) for _, value, _ in own):
            for element, value in self.all_declared(name).items():
                if passes(self.resolve(element, value), test):
                    yield element

    def reached(self, name: str, test: Test) -> Iterator[Element]:
        """Yield the elements for which a value that may pass a test is written, if it wins or not."""
        for selector in self._applying.selectors(name, test):
            yield from self.selection.match(selector)
        for element, value, _ in self._in_place.get(name, ()):
            if may_pass(value, test):
                yield element

    def declared(self, element: Element, name: str) -> str | None:
        """Return the value that wins the cascade, None where nothing is declared."""
        return self.all_declared(name).get(element)

    def value(self, element: Element, name: str) -> str | None:
        """Return the value after inheritance and ``var()``, None where nothing sets it."""
        return self._value(element, name, 0)

    def _value(self, element: Element, name: str, depth: int) -> str | None:
        declared = self.all_declared(name)
        if not declared or depth > DEEPEST:
            return None
        inherited = name in INHERITED or name.startswith("--")
        here: Element | None = element
        while here is not None:
            found = declared.get(here)
            if found is not None:
                value = self._resolve(here, found, depth)
                word = value.lower()
                if word == "initial" or (word in UNSETTING and not inherited):
                    return INITIAL.get(name)
                if word != "inherit" and word not in UNSETTING:
                    return value
            elif not inherited:
                return None
            here = here.parent
        return None

    def resolve(self, element: Element, value: str) -> str:
        """Return a value with each ``var()`` replaced by what it stands for there."""
        if "var(" not in value:
            return value
        known = self._plan.resolved.get(value) if self._shares else None
        if known is None:
            known = self._resolved.get(value)
        if known is None:
            known = self._resolve(element, value, 0)
            if self._is_same_everywhere(value):
                self._remember(value, known)
        return known

    @cached_property
    def _shares(self) -> bool:
        """Whether variables come from sheets alone, so that the plan may keep what they give."""
        return not self.document.fragment and not any(n[:2] == "--" for n in self._in_place)

    def _remember(self, value: str, known: str) -> None:
        """Keep a resolved value for this page, or for all pages with the same sheets."""
        self._resolved[value] = known
        shared = self._plan.resolved
        if self._shares and len(shared) < MOST_KNOWN and self._plan.sets_at_root(value):
            shared[value] = known

    def _is_same_everywhere(self, value: str, depth: int = 0) -> bool:
        """Tell whether only the root sets the variables that a value uses."""
        root = self.document.root
        for match in VARIABLE.finditer(value):
            declared = self.all_declared(match[1])
            if depth > DEEPEST or any(element is not root for element in declared):
                return False
            inner = (*declared.values(), match[2] or "")
            if not all(self._is_same_everywhere(text, depth + 1) for text in inner):
                return False
        return True

    def _resolve(self, element: Element, value: str, depth: int) -> str:
        if "var(" not in value or depth > DEEPEST or len(value) > LONGEST:
            return value

        def replaced(match: re.Match[str]) -> str:
            known = self._value(element, match[1], depth + 1)
            return known if known is not None else (match[2] or "").strip()

        return self._resolve(element, VARIABLE.sub(replaced, value), depth + 1)

    def pseudo(self, element: Element, which: str, name: str) -> str | None:
        """Return what a pseudo-element (``before``) declares for a property."""
        declared = self.all_pseudo(which, name)
        found = declared.get(element) if declared else None
        return self.resolve(element, found) if found else None

    def all_pseudo(self, which: str, name: str) -> Declared:
        """Return the elements whose pseudo-element declares a property, with its value."""
        key = (which, name)
        known = self._pseudo.get(key)
        if known is None:
            known = self._pseudo[key] = self._pseudo_cascade(which, name)
        return known

    def _pseudo_cascade(self, which: str, name: str) -> Declared:
        like = self._like
        if like is not None and name not in differing(like._plan, self._plan):
            return like.all_pseudo(which, name)
        match = self.selection.match
        normal, important = self._applying.pairs(name, which)
        return {e: value for selector, value in (*normal, *important) for e in match(selector)}


def _declared_in_place(document: Document) -> dict[str, list[tuple[Element, str, bool]]]:
    """Return for each property what style attributes say: (element, value, whether important)."""
    found: dict[str, list[tuple[Element, str, bool]]] = {}
    for element in document.by_attribute.get("style", ()):
        for name, value, important in parse_declarations(element.get("style") or ""):
            if not is_taken(name, value):
                continue
            for each in (name, *SHORTHANDS.get(name, ())):
                text = longhand(name, each, value)
                if is_taken(each, text):
                    found.setdefault(each, []).append((element, text, important))
    return found


def _style_elements(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (media, text) of each style element that holds CSS."""
    for element in document.by_tag.get("style", ()):
        if (element.get("type") or "text/css").strip().lower() == "text/css":
            yield element.get("media") or "", element.text

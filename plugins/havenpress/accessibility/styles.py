# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page's style sheets and style attributes say about each element.

A property is looked up in all sheets when a rule first asks for it. Values are specified values
with inheritance and ``var()`` resolved; nothing is laid out.

Source: CSS Cascade 5, section 6 (cascading), section 7 (inheritance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..tree import Document, Element
from .css import StyleRule, parse_declarations, parse_sheet
from .media import DESKTOP, Screen, holds, media_holds
from .shorthands import SHORTHANDS, longhand

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
    ]
)
INITIAL = {"visibility": "visible", "opacity": "1", "white-space": "normal", "position": "static"}
UNLAYERED = 1_000_000  # the rank of rules outside of every cascade layer
DEEPEST = 10  # variables inside of variables

_VARIABLE = re.compile(r"var\(\s*(--[^\s,)]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_LAST_COMPOUND = re.compile(r"[^\s>+~]+$")
_SIMPLE = re.compile(r"([.#]?)(-?[A-Za-z_][\w-]*)")

Declared = dict[Element, str]


class Setting(NamedTuple):
    """One selector that gives a property a value; the last that matches wins."""

    important: bool
    selector: str
    pseudo: str
    value: str


class Selection:
    """The elements of one page that selectors match, each asked once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: frozenset[str] | None = None
        self._found: dict[str, list[Element]] = {}

    def match(self, selector: str) -> list[Element]:
        """Return the matched elements; none for a selector that is not understood."""
        known = self._found.get(selector)
        if known is None:
            known = self._found[selector] = self._match(selector)
        return known

    def _match(self, selector: str) -> list[Element]:
        if self._names is None:
            self._names = _names(self._document)
        if not self._names.issuperset(_subject(selector)):
            return []
        try:
            return self._document.select(selector)
        except ValueError:
            return []


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
        self.font_sizes: dict[Element, float] = {}
        self.screen = screen
        self.given = tuple(sheets)
        self.sheets = (*self.given, *_style_elements(document, screen))
        self._plan = plan(self.sheets, screen) if any(self.sheets) else {}
        self._attributes = document.select("[style]")
        self.has_any = bool(self._plan or self._attributes)
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
        if like is not None and like._plan.get(name) == self._plan.get(name):
            return like.all_declared(name)
        return self._cascade(name)

    def _cascade(self, name: str) -> Declared:
        found: Declared = {}
        settings = [s for s in self._plan.get(name, ()) if not s.pseudo]
        own = [entry for e in self._attributes for entry in _own(e, name)]
        for important in (False, True):
            for setting in settings:
                if setting.important == important:
                    for element in self.selection.match(setting.selector):
                        found[element] = setting.value
            found.update((element, value) for element, value, i in own if i == important)
        return found

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
                if word in {"initial", "revert", "revert-layer"} or (
                    word == "unset" and not inherited
                ):
                    return INITIAL.get(name)
                if word not in {"inherit", "unset"}:
                    return value
            elif not inherited:
                return None
            here = here.parent
        return None

    def resolve(self, element: Element, value: str) -> str:
        """Return a value with each ``var()`` replaced by what it stands for there."""
        if "var(" not in value:
            return value
        known = self._resolved.get(value)
        if known is None:
            known = self._resolve(element, value, 0)
            if self._is_same_everywhere(value):
                self._resolved[value] = known
        return known

    def _is_same_everywhere(self, value: str, depth: int = 0) -> bool:
        """Tell whether only the root sets the variables that a value uses."""
        root = self.document.root
        for match in _VARIABLE.finditer(value):
            declared = self.all_declared(match[1])
            if depth > DEEPEST or any(element is not root for element in declared):
                return False
            inner = (*declared.values(), match[2] or "")
            if not all(self._is_same_everywhere(text, depth + 1) for text in inner):
                return False
        return True

    def _resolve(self, element: Element, value: str, depth: int) -> str:
        if "var(" not in value or depth > DEEPEST or len(value) > 5000:
            return value

        def replaced(match: re.Match[str]) -> str:
            known = self._value(element, match[1], depth + 1)
            return known if known is not None else (match[2] or "").strip()

        return self._resolve(element, _VARIABLE.sub(replaced, value), depth + 1)

    def pseudo(self, element: Element, which: str, name: str) -> str | None:
        """Return what a pseudo-element (``before``) declares for a property."""
        key = (which, name)
        known = self._pseudo.get(key)
        if known is None:
            known = self._pseudo[key] = self._pseudo_cascade(which, name)
        found = known.get(element) if known else None
        return self.resolve(element, found) if found else None

    def _pseudo_cascade(self, which: str, name: str) -> Declared:
        settings = [s for s in self._plan.get(name, ()) if s.pseudo == which]
        ordered = sorted(settings, key=lambda setting: setting.important)
        return {e: s.value for s in ordered for e in self.selection.match(s.selector)}


@lru_cache(maxsize=64)
def plan(sheets: tuple[str, ...], screen: Screen) -> dict[str, list[Setting]]:
    """Return for each property the settings of all sheets, the weakest first."""
    layers: dict[str, int] = {}
    ranked: dict[str, list[tuple[tuple[object, ...], Setting]]] = {}
    order = 0
    for sheet in sheets:
        for rule in parse_sheet(sheet):
            order += 1
            if all(holds(condition, screen) for condition in rule.conditions):
                _take(rule, _layer(rule, layers), order, ranked)
    return {
        name: [setting for _, setting in sorted(entries, key=lambda entry: entry[0])]
        for name, entries in ranked.items()
    }


def _take(rule: StyleRule, layer: int, order: int, ranked: dict) -> None:
    for name, value, important in rule.declarations:
        rank = (important, -layer if important else layer, rule.specificity, order)
        for each in (name, *SHORTHANDS.get(name, ())):
            text = longhand(name, each, value)
            setting = Setting(important, rule.selector, rule.pseudo, text)
            ranked.setdefault(each, []).append((rank, setting))


def _layer(rule: StyleRule, layers: dict[str, int]) -> int:
    names = [c.partition(" ")[2].strip() for c in rule.conditions if c.startswith("@layer")]
    return layers.setdefault(".".join(names), len(layers)) if names else UNLAYERED


def _own(element: Element, name: str) -> Iterator[tuple[Element, str, bool]]:
    for declared, value, important in parse_declarations(element.get("style") or ""):
        if declared == name or name in SHORTHANDS.get(declared, ()):
            yield element, longhand(declared, name, value), important


def _style_elements(document: Document, screen: Screen) -> Iterator[str]:
    for element in document.by_tag.get("style", ()):
        kind = (element.get("type") or "text/css").strip().lower()
        if kind == "text/css" and media_holds(element.get("media") or "", screen):
            yield element.text


def _names(document: Document) -> frozenset[str]:
    """Return what simple selectors may name: tags, .classes and #ids of the page."""
    found = set(document.by_tag)
    for element in document.select("[class]"):
        found.update(f".{name}" for name in (element.get("class") or "").split())
    for element in document.select("[id]"):
        found.add(f"#{element.get('id')}")
    return frozenset(found)


@lru_cache(maxsize=4096)
def _subject(selector: str) -> tuple[str, ...]:
    last = _LAST_COMPOUND.search(selector)
    plain = last[0].split(":", 1)[0].split("[", 1)[0] if last else ""
    if "(" in plain or ")" in plain or "\\" in plain:
        return ()
    return tuple(sign + (name if sign else name.lower()) for sign, name in _SIMPLE.findall(plain))

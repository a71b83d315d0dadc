# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page's style sheets and style attributes say about each element.

A property is looked up in all sheets when a rule first asks for it. Values are specified values
with inheritance and ``var()`` resolved; nothing is laid out.

Source: CSS Cascade 5, section 6 (cascading), section 7 (inheritance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..tree import Document, Element
from .css import StyleRule, parse_declarations, parse_sheet
from .media import DESKTOP, Screen, holds, media_holds
from .selection import Selection, names_needed
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
ROOT = frozenset({":root", "html"})
MOST_KINDS = 256  # of pages with the same sheets, by the names that they have
MOST_KNOWN = 4096  # resolved values that pages with the same sheets share

Declared = dict[Element, str]


class Setting(NamedTuple):
    """One selector that gives a property a value; the last that matches wins."""

    important: bool
    selector: str
    pseudo: str
    value: str


Pairs = tuple[list[tuple[str, str]], list[tuple[str, str]]]


class Plan:
    """What a set of style sheets says, the same for all pages that have these sheets."""

    def __init__(self, settings: dict[str, list[Setting]]) -> None:
        self.settings = settings
        selectors = {setting.selector for found in settings.values() for setting in found}
        self.names = frozenset[str]().union(*map(names_needed, selectors))
        self.resolved: dict[str, str] = {}  # values whose variables only the root sets
        self._applying: dict[frozenset[str], Applying] = {}

    def applying(self, present: frozenset[str]) -> Applying:
        """Return what can match on pages that have some of the names and not the others."""
        known = self._applying.get(present)
        if known is None:
            if len(self._applying) >= MOST_KINDS:
                self._applying.clear()
            known = self._applying[present] = Applying(self.settings, present)
        return known

    def sets_at_root(self, value: str, depth: int = 0) -> bool:
        """Tell whether no selector but that of the root sets the variables that a value uses."""
        for match in _VARIABLE.finditer(value):
            settings = self.settings.get(match[1], ())
            if depth > DEEPEST or any(s.selector not in ROOT or s.pseudo for s in settings):
                return False
            inner = (*(s.value for s in settings), match[2] or "")
            if not all(self.sets_at_root(text, depth + 1) for text in inner):
                return False
        return True


class Applying:
    """The settings of a plan that can match on one kind of page."""

    def __init__(self, settings: dict[str, list[Setting]], present: frozenset[str]) -> None:
        self._settings = settings
        self._present = present
        self._pairs: dict[tuple[str, str], Pairs] = {}

    def pairs(self, name: str, pseudo: str = "") -> Pairs:
        """Return (selector, value) of a property's normal and of its important settings."""
        known = self._pairs.get((name, pseudo))
        if known is None:
            known = self._pairs[name, pseudo] = self._find_pairs(name, pseudo)
        return known

    def _find_pairs(self, name: str, pseudo: str) -> Pairs:
        pairs: Pairs = ([], [])
        for setting in self._settings.get(name, ()):
            if setting.pseudo == pseudo and names_needed(setting.selector) <= self._present:
                pairs[setting.important].append((setting.selector, setting.value))
        return pairs


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
        self._plan = plan(self.sheets, screen) if any(self.sheets) else _EMPTY
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


@lru_cache(maxsize=64)
def plan(sheets: tuple[str, ...], screen: Screen) -> Plan:
    """Return for each property the settings of all sheets, the weakest first."""
    layers: dict[str, int] = {}
    ranked: dict[str, list[tuple[tuple[object, ...], Setting]]] = {}
    order = 0
    for sheet in sheets:
        for rule in parse_sheet(sheet):
            order += 1
            if all(holds(condition, screen) for condition in rule.conditions):
                _take(rule, _layer(rule, layers), order, ranked)
    settings = {
        name: [setting for _, setting in sorted(entries, key=lambda entry: entry[0])]
        for name, entries in ranked.items()
    }
    return Plan(settings)


@lru_cache(maxsize=64)
def differing(one: Plan, other: Plan) -> frozenset[str]:
    """Return the properties that two plans do not set in the same way."""
    names = one.settings.keys() | other.settings.keys()
    return frozenset(n for n in names if one.settings.get(n) != other.settings.get(n))


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


_EMPTY = Plan({})


def _declared_in_place(document: Document) -> dict[str, list[tuple[Element, str, bool]]]:
    """Return for each property what style attributes say: (element, value, whether important)."""
    found: dict[str, list[tuple[Element, str, bool]]] = {}
    for element in document.by_attribute.get("style", ()):
        for name, value, important in parse_declarations(element.get("style") or ""):
            for each in (name, *SHORTHANDS.get(name, ())):
                entry = element, longhand(name, each, value), important
                found.setdefault(each, []).append(entry)
    return found


def _style_elements(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (media, text) of each style element that holds CSS."""
    for element in document.by_tag.get("style", ()):
        if (element.get("type") or "text/css").strip().lower() == "text/css":
            yield element.get("media") or "", element.text

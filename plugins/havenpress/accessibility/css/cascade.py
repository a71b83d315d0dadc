# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a set of style sheets says, the weakest first: the same for all pages that have these sheets.

Source: CSS Cascade 5, section 6.4 (cascade sorting order).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from .media import Screen, holds
from .selection import is_idle, names_needed
from .sheets import REGISTERED, StyleRule, parse_sheet
from .shorthands import SHORTHANDS, longhand
from .valid_values import is_taken

UNLAYERED = 1_000_000  # the rank of rules outside of every cascade layer
LOWEST = -1
DEEPEST = 10  # variables inside of variables
ROOT = frozenset({":root", "html"})
MOST_KINDS = 256  # of pages with the same sheets, by the names that they have
VARIABLE = re.compile(r"var\(\s*(--[^\s,)]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")


class Setting(NamedTuple):
    """One selector that gives a property a value; the last that matches wins."""

    important: bool
    selector: str
    pseudo: str
    value: str


Test = Callable[[str], bool]  # of a value in lower case without spaces around it
Pairs = tuple[list[tuple[str, str]], list[tuple[str, str]]]
Layer = tuple[int, ...]  # the ranks of the layers around a rule, the outermost first


@lru_cache(maxsize=4096)
def passes(value: str, test: Test) -> bool:
    """Tell whether a value passes a test."""
    return test(value.strip().lower())


def may_pass(value: str, test: Test) -> bool:
    """Tell whether a value passes a test, or holds a variable that may."""
    return "var(" in value or passes(value, test)


class Plan:
    """What a set of style sheets says, the same for all pages that have these sheets."""

    def __init__(self, settings: dict[str, list[Setting]], layers: dict[str, int]) -> None:
        self.settings = settings
        self.layers = layers  # by their full names, the weakest first
        selectors = {setting.selector for found in settings.values() for setting in found}
        self.names = frozenset[str]().union(*map(names_needed, selectors))
        self.resolved: dict[str, str] = {}  # values whose variables only the root sets
        self._applying: dict[frozenset[str], Applying] = {}
        self._written: dict[tuple[str, Test], bool] = {}

    def writes(self, name: str, test: Test) -> bool:
        """Tell whether a value that passes a test may be written for a property."""
        known = self._written.get((name, test))
        if known is None:
            values = (setting.value for setting in self.settings.get(name, ()))
            known = self._written[name, test] = any(may_pass(value, test) for value in values)
        return known

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
        for match in VARIABLE.finditer(value):
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
        self._selectors: dict[tuple[str, Test], tuple[str, ...]] = {}

    def pairs(self, name: str, pseudo: str = "") -> Pairs:
        """Return (selector, value) of a property's normal and of its important settings."""
        known = self._pairs.get((name, pseudo))
        if known is None:
            known = self._pairs[name, pseudo] = self._find_pairs(name, pseudo)
        return known

    def selectors(self, name: str, test: Test) -> tuple[str, ...]:
        """Return the selectors that a value that may pass a test is written for."""
        known = self._selectors.get((name, test))
        if known is None:
            pairs = chain.from_iterable(self.pairs(name))
            found = (selector for selector, value in pairs if may_pass(value, test))
            known = self._selectors[name, test] = tuple(dict.fromkeys(found))
        return known

    def _find_pairs(self, name: str, pseudo: str) -> Pairs:
        pairs: Pairs = ([], [])
        for setting in self._settings.get(name, ()):
            if setting.pseudo == pseudo and names_needed(setting.selector) <= self._present:
                pairs[setting.important].append((setting.selector, setting.value))
        return pairs


@lru_cache(maxsize=64)
def plan(sheets: tuple[str, ...], screen: Screen) -> Plan:
    """Return for each property the settings of all sheets, the weakest first."""
    layers: dict[str, int] = {}
    ranked: dict[str, list[tuple[tuple[object, ...], Setting]]] = {}
    order = 0
    for sheet in sheets:
        for rule in parse_sheet(sheet):
            order += 1
            if is_idle(rule.selector) and all(holds(each, screen) for each in rule.conditions):
                _take(rule, layer_of(rule, layers), order, ranked)
    settings = {
        name: [setting for _, setting in sorted(entries, key=lambda entry: entry[0])]
        for name, entries in ranked.items()
    }
    return Plan(settings, layers)


@lru_cache(maxsize=64)
def differing(one: Plan, other: Plan) -> frozenset[str]:
    """Return the properties that two plans do not set in the same way."""
    names = one.settings.keys() | other.settings.keys()
    return frozenset(n for n in names if one.settings.get(n) != other.settings.get(n))


def _take(rule: StyleRule, layer: Layer, order: int, ranked: dict) -> None:
    scoped = any(condition[:6].lower() == "@scope" for condition in rule.conditions)
    for name, value, important in rule.declarations:
        if not is_taken(name, value):
            continue
        rank = (important, strength(layer, important), rule.specificity, scoped, order)
        for each in (name, *SHORTHANDS.get(name, ())):
            text = longhand(name, each, value)
            if is_taken(each, text):
                setting = Setting(important, rule.selector, rule.pseudo, text)
                ranked.setdefault(each, []).append((rank, setting))


def layer_of(rule: StyleRule, layers: dict[str, int]) -> Layer:
    """Return the rank of the layer that a rule stands in; what is in none is the strongest."""
    if REGISTERED in rule.conditions:
        return (LOWEST,)
    names = [c.partition(" ")[2].strip() for c in rule.conditions if c.startswith("@layer")]
    if not names:
        return (UNLAYERED,)
    around = accumulate(".".join(names).split("."), "{}.{}".format)
    return (*(layers.setdefault(name, len(layers)) for name in around), UNLAYERED)


def strength(layer: Layer, important: bool) -> Layer:
    """Return what a layer's declarations are sorted by: the first layer's important ones win."""
    return tuple(-rank for rank in layer) if important else layer


EMPTY = Plan({}, {})

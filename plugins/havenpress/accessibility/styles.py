# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page's style sheets and style attributes say about each element.

Only properties that a rule asks about are kept. Values are specified values with inheritance and
``var()`` resolved; nothing is laid out.

Source: CSS Cascade 5, section 6 (cascading), section 7 (inheritance).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..tree import Document, Element
from .css import StyleRule, parse_declarations, parse_sheet, split_list
from .media import DESKTOP, Screen, holds, media_holds

KEPT = frozenset(
    [
        "all",
        "display",
        "visibility",
        "content",
        "content-visibility",
        "color",
        "background",
        "background-color",
        "background-image",
        "opacity",
        "font",
        "font-size",
        "font-weight",
        "letter-spacing",
        "word-spacing",
        "line-height",
        "white-space",
        "text-wrap",
        "text-wrap-mode",
        "width",
        "height",
        "max-height",
        "max-width",
        "overflow",
        "overflow-x",
        "overflow-y",
        "clip",
        "clip-path",
        "position",
        "left",
        "right",
        "top",
        "bottom",
        "inset",
        "text-indent",
        "transform",
        "scale",
        "rotate",
        "text-transform",
        "text-shadow",
        "filter",
        "mix-blend-mode",
        "-webkit-text-fill-color",
        "outline",
        "outline-width",
        "outline-style",
        "outline-color",
        "border",
        "border-width",
        "border-color",
        "box-shadow",
        "background-clip",
        "block-size",
        "inline-size",
        "font-family",
        "color-scheme",
        "min-height",
        "min-width",
        "pointer-events",
        "text-decoration",
        "text-decoration-line",
        "border-bottom",
        "list-style",
        "list-style-type",
    ]
)
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
SHORTHANDS = {
    "background": ("background-color", "background-image"),
    "overflow": ("overflow-x", "overflow-y"),
    "font": ("font-size", "font-weight", "line-height", "font-family"),
}
INITIAL = {
    "visibility": "visible",
    "opacity": "1",
    "white-space": "normal",
    "position": "static",
}
UNLAYERED, ATTRIBUTE = 1_000_000, 2_000_000  # ranks above every cascade layer

_VARIABLE = re.compile(r"var\(\s*(--[^\s,)]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_LAST_COMPOUND = re.compile(r"[^\s>+~]+$")
_SIMPLE = re.compile(r"([.#]?)(-?[A-Za-z_][\w-]*)")

Declared = dict[str, tuple[tuple[object, ...], str]]


class Styles:
    """The cascade of one page on one screen."""

    def __init__(
        self, document: Document, sheets: Iterable[str] = (), screen: Screen = DESKTOP
    ) -> None:
        self.document = document
        self.screen = screen
        self.given = tuple(sheets)
        self.sheets = (*self.given, *_style_elements(document, screen))
        self._declared: dict[Element, Declared] = {}
        self._pseudo: dict[tuple[Element, str], Declared] = {}
        self._order = 0
        self._layers: dict[str, int] = {}
        self._apply_sheets()
        self._apply_attributes()

    @property
    def has_any(self) -> bool:
        """Whether anything of interest is declared at all."""
        return bool(self._declared or self._pseudo)

    def _apply_sheets(self) -> None:
        if not self.sheets:
            return
        names = _names(self.document)
        for sheet in self.sheets:
            for rule in relevant_rules(sheet):
                if _may_match(rule.selector, names) and self._conditions_hold(rule):
                    self._apply(rule)

    def _conditions_hold(self, rule: StyleRule) -> bool:
        return all(holds(condition, self.screen) for condition in rule.conditions)

    def _apply(self, rule: StyleRule) -> None:
        try:
            matched = self.document.select(rule.selector)
        except ValueError:
            return
        self._order += 1
        layer = self._layer(rule)
        for element in matched:
            key = (element, rule.pseudo)
            target = (
                self._pseudo.setdefault(key, {})
                if rule.pseudo
                else self._declared.setdefault(element, {})
            )
            for name, value, important in rule.declarations:
                rank = (
                    important,
                    -layer if important else layer,
                    rule.specificity,
                    self._order,
                )
                _declare(target, name, value, rank)

    def _layer(self, rule: StyleRule) -> int:
        names = [c.partition(" ")[2].strip() for c in rule.conditions if c.startswith("@layer")]
        if not names:
            return UNLAYERED
        return self._layers.setdefault(".".join(names), len(self._layers))

    def _apply_attributes(self) -> None:
        for element in self.document.select("[style]"):
            for name, value, important in parse_declarations(element.get("style") or ""):
                target = self._declared.setdefault(element, {})
                _declare(target, name, value, (important, ATTRIBUTE, (0, 0, 0), 0))

    def declared(self, element: Element, name: str) -> str | None:
        """Return the value that wins the cascade, None where nothing is declared."""
        own = self._declared.get(element)
        found = own.get(name) if own else None
        return found[1] if found else None

    def own(self, element: Element) -> Declared | None:
        """Return all that is declared for an element, None where nothing is."""
        return self._declared.get(element)

    def value(self, element: Element, name: str) -> str | None:
        """Return the value after inheritance and ``var()``, None where nothing sets it."""
        here: Element | None = element
        inherited = name in INHERITED or name.startswith("--")
        while here is not None:
            own = self._declared.get(here)
            found = own.get(name) if own else None
            if found:
                value = self.resolve(here, found[1])
                if value in {"initial", "revert", "revert-layer"}:
                    return INITIAL.get(name)
                if value == "unset" and not inherited:
                    return INITIAL.get(name)
                if value not in {"inherit", "unset"}:
                    return value
            elif not inherited:
                return None
            here = here.parent
        return None

    def resolve(self, element: Element, value: str, depth: int = 0) -> str:
        """Return a value with each ``var()`` replaced by what it stands for there."""
        if "var(" not in value or depth > 10 or len(value) > 5000:
            return value

        def replaced(match: re.Match[str]) -> str:
            known = self.value(element, match[1])
            return known if known is not None else (match[2] or "").strip()

        return self.resolve(element, _VARIABLE.sub(replaced, value), depth + 1)

    def pseudo(self, element: Element, which: str, name: str) -> str | None:
        """Return what a pseudo-element (``before``) declares for a property."""
        found = self._pseudo.get((element, which), {}).get(name)
        return self.resolve(element, found[1]) if found else None


def _declare(target: Declared, name: str, value: str, rank: tuple[object, ...]) -> None:
    names = [name, *SHORTHANDS.get(name, ())]
    for each in names:
        known = target.get(each)
        if known is None or known[0] <= rank:  # type: ignore[operator]
            target[each] = (rank, _longhand(name, each, value))


def _longhand(shorthand: str, name: str, value: str) -> str:
    if shorthand == name or "var(" in value:
        return value
    if shorthand == "overflow":
        words = value.split() or [""]
        return words[-1] if name == "overflow-y" else words[0]
    if shorthand == "font":
        return _font_part(name, value)
    if name == "background-image":
        return value if re.search(r"url\(|gradient\(|image\(|image-set\(", value) else "none"
    return _background_colour(value)


def _background_colour(value: str) -> str:
    words = split_list(split_list(value)[-1] if split_list(value) else "", " ")
    known = ("url(", "linear-", "radial-", "conic-", "repeating-", "image")
    plain = [w for w in words if not w.startswith(known) and not re.match(r"[\d.+-]|/", w)]
    positions = {
        "center",
        "top",
        "bottom",
        "left",
        "right",
        "repeat",
        "no-repeat",
        "repeat-x",
    }
    positions |= {
        "repeat-y",
        "fixed",
        "scroll",
        "local",
        "cover",
        "contain",
        "border-box",
    }
    positions |= {
        "padding-box",
        "content-box",
        "text",
        "none",
        "auto",
        "round",
        "space",
    }
    colours = [word for word in plain if word.lower() not in positions]
    return colours[0] if colours else "transparent"


def _font_part(name: str, value: str) -> str:
    size = re.search(r"(?:^|\s)([\d.]+[a-z%]+|[a-z-]*small|medium|[a-z-]*large)(?:/(\S+))?", value)
    if name == "font-size":
        return size[1] if size else "medium"
    if name == "line-height":
        return (size[2] or "normal") if size else "normal"
    if name == "font-family":
        return value[size.end() :].strip() if size else ""
    weight = re.search(r"(?:^|\s)(bold(?:er)?|[1-9]00|lighter)(?=\s)", value)
    return weight[1] if weight else "normal"


@lru_cache(maxsize=64)
def relevant_rules(sheet: str) -> tuple[StyleRule, ...]:
    """Return a sheet's rules that set a property of interest, with those properties only."""
    kept = []
    for rule in parse_sheet(sheet):
        declarations = tuple(d for d in rule.declarations if d[0] in KEPT or d[0][:2] == "--")
        if declarations:
            kept.append(
                StyleRule(
                    rule.selector,
                    rule.pseudo,
                    rule.specificity,
                    declarations,
                    rule.conditions,
                )
            )
    return tuple(kept)


def _style_elements(document: Document, screen: Screen) -> Iterator[str]:
    for element in document.by_tag.get("style", ()):
        kind = (element.get("type") or "text/css").strip().lower()
        if kind == "text/css" and media_holds(element.get("media") or "", screen):
            yield element.text


def _names(document: Document) -> frozenset[str]:
    """Return what simple selectors may name: tags, .classes and #ids of the page."""
    found = set(document.by_tag)
    for element in document.select("[class],[id]"):
        found.update(f".{name}" for name in (element.get("class") or "").split())
        identity = element.get("id")
        if identity:
            found.add(f"#{identity}")
    return frozenset(found)


@lru_cache(maxsize=4096)
def _subject(selector: str) -> tuple[str, ...]:
    last = _LAST_COMPOUND.search(selector)
    plain = last[0].split(":", 1)[0].split("[", 1)[0] if last else ""
    if "(" in plain or ")" in plain or "\\" in plain:
        return ()
    return tuple(sign + (name if sign else name.lower()) for sign, name in _SIMPLE.findall(plain))


def _may_match(selector: str, names: frozenset[str]) -> bool:
    return all(name in names for name in _subject(selector))

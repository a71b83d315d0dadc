# SPDX-License-Identifier: AGPL-3.0-or-later
"""CSS lengths in pixels. Source: CSS Values and Units 4; CSS Fonts 4, section 2.5 (font-size)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ...tree import Element

if TYPE_CHECKING:
    from .styles import Styles

_DIMENSION = re.compile(
    r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*", re.IGNORECASE
)
_ABSOLUTE = {"px": 1, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "pt": 4 / 3}
_ABSOLUTE["pc"] = 16
_OF_FONT = {"em": 1, "ex": 0.5, "ch": 0.5, "lh": 1.2}
_KEYWORDS = {
    "xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24,
    "xx-large": 32, "xxx-large": 48,
}  # fmt: skip
_RELATIVE = {
    "h1": 2, "h2": 1.5, "h3": 1.17, "h4": 1, "h5": 0.83, "h6": 0.67, "big": 1.2,
    "small": 1 / 1.2, "sub": 1 / 1.2, "sup": 1 / 1.2,
}  # fmt: skip
# Source: HTML standard, section 15.3.4 (rules for parsing a legacy font size).
_OF_FONT_ELEMENT = (10, 13, 16, 18, 24, 32, 48)
_LEGACY = re.compile(r"\s*([+-]?)(\d{1,9})")
_CONTROLS = frozenset({"button", "input", "select", "textarea"})
OF_CONTROLS = 40 / 3  # pixels, whatever is around them
ROOT = 16.0
# For a window of 1280 by 800 pixels, a hundredth of it each.
_FIXED = {"vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8, "vi": 12.8, "vb": 8.0}


@lru_cache(maxsize=4096)
def split_dimension(text: str) -> tuple[float, str] | None:
    """Return the number and the unit of a dimension, None for anything else."""
    found = _DIMENSION.fullmatch(text)
    return (float(found[1]), found[2].lower()) if found else None


@lru_cache(maxsize=4096)
def to_pixels(
    text: str, em: float, percent: float | None = None, rem: float = ROOT
) -> float | None:
    """Return a length in pixels; ``em``, ``percent``, ``rem``: what 1em, 100 % and 1rem are."""

    def convert(number: float, unit: str) -> float | None:
        return number * rem if unit == "rem" else _pixels(number, unit, em, percent)

    if "(" in text:
        return calculate(text, lambda n, unit: convert(n, unit) if unit else n)
    parts = split_dimension(text)
    return convert(*parts) if parts else None


def _pixels(number: float, unit: str, em: float, percent: float | None) -> float | None:
    if unit in _ABSOLUTE:
        return number * _ABSOLUTE[unit]
    if unit in _OF_FONT:
        return number * (em * _OF_FONT[unit])
    if unit in _FIXED:
        return number * _FIXED[unit]
    if unit == "%" and percent is not None:
        return number * percent / 100
    return 0.0 if number == 0 and not unit else None


Convert = Callable[[float, str], float | None]
_TERM = re.compile(
    r"\s*(?:(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?P<unit>[a-z%]*)"
    r"|(?P<function>-?[a-z]*)\(|(?P<sign>[-+*/),]))\s*",
    re.IGNORECASE,
)
_COMBINE: dict[str, Callable[[list[float]], float]] = {
    "": lambda values: values[0],
    "calc": lambda values: values[0],
    "min": min,
    "max": max,
    "clamp": lambda values: max(values[0], min(values[1], values[2])),
}
LONGEST = 200  # characters of a calculation


def calculate(text: str, convert: Convert) -> float | None:
    """Return what ``calc()``, ``min()``, ``max()`` or ``clamp()`` comes to, None where unclear.

    ``convert`` turns a number with its unit into what is counted. Source: CSS Values 4, section 10.
    """
    try:
        found = list(_TERM.finditer(text)) if len(text) <= LONGEST else []
        if not found or "".join(term[0] for term in found) != text:
            return None
        terms = list(reversed(found))
        value = _factor(terms, convert)
        return None if terms else value
    except (ArithmeticError, LookupError, TypeError):
        return None


def _sum(terms: list[re.Match[str]], convert: Convert) -> float:
    value = _product(terms, convert)
    while terms and (terms[-1]["sign"] or "") in {"+", "-"}:
        sign = terms.pop()["sign"]
        other = _product(terms, convert)
        value += other if sign == "+" else -other
    return value


def _product(terms: list[re.Match[str]], convert: Convert) -> float:
    value = _factor(terms, convert)
    while terms and (terms[-1]["sign"] or "") in {"*", "/"}:
        sign = terms.pop()["sign"]
        other = _factor(terms, convert)
        value = value * other if sign == "*" else value / other
    return value


def _factor(terms: list[re.Match[str]], convert: Convert) -> float:
    term = terms.pop()
    if term["number"]:
        return convert(float(term["number"]), term["unit"].lower())  # type: ignore[return-value]
    combine = _COMBINE[(term["function"] or "").lower()]
    values = [_sum(terms, convert)]
    while terms.pop()["sign"] == ",":
        values.append(_sum(terms, convert))
    return combine(values)


def font_size(element: Element, styles: Styles) -> float:
    """Return the computed size of an element's text in pixels."""
    known = styles.font_sizes
    unknown = []
    here: Element | None = element
    while here is not None and here not in known:
        unknown.append(here)
        here = here.parent
    size = known[here] if here is not None else ROOT
    declared = styles.all_declared("font-size")
    for each in reversed(unknown):
        if each in declared:
            size = _declared_size(each, declared[each], styles, size)
        else:
            size = _usual_size(each, size)
        known[each] = size
    return size


def root_size(styles: Styles) -> float:
    """Return what 1rem is in pixels: the size that the root element has."""
    root = styles.document.root
    return font_size(root, styles) if root is not None else ROOT


def _usual_size(element: Element, inherited: float) -> float:
    tag = element.tag
    if tag in _RELATIVE:
        return inherited * _RELATIVE[tag]
    if tag in _CONTROLS:
        return OF_CONTROLS
    return _legacy_size(element.get("size") or "", inherited) if tag == "font" else inherited


def _legacy_size(text: str, inherited: float) -> float:
    """Return the size that a font element asks for: of seven, or so many more or less than three."""
    found = _LEGACY.match(text)
    if not found:
        return inherited
    step = int(found[2])
    number = {"": step, "+": 3 + step, "-": 3 - step}[found[1]]
    return float(_OF_FONT_ELEMENT[max(1, min(number, 7)) - 1])


def _declared_size(element: Element, declared: str, styles: Styles, inherited: float) -> float:
    value = styles.resolve(element, declared).strip().lower()
    if value == "initial":
        return ROOT
    if value in {"revert", "revert-layer"}:
        return _usual_size(element, inherited)
    if value in _KEYWORDS:
        return float(_KEYWORDS[value])
    if value in {"smaller", "larger"}:
        return inherited * (1.2 if value == "larger" else 1 / 1.2)
    root = styles.document.root
    rem = ROOT if root is None or element is root else root_size(styles)
    found = to_pixels(value, inherited, inherited, rem)
    return inherited if found is None else found

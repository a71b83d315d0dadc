# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the conditions around a style rule hold on the screen that is assumed.

Source: Media Queries 5; CSS Conditional Rules 3 and 4.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from .conditions import Leaf, MalformedError, Truth, evaluate, negate, split_condition
from .lengths import ROOT, split_dimension, to_pixels
from .sheets import may_be_selector, split_list
from .valid_values import is_taken

_FEATURE = re.compile(
    r"\((?:(?P<left>[^<>=]+)(?P<before>[<>]=?|=))?\s*(?P<name>-?[a-z][a-z0-9-]*)\s*"
    r"(?:(?P<sign>[<>]=?|[:=])(?P<value>[^<>=]+))?\)"
)
_BOUND = re.compile(r"(?P<maker>-webkit-)?(?P<end>min|max)-(?P<name>.+)")
_DECLARATION = re.compile(r"\(\s*(?P<name>-{0,2}[a-z][\w-]*)\s*:(?P<value>.*)\)", re.DOTALL)
_FUNCTION = re.compile(r"(?P<name>[a-z-]+)\((?P<inside>.*)\)", re.DOTALL)
_RATIO = re.compile(r"\s*([\d.]+)\s*(?:/\s*([\d.]+)\s*)?")
_DOTS = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
_OF_FONTS = frozenset({"font-format", "font-tech"})
SEEN = frozenset({"all", "screen"})  # media types
_RESERVED = frozenset({"and", "layer", "not", "only", "or"})
# Properties of browsers that are no more, or of one maker's telephones alone.
FOREIGN = (
    "-apple-", "-khtml-", "-moz-", "-ms-", "-o-", "-webkit-backdrop-filter", "-webkit-hyphens",
    "-webkit-overflow-scrolling", "-webkit-touch-callout",
)  # fmt: skip
LONGEST = 1_000  # characters of a condition that is understood
_FLIP = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen a page is judged on; lengths in CSS pixels."""

    width: float = 1280
    height: float = 800
    scheme: str = "light"
    touched: bool = False  # with a finger, which cannot hover


DESKTOP = Screen()


@lru_cache(maxsize=2048)
def holds(condition: str, screen: Screen = DESKTOP) -> bool:
    """Tell whether one at-rule's condition holds; what is too long to be understood holds."""
    name, _, query = condition.partition(" ")
    if "(" in name:
        name, _, query = condition.partition("(")
        query = "(" + query
    if name.lower() == "@media":
        return media_holds(query, screen)
    if name.lower() == "@supports":
        return len(query) > LONGEST or _holds(query, lambda items: evaluate(items, _supported))
    return name.lower() not in {"@starting-style", "@container"}


def media_holds(query: str, screen: Screen = DESKTOP) -> bool:
    """Tell whether a media query list holds on the screen."""
    if not query.strip():
        return True
    return any(len(part) > LONGEST or _query_holds(part, screen) for part in split_list(query))


def _query_holds(query: str, screen: Screen) -> bool:
    return _holds(query, lambda items: _truth(items, lambda item: _has_feature(item, screen)))


def _holds(query: str, judge: Callable[[list[str]], Truth]) -> bool:
    try:
        return judge(split_condition(query.lower())) is True
    except MalformedError:
        return False


def _truth(items: list[str], leaf: Leaf) -> Truth:
    """Return whether one query holds: a media type with what stands behind it, or a condition."""
    modifier = items[0] if items[0] in {"not", "only"} else ""
    rest = items[1:] if modifier else items
    if modifier != "only" and rest and rest[0].startswith("("):
        return evaluate(items, leaf)
    truth = _has_type(rest, leaf)
    return negate(truth) if modifier == "not" else truth


def _has_type(items: list[str], leaf: Leaf) -> Truth:
    """Return whether a screen is of a media type and fulfils what stands behind it."""
    if not items or items[0] in _RESERVED or items[0].endswith(")"):
        raise MalformedError(" ".join(items))
    is_seen = items[0] in SEEN
    if len(items) == 1:
        return is_seen
    if items[1] != "and" or "or" in items:
        raise MalformedError(" ".join(items))
    truth = evaluate(items[2:], leaf)
    return truth if is_seen else False


def _has_feature(item: str, screen: Screen) -> Truth:
    """Return whether a screen has a feature, unknown where it is none or its value is wrong."""
    found = _FEATURE.fullmatch(item)
    if not found:
        return None
    name, sign, value = found["name"], found["sign"], found["value"]
    bound = _BOUND.fullmatch(name)
    if bound and sign == ":":
        name = (bound["maker"] or "") + bound["name"]
        sign = ">=" if bound["end"] == "min" else "<="
    if name in _MEASURED:
        asked = [(found["before"] and _FLIP[found["before"]], found["left"]), (sign, value)]
        return _measures(name, [(s, v) for s, v in asked if s], screen)
    if found["left"] or sign not in {":", None} or bound:
        return None
    return _is_named(name, value.strip() if value else "", screen)


def _measures(name: str, asked: list[tuple[str, str]], screen: Screen) -> Truth:
    """Return whether what can be measured is as is asked, without that whether there is any."""
    measure, read = _MEASURED[name]
    actual = measure(screen)
    if not asked:
        return bool(actual)
    wanted = [(sign, read(value.strip())) for sign, value in asked]
    if any(number is None for _, number in wanted):
        return None
    return all(_compare(actual, sign, number) for sign, number in wanted if number is not None)


def _length(text: str) -> float | None:
    return to_pixels(text, ROOT)


def _ratio(text: str) -> float | None:
    found = _RATIO.fullmatch(text)
    try:
        return float(found[1]) / float(found[2] or 1) if found else None
    except (ArithmeticError, ValueError):
        return None


def _dots(text: str) -> float | None:
    number, unit = split_dimension(text) or (0.0, "")
    return number * _DOTS[unit] if unit in _DOTS else None


def _number(text: str) -> float | None:
    number, unit = split_dimension(text) or (0.0, "?")
    return None if unit else number


# What is measured of a screen, and how a value for it is read.
_MEASURED: dict[str, tuple[Callable[[Screen], float], Callable[[str], float | None]]] = {
    "width": (lambda screen: screen.width, _length),
    "height": (lambda screen: screen.height, _length),
    "device-width": (lambda screen: screen.width, _length),
    "device-height": (lambda screen: screen.height, _length),
    "aspect-ratio": (lambda screen: screen.width / screen.height, _ratio),
    "device-aspect-ratio": (lambda screen: screen.width / screen.height, _ratio),
    "resolution": (lambda screen: 1, _dots),
    "-webkit-device-pixel-ratio": (lambda screen: 1, _number),
    "color": (lambda screen: 8, _number),
    "color-index": (lambda screen: 0, _number),
    "monochrome": (lambda screen: 0, _number),
    "horizontal-viewport-segments": (lambda screen: 1, _number),
    "vertical-viewport-segments": (lambda screen: 1, _number),
}


def _is_named(name: str, value: str, screen: Screen) -> Truth:
    hover, pointer = ("none", "coarse") if screen.touched else ("hover", "fine")
    known = {
        "orientation": "landscape" if screen.width > screen.height else "portrait",
        "prefers-color-scheme": screen.scheme,
        "hover": hover,
        "pointer": pointer,
        "any-hover": hover,
        "any-pointer": pointer,
        **_NAMED,
    }.get(name)
    if known is None:
        return None
    return known == value if value else known not in {"none", "no-preference", "0"}


_NAMED = {
    "-webkit-transform-3d": "1",
    "color-gamut": "srgb",
    "device-posture": "continuous",
    "display-mode": "browser",
    "dynamic-range": "standard",
    "forced-colors": "none",
    "grid": "0",
    "inverted-colors": "none",
    "overflow-block": "scroll",
    "overflow-inline": "scroll",
    "prefers-contrast": "no-preference",
    "prefers-reduced-motion": "no-preference",
    "prefers-reduced-transparency": "no-preference",
    "scripting": "enabled",
    "update": "fast",
}


def _compare(actual: float, sign: str, wanted: float) -> bool:
    return {
        "<": actual < wanted,
        ">": actual > wanted,
        "<=": actual <= wanted,
        ">=": actual >= wanted,
    }.get(sign, actual == wanted)


def _supported(item: str) -> bool:
    """Tell whether browsers of today know a declaration or a selector, as far as we can tell."""
    declared = _DECLARATION.fullmatch(item)
    if declared:
        name = declared["name"]
        return not name.startswith(FOREIGN) and is_taken(name, declared["value"].strip())
    asked = _FUNCTION.fullmatch(item)
    if asked and asked["name"] == "selector":
        return len(split_list(asked["inside"])) == 1 and may_be_selector(asked["inside"].strip())
    return asked is not None and asked["name"] in _OF_FONTS

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the conditions around a style rule hold on the screen that is assumed.

Source: Media Queries 5; CSS Conditional Rules 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\(([^()]*)\)")
_LENGTH = re.compile(r"\s*([\d.]+)\s*(px|em|rem)?\s*")
_RANGE = re.compile(r"(width|height)\s*(<=|>=|<|>)\s*([\d.]+(?:px|em|rem)?)")
_REVERSED = re.compile(r"([\d.]+(?:px|em|rem)?)\s*(<=|>=|<|>)\s*(width|height)")
_BETWEEN = re.compile(r"([\w.]+\s*[<>]=?)\s*(width|height)\s*([<>]=?\s*[\w.]+)")
_NESTED = r"(?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*"
_SUPPORTED = re.compile(rf"(?:[\w-]+\(|\(\s*(?P<name>[\w-]+)\s*:){_NESTED}\)")
_GROUP = re.compile(r"\(([^()]*)\)")
_NEGATED = re.compile(r"not\s+([01])")
# Properties of browsers that are no more, or of one maker's telephones alone.
FOREIGN = ("-apple-", "-khtml-", "-moz-", "-ms-", "-o-", "-webkit-touch-callout")
LONGEST = 1_000  # characters of a condition that is understood
_FLIP = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


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
    """Tell whether one at-rule's condition holds; what is not understood holds."""
    name, _, query = condition.partition(" ")
    if "(" in name:
        name, _, query = condition.partition("(")
        query = "(" + query
    if name.lower() == "@media":
        return media_holds(query, screen)
    if name.lower() == "@supports":
        return len(query) > LONGEST or _supports(query.lower())
    return name.lower() not in {"@starting-style", "@container"}


def _supports(query: str) -> bool:
    """Tell whether a browser of today fulfils a condition, which it does where nothing is foreign."""

    def joined(group: re.Match[str]) -> str:
        values = _NEGATED.sub(lambda found: "10"[int(found[1])], group[1])
        every = "0" not in values if " or " not in values else "1" in values
        return str(int(every))

    asked = _SUPPORTED.sub(lambda found: str(int(not _is_foreign(found["name"]))), query)
    asked, groups = f"({asked})", 1
    while groups:
        asked, groups = _GROUP.subn(joined, asked)
    return asked == "1"


def _is_foreign(name: str | None) -> bool:
    return name is not None and name.startswith(FOREIGN)


def media_holds(query: str, screen: Screen = DESKTOP) -> bool:
    """Tell whether a media query list holds on the screen."""
    parts = [part.strip().lower() for part in query.split(",") if part.strip()]
    return not parts or any(_query_holds(part, screen) for part in parts)


def _query_holds(query: str, screen: Screen) -> bool:
    negated = query.startswith("not ")
    query = query.removeprefix("not ").removeprefix("only ")
    kind = query.split("(")[0].split()
    holds_for_type = not kind or kind[0] in {"all", "screen", "and"}
    features = [_feature_holds(feature.strip(), screen) for feature in _WORD.findall(query)]
    every = any(features) if " or " in query else all(features)
    return (holds_for_type and every) != negated


def _feature_holds(feature: str, screen: Screen) -> bool:
    between = _BETWEEN.fullmatch(feature)
    if between:
        left, name, right = between.groups()
        return _feature_holds(left + name, screen) and _feature_holds(name + right, screen)
    compared = _RANGE.fullmatch(feature)
    if compared:
        return _compare(getattr(screen, compared[1]), compared[2], _pixels(compared[3]))
    reverse = _REVERSED.fullmatch(feature)
    if reverse:
        return _compare(getattr(screen, reverse[3]), _FLIP[reverse[2]], _pixels(reverse[1]))
    name, _, value = (part.strip() for part in feature.partition(":"))
    return _named_feature(name, value, screen)


def _named_feature(name: str, value: str, screen: Screen) -> bool:
    if name.startswith(("min-", "max-")):
        actual = getattr(screen, name[4:].replace("device-", ""), None)
        sign = ">=" if name.startswith("min-") else "<="
        return actual is None or _compare(actual, sign, _pixels(value))
    hover, pointer = ("none", "coarse") if screen.touched else ("hover", "fine")
    known = {
        "orientation": "landscape" if screen.width >= screen.height else "portrait",
        "prefers-color-scheme": screen.scheme,
        "prefers-reduced-motion": "no-preference",
        "prefers-contrast": "no-preference",
        "forced-colors": "none",
        "inverted-colors": "none",
        "hover": hover,
        "pointer": pointer,
        "scripting": "enabled",
        "any-hover": hover,
        "any-pointer": pointer,
        "color": "",
        "color-gamut": "srgb",
        "update": "fast",
    }
    if name not in known:
        return False
    return known[name] == value if value else known[name] not in {"none", "no-preference"}


def _compare(actual: float, sign: str, wanted: float) -> bool:
    return {
        "<": actual < wanted,
        ">": actual > wanted,
        "<=": actual <= wanted,
        ">=": actual >= wanted,
    }[sign]


def _pixels(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    if not found:
        return 0
    try:
        number = float(found[1])
    except ValueError:
        return 0
    return number * (16 if found[2] in {"em", "rem"} else 1)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""By how much styles turn elements. Source: CSS Transforms 1 and 2."""

from __future__ import annotations

import math
import re

from ..tree import Element
from .css import parse_sheet
from .lengths import split_dimension
from .media import Screen, holds
from .page import Page
from .styles import Styles

_FUNCTION = re.compile(r"(rotate|rotatez|rotate3d|matrix|matrix3d)\(([^()]*)\)", re.IGNORECASE)
_TURN = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


def rotations(page: Page, screen: Screen) -> dict[Element, float]:
    """Return the degrees by which elements are turned about the axis of view on a screen.

    Elements whose rotation does not depend on the orientation are left out.
    """
    if not _depends_on_orientation(page.styles):
        return {}
    styles = Styles(page.document, page.styles.given, screen)
    found: dict[Element, float] = {}
    for name, read in (("rotate", _rotate_property), ("transform", _transform_property)):
        for element, value in styles.all_declared(name).items():
            angle = read(styles.resolve(element, value))
            found[element] = found.get(element, 0.0) + angle
    return found


def _depends_on_orientation(styles: Styles) -> bool:
    for sheet in styles.sheets:
        if "orientation" not in sheet:
            continue
        for rule in parse_sheet(sheet):
            turns = any(d[0] in {"transform", "rotate"} for d in rule.declarations)
            if turns and any("orientation" in condition for condition in rule.conditions):
                portrait, landscape = Screen(800, 1280), Screen(1280, 800)
                if any(holds(c, portrait) != holds(c, landscape) for c in rule.conditions):
                    return True
    return False


def _transform_property(value: str) -> float:
    return sum(_function_angle(name.lower(), words) for name, words in _FUNCTION.findall(value))


def _degrees(text: str) -> float:
    parts = split_dimension(text)
    return parts[0] * _TURN.get(parts[1], 0.0) if parts else 0.0


def _rotate_property(value: str) -> float:
    words = value.lower().split()
    if not words or words[0] in {"x", "y"}:
        return 0.0
    if len(words) == 4:
        return _about_axis(words)
    return _degrees(words[-1])


def _about_axis(words: list[str]) -> float:
    axis = [split_dimension(word) for word in words[:3]]
    if any(part is None for part in axis):
        return 0.0
    x, y, z = (part[0] for part in axis if part)
    if x or y or not z:
        return 0.0
    return math.copysign(1, z) * _degrees(words[3])


def _function_angle(name: str, arguments: str) -> float:
    words = [word.strip() for word in arguments.split(",")]
    if name in {"rotate", "rotatez"}:
        return _degrees(words[0]) if len(words) == 1 else 0.0
    if name == "rotate3d":
        return _about_axis(words) if len(words) == 4 else 0.0
    if len(words) != (6 if name == "matrix" else 16):
        return 0.0
    try:
        return math.degrees(math.atan2(float(words[1]), float(words[0])))
    except ValueError:
        return 0.0

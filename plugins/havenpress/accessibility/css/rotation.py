# SPDX-License-Identifier: AGPL-3.0-or-later
"""By how much styles turn elements. Source: CSS Transforms 1 and 2; Media Queries 5, orientation."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import chain

from ...tree import HTML, Element
from ..page import Page
from .lengths import calculate, split_dimension
from .media import Screen
from .styles import Styles
from .visibility import is_box

ROTATE, TRANSFORM = ("rotate",), ("transform", "-webkit-transform")
# Screens that are all but square, so that nothing but their orientation changes.
SIDES = (320, 390, 800, 1280)  # pixels
LARGEST_TOUCHED = 800
_ARGUMENTS = r"\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
_FUNCTION = re.compile(rf"(rotate|rotatez|rotate3d|matrix|matrix3d){_ARGUMENTS}", re.IGNORECASE)
IN_LINE = frozenset({"inline", "contents"})
LONGEST = 2_000  # characters of a value that are read
_TURN = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


def turned_by_orientation(page: Page) -> dict[Element, float]:
    """Return the degrees between how elements stand on an upright and on a lying screen.

    Elements that cannot be seen on one of the two are left out.
    """
    if not _mentions_orientation(page):
        return {}
    found: dict[Element, float] = {}
    for side in SIDES:
        finger = side <= LARGEST_TOUCHED
        upright, lying = (
            Styles(page.document, page.styles.given, Screen(width, height, touched=finger))
            for width, height in ((side, side + 1), (side + 1, side))
        )
        before, after = rotations(upright), rotations(lying)
        for element in before.keys() | after.keys():
            turn = before.get(element, 0.0) - after.get(element, 0.0)
            if not turn or element.namespace != HTML or not _is_shown(element, upright, lying):
                continue
            if _is_turned(element, page, upright) or _is_turned(element, page, lying):
                found[element] = turn
    return found


def _mentions_orientation(page: Page) -> bool:
    return any(map(_mentions, chain(page.styles.given, *page.styles.texts)))


@lru_cache(maxsize=64)
def _mentions(text: str) -> bool:
    return "orientation" in text.lower()


def _is_shown(element: Element, *styles: Styles) -> bool:
    around = (element, *element.ancestors)
    return not any(
        _hides(element, each)
        or any((each.declared(here, "display") or "").lower() == "none" for here in around)
        for each in styles
    )


def _is_turned(element: Element, page: Page, styles: Styles) -> bool:
    """Tell whether a transform does anything; to text in a line it does nothing."""
    display = styles.declared(element, "display")
    return is_box(element, page) if display is None else display.lower() not in IN_LINE


def _hides(element: Element, styles: Styles) -> bool:
    """Tell whether ``visibility`` hides an element and all in it, which may be shown again."""
    inside = (element, *element.descendants)
    return all((styles.value(e, "visibility") or "visible") != "visible" for e in inside)


def rotations(styles: Styles) -> dict[Element, float]:
    """Return the degrees by which styles turn elements about the axis of view."""
    found: dict[Element, float] = {}
    for names, read in ((ROTATE, _rotate_property), (TRANSFORM, _transform_property)):
        declared = {e: v for name in reversed(names) for e, v in styles.all_declared(name).items()}
        for element, value in declared.items():
            angle = read(styles.resolve(element, value))
            found[element] = found.get(element, 0.0) + angle
    return found


def _transform_property(value: str) -> float:
    found = _FUNCTION.findall(value[:LONGEST])
    return sum(_function_angle(name.lower(), words) for name, words in found)


def _degrees(text: str) -> float:
    if "(" in text:
        turned = calculate(text, lambda n, unit: n * _TURN.get(unit, 1.0 if not unit else 0.0))
        return turned or 0.0
    parts = split_dimension(text)
    return parts[0] * _TURN.get(parts[1], 0.0) if parts else 0.0


def _rotate_property(value: str) -> float:
    words = value.lower().split()
    angle = next((word for word in words if _degrees(word)), "")
    axis = [word for word in words if word != angle]
    if not angle or not axis or axis == ["z"]:
        return _degrees(angle)
    return _about_axis([*axis, angle]) if len(axis) == 3 else 0.0


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

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What sighted people see, as far as style sheets alone decide it.

Source: ACT rules, definitions of "visible" and "visible inner text".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import TYPE_CHECKING

from ..tree import Element
from .colours import read_colour
from .lengths import font_size, to_pixels

if TYPE_CHECKING:
    from .page import Page

_SHAPE = re.compile(r"(inset|circle|ellipse|polygon)\(([^()]*)\)")
FAR = 900  # pixels; what is moved further to the left or up is off every screen
_NUMBERS = re.compile(r"[\d.]+")
_MOVES = re.compile(r"translate(?:x|y|3d)?\(([^()]*)\)")
_FILTERED = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_SPACES = re.compile(r"\s+")
REPLACED = frozenset(
    [
        "audio",
        "canvas",
        "embed",
        "iframe",
        "img",
        "input",
        "math",
        "meter",
        "object",
        "picture",
        "progress",
        "select",
        "svg",
        "textarea",
        "video",
        "button",
    ]
)


BACKGROUND_CLIPS = ("background-clip", "-webkit-background-clip")
_TEXT = re.compile("text", re.IGNORECASE)
ASKED = ("opacity", "transform", "position", "clip-path", "text-indent", "overflow-x")
_FAR_OFF = re.compile(r"-(?:\d{3}|\d\d(?:\.\d+)?r?em)")
# Properties that hide by a few of their values only: on most pages nobody writes one.
SELDOM = {
    "content-visibility": re.compile("hidden", re.IGNORECASE),
    "filter": _FILTERED,
    "margin": _FAR_OFF,
    "margin-left": _FAR_OFF,
    "margin-top": _FAR_OFF,
    "scale": re.compile(r"^0"),
    "translate": _FAR_OFF,
}


def hidden_by_style(page: Page) -> set[Element]:
    """Return the elements whose own style keeps them and their content out of sight."""
    styles = page.styles
    asked = {element for name in ASKED for element in styles.all_declared(name)}
    for name, pattern in SELDOM.items():
        if styles.mentions(name, pattern):
            asked.update(styles.all_declared(name))
    return {element for element in asked if _hides_itself(element, page)}


def _hides_itself(element: Element, page: Page) -> bool:
    styles = page.styles

    def value(name: str) -> str:
        found = styles.declared(element, name)
        return styles.resolve(element, found).strip().lower() if found else ""

    if _is_faded_out(value) or _is_shrunk(value):
        return True
    position = value("position")
    if position in {"absolute", "fixed"} and _is_clipped_away(value):
        return True
    if _is_moved_far(value, position):
        return True
    if _is_cut_out(value("clip-path")) or value("content-visibility") == "hidden":
        return True
    if (to_pixels(value("text-indent") or "0", 16) or 0) < -FAR:
        return True
    return _is_collapsed(value)


def _is_zero(text: str) -> bool:
    try:
        return float(text.rstrip("%")) == 0
    except ValueError:
        return False


def _is_faded_out(value: Callable[[str], str]) -> bool:
    filtered = _FILTERED.search(value("filter"))
    return _is_zero(value("opacity")) or (filtered is not None and _is_zero(filtered[1]))


def _is_shrunk(value: Callable[[str], str]) -> bool:
    scaled = value("transform").replace(" ", "") in {"scale(0)", "scale(0,0)"}
    return scaled or _is_zero(value("scale"))


def _is_clipped_away(value: Callable[[str], str]) -> bool:
    clip = value("clip")
    if not clip.startswith("rect("):
        return False
    numbers = [float(n) for n in _NUMBERS.findall(clip) if n != "."]
    return len(numbers) == 4 and all(number <= 1 for number in numbers)


def _is_cut_out(path: str) -> bool:
    """Tell whether a clip-path leaves nothing of an element."""
    shape = _SHAPE.match(path)
    if not shape:
        return False
    if shape[1] != "inset":
        numbers = _NUMBERS.findall(shape[2].partition(" at ")[0])
        return bool(numbers) and all(map(_is_zero, numbers))
    insets = shape[2].partition("round")[0].split() or ["0"]
    top, right, bottom, left = (_percent(inset) for inset in _sides(insets))
    return top + bottom >= 100 or left + right >= 100


def _percent(text: str) -> float:
    return (to_pixels(text, 16, 100) or 0) if text.endswith("%") else 0


def _sides(values: list[str]) -> list[str]:
    """Return what one to four values give to the top, right, bottom and left."""
    top, *others = values
    right = others[0] if others else top
    bottom = others[1] if len(others) > 1 else top
    return [top, right, bottom, others[2] if len(others) > 2 else right]


def _is_moved_far(value: Callable[[str], str], position: str) -> bool:
    """Tell whether an element stands to the left of the page or above it, where none can scroll."""
    moves = [value("margin-left"), value("margin-top"), *value("translate").split()]
    moves += _sides(value("margin").split() or ["0"])[::3]  # its top and its left
    for found in _MOVES.finditer(value("transform")):
        moves += found[1].split(",")
    if position in {"absolute", "fixed", "relative"}:
        moves += [value("left"), value("top")]
    return any((to_pixels(move or "0", 16) or 0) <= -FAR for move in moves)


def _is_collapsed(value: Callable[[str], str]) -> bool:
    if not {value("overflow-x"), value("overflow-y")} & {"hidden", "clip"}:
        return False
    sizes = [to_pixels(value(name) or "x", 16) for name in ("width", "height")]
    sizes += [to_pixels(value(name) or "x", 16) for name in ("max-width", "max-height")]
    return any(size is not None and size <= 1 for size in sizes)


def shows_own_text(element: Element, page: Page) -> bool:
    """Tell whether text that stands in an element itself can be seen."""
    if not page.is_visible(element):
        return False
    return font_size(element, page.styles) > 0 and not _has_clear_text(element, page)


def _has_clear_text(element: Element, page: Page) -> bool:
    styles = page.styles
    colour = read_colour(styles.value(element, "color") or "canvastext")
    if colour is None or colour[3] > 0:
        return False
    if any(styles.mentions(name, _TEXT) for name in BACKGROUND_CLIPS):
        return False  # the background may fill the letters
    return (styles.value(element, "text-shadow") or "none").strip().lower() == "none"


def inner_text(
    element: Element, page: Page, drawn: Set[Element] = frozenset(), depth: int = 0
) -> str:
    """Return the text of an element as it is seen, with its line ends.

    ``drawn`` holds elements whose text shows as a picture.
    """
    if not page.is_rendered(element) or depth > 100:
        return ""
    if element in drawn:
        return " "
    if not page.is_visible(element) and not any(page.is_visible(e) for e in element.descendants):
        return " " if element.text.strip() else ""
    if element.tag == "br":
        return "\n"
    shown = shows_own_text(element, page)
    pieces = []
    for node in page.flat_nodes(element):
        if isinstance(node, str):
            pieces.append(_SPACES.sub(" ", node) if shown else "")
        else:
            pieces.append(inner_text(node, page, drawn, depth + 1))
    text = "".join(pieces)
    return f"\n{text}\n" if _breaks_the_line(element, page) else text


def _breaks_the_line(element: Element, page: Page) -> bool:
    """Tell whether the outer display type is that of a block or a part of a table."""
    if page.is_out_of_line(element):
        return True
    display = page.styles.declared(element, "display") or ""
    return page.is_block(element) and not display.lower().startswith("inline")

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What sighted people see, as far as style sheets alone decide it.

Source: ACT rules, definitions of "visible" and "visible inner text"; CSS Transforms 2; CSS Masking
1, section 5.1 (clip-path); CSS Shapes 1, section 3 (basic shapes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache
from typing import TYPE_CHECKING

from ...tree import HTML, Element
from ..kinds import NEVER_SHOWN
from .colours import read_colour
from .lengths import font_size, to_pixels
from .sheets import split_list
from .shorthands import four_sides

if TYPE_CHECKING:
    from ..page import Page

FAR = 800  # pixels; what is moved further to the left or up is off every screen
VERY_FAR = 5000  # to the right or down: higher than most pages
SIDES = ("left", "top")
OTHER_SIDES = ("right", "bottom")
# What closes a box along an axis, and what keeps it open all the same.
SIZES = {
    "overflow-x": (("width", "max-width"), ("min-width", "padding-left", "padding-right")),
    "overflow-y": (("height", "max-height"), ("min-height", "padding-top", "padding-bottom")),
}
_OTHER_AXIS = {"overflow-x": "overflow-y", "overflow-y": "overflow-x"}
MOVED = frozenset({"absolute", "fixed", "relative"})
_NUMBERS = re.compile(r"\d+\.?\d*|\.\d+")
_WHOLE_SCREEN = re.compile(r"-?[1-9]\d{2,}(?:\.\d+)?(?:%|[dls]?v[hw])")
_EDGEWISE = re.compile(r"-?(?:90|270)deg")
_SPACES = re.compile(r"\s+")
_FUNCTION = re.compile(r"([a-z][a-z0-9-]*)\(((?:[^()]|\([^()]*\))*)\)")
LONGEST = 500  # characters of a value that are read
SCALING = frozenset({"scale", "scale3d", "scalex", "scaley", "scalez"})
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
        "progress",
        "select",
        "svg",
        "textarea",
        "video",
        "button",
    ]
)
RADII = {"circle": 1, "ellipse": 2}
# What an element without content may still be seen by.
DRAWING = ("background-color", "background-image", "border", "border-bottom", "box-shadow")
# Browsers show the words inside of these only where they do not know the element.
FALLBACK = frozenset({*NEVER_SHOWN, "canvas"})


def hidden_by_style(page: Page) -> set[Element]:
    """Return the elements whose own style keeps them and their content out of sight."""
    having = page.styles.having
    found = {element for name, hides in HIDING.items() for element in having(name, hides)}
    boxes = {element for name, hides in HIDING_BOXES.items() for element in having(name, hides)}
    boxes.update(_collapsed(page))
    found.update(element for element in boxes if is_box(element, page))
    for side in SIDES:
        # A wide padding brings the content of such a box back, as for a band across the page.
        pulled, padded = having(f"margin-{side}", _is_far), having(f"padding-{side}", _is_wide)
        away = set(pulled).difference(padded)
        found.update(e for e in away if side == "left" or is_box(e, page))
    return found.union(_placed_away(page))


def _placed_away(page: Page) -> Iterator[Element]:
    """Yield the elements that are off to the left or up, where nobody can scroll to, or clipped."""
    for name, is_away, positions in PLACES:
        for element in page.styles.reached(name, is_away):
            if _value(element, "position", page) in positions and is_away(
                _value(element, name, page)
            ):
                yield element


def _value(element: Element, name: str, page: Page) -> str:
    found = page.styles.declared(element, name)
    return page.styles.resolve(element, found).lower() if found else ""


def is_box(element: Element, page: Page) -> bool:
    """Tell whether an element has a size and can be turned; text in a line has none."""
    if page.is_block(element) or element.namespace != HTML or element.tag in REPLACED:
        return True
    return (page.styles.declared(element, "display") or "").lower().startswith("inline-")


def _is_wide(text: str) -> bool:
    return (to_pixels(text, 16) or 0) >= FAR


def _number(text: str) -> float:
    """Return a number or percentage, 1 for anything else."""
    try:
        return float(text.strip().rstrip("%"))
    except ValueError:
        return 1.0


def _is_zero(text: str) -> bool:
    return _number(text) == 0


def _is_zero_or_less(text: str) -> bool:
    """Tell whether an opacity is 0; browsers raise lower ones to it."""
    return _number(text) <= 0


def _is_far(text: str) -> bool:
    # A length below zero begins with its sign, or is calculated: most are told from it at once.
    return text[:1] in {"-", "c", "m"} and (to_pixels(text, 16) or 0) <= -FAR


def _is_very_far(text: str) -> bool:
    return (to_pixels(text, 16) or 0) >= VERY_FAR


def _is_a_screen_away(text: str) -> bool:
    """Tell whether a length is that of the screen or more, to either side."""
    return bool(_WHOLE_SCREEN.fullmatch(text))


@lru_cache(maxsize=1024)
def _transforms_away(text: str) -> bool:
    """Tell whether a transform shrinks to nothing, or moves off the screen.

    After a turn the axes lie elsewhere, so that nobody knows where a move leads to.
    """
    turned = False
    for name, words in _FUNCTION.findall(text[:LONGEST]):
        parts = split_list(words)
        if name in SCALING and any(map(_is_zero, parts)):
            return True
        if name in {"rotatex", "rotatey"} and _EDGEWISE.fullmatch(words.strip()):
            return True
        if name == "matrix" and _is_flat(parts):
            return True
        turned = turned or name.startswith("rotate")
        if name in {"translate", "translatex", "translatey", "translate3d"} and not turned:
            return any(map(_is_far, parts[:2]))
    return False


def _is_flat(matrix: list[str]) -> bool:
    """Tell whether a transform leaves no area."""
    try:
        a, b, c, d = map(float, matrix[:4])
    except ValueError:
        return False
    return a * d == b * c


def _scales_away(text: str) -> bool:
    return any(map(_is_zero, text.split()))


def _translates_away(text: str) -> bool:
    return any(map(_is_far, split_list(text, " ")[:2]))


def _filters_away(text: str) -> bool:
    return any(
        name == "opacity" and _is_zero(words) for name, words in _FUNCTION.findall(text[:LONGEST])
    )


def _is_clipped_away(clip: str) -> bool:
    if not clip.startswith("rect("):
        return False
    numbers = [*map(float, _NUMBERS.findall(clip))]
    if len(numbers) != 4:
        return False
    top, right, bottom, left = numbers
    return bottom - top <= 1 or right - left <= 1


@lru_cache(maxsize=1024)
def _leaves_no_area(text: str) -> bool:
    """Tell whether a clip-path lets nothing through."""
    found = _FUNCTION.match(text[:LONGEST])
    if not found:
        return False
    name, words = found.groups()
    parts = re.split(r"\bround\b", words)[0].split()
    if name == "inset":
        return _insets_meet(parts)
    if name in RADII:
        return any(to_pixels(radius, 16, 1280) == 0 for radius in parts[: RADII[name]])
    corners = [corner.split() for corner in split_list(words)]
    lines = zip(*(corner for corner in corners if len(corner) == 2), strict=True)
    return name == "polygon" and any(_is_one_place(line) for line in lines)


def _is_one_place(lengths: Iterable[str]) -> bool:
    return len({to_pixels(length, 16, 1280) for length in lengths}) == 1


def _insets_meet(parts: list[str]) -> bool:
    """Tell whether an inset, whose sides are written as those of a margin, leaves nothing."""
    if not 1 <= len(parts) <= 4:
        return False
    top, right, bottom, left = (to_pixels(side, 16, 100) or 0 for side in four_sides(parts))
    return top + bottom >= 100 or right + left >= 100


SKIPPED = "hidden".__eq__  # a value of content-visibility
HIDING: dict[str, Callable[[str], bool]] = {
    "clip-path": _leaves_no_area,
    "filter": _filters_away,
    "opacity": _is_zero_or_less,
}
"""Properties that can keep an element out of sight alone, each with what says so of a value."""
HIDING_BOXES: dict[str, Callable[[str], bool]] = {
    "content-visibility": SKIPPED,
    "scale": _scales_away,
    "text-indent": _is_far,
    "transform": _transforms_away,
    "translate": _translates_away,
}
"""Those that do nothing to text in a line."""


PLACES = (
    *((side, _is_far, MOVED) for side in SIDES),
    *((side, _is_very_far, MOVED) for side in OTHER_SIDES),
    *((side, _is_very_far, {"fixed"}) for side in SIDES),
    *((side, _is_far, {"fixed"}) for side in OTHER_SIDES),
    *((side, _is_a_screen_away, {"fixed"}) for side in (*SIDES, *OTHER_SIDES)),
    ("clip", _is_clipped_away, {"absolute", "fixed"}),
)
"""Properties that take an element out of sight if it has one of some positions."""


def _collapsed(page: Page) -> Iterator[Element]:
    """Yield the boxes that have no room for what is in them and do not let it out."""
    having = page.styles.having
    held = {e for name in SIZES for e in having(name, _holds_back)}
    yield from (element for element in held if any(_is_closed(element, a, page) for a in SIZES))
    pushed = {e for e in having("text-indent", _is_past_the_line) if _is_one_line(e, page)}
    for name in SIZES if pushed else ():
        yield from pushed.intersection(having(name, _cuts_off))


def _is_closed(element: Element, axis: str, page: Page) -> bool:
    """Tell whether a box has no size along an axis; what is in its padding is seen."""
    sizes, openings = SIZES[axis]
    if not any(_is_nothing(_value(element, name, page)) for name in sizes):
        return False
    kept = (_value(element, name, page) for name in openings)
    if any((to_pixels(value, 16, 100) or 0) > 1 for value in kept):
        return False
    # What scrolls along one axis does so along the other; what is clipped does not.
    if _holds_back(_value(element, axis, page)):
        return True
    return _value(element, _OTHER_AXIS[axis], page) != "clip"


def _is_one_line(element: Element, page: Page) -> bool:
    """Tell whether nothing goes on to a second line, which is not indented."""
    return (page.styles.value(element, "white-space") or "").lower() in {"nowrap", "pre"}


def _cuts_off(overflow: str) -> bool:
    return overflow in {"clip", "hidden"}


def _holds_back(overflow: str) -> bool:
    return overflow in {"auto", "clip", "hidden", "scroll"}


def _is_past_the_line(indent: str) -> bool:
    return indent.endswith("%") and (to_pixels(indent, 16, 100) or 0) >= 100


def _is_nothing(size: str) -> bool:
    pixels = to_pixels(size, 16)
    return pixels is not None and pixels <= 1


def shows_text(element: Element, page: Page) -> bool:
    """Tell whether an element has text of its own that can be seen."""
    return any(text.strip() for text in element.own_texts) and _shows_letters(element, page)


def _shows_letters(element: Element, page: Page) -> bool:
    """Tell whether text that stands in an element itself would be seen."""
    if not page.is_visible(element) or element.tag in FALLBACK:
        return False
    return not _is_clear(element, page)


def _is_clear(element: Element, page: Page) -> bool:
    """Tell whether text has no size, or no colour of any kind."""
    styles = page.styles
    if font_size(element, styles) == 0:
        return True
    filled = styles.value(element, "-webkit-text-fill-color")
    colour = read_colour(filled or styles.value(element, "color") or "")
    if colour is None or colour[3]:
        return False
    drawn = ("text-shadow", "-webkit-text-stroke", "background-clip", "-webkit-background-clip")
    return not any(styles.all_declared(each) for each in drawn)


def drawn(page: Page) -> Iterator[Element]:
    """Yield the visible elements that are something to see themselves."""
    styles = page.styles
    painted = set().union(*map(styles.all_declared, DRAWING))
    painted.update(*(styles.all_pseudo(which, "content") for which in ("before", "after")))
    for element in page.elements:
        itself = element.tag in REPLACED or element.tag == "area" or element in painted
        if (itself and page.is_visible(element)) or shows_text(element, page):
            yield element


def inner_text(
    element: Element, page: Page, pictured: Set[Element] = frozenset(), depth: int = 0
) -> str:
    """Return the text of an element as it is seen, with its line ends.

    ``pictured`` holds elements whose text shows as a picture.
    """
    if not page.is_rendered(element) or depth > 100:
        return ""
    if element in pictured:
        return " "
    if not page.is_visible(element) and not any(page.is_visible(e) for e in element.descendants):
        return " " if element.text else ""
    if element.tag == "br":
        return "\n"
    shown = _shows_letters(element, page)
    pieces = []
    for node in page.flat_nodes(element):
        if isinstance(node, str):
            pieces.append(_SPACES.sub(" ", node) if shown else "")
        else:
            pieces.append(inner_text(node, page, pictured, depth + 1))
    text = "".join(pieces)
    return f"\n{text}\n" if _breaks_the_line(element, page) else text


def _breaks_the_line(element: Element, page: Page) -> bool:
    """Tell whether the outer display type is that of a block or a part of a table."""
    if page.is_out_of_line(element):
        return True
    display = page.styles.declared(element, "display") or ""
    return page.is_block(element) and not display.lower().startswith("inline")

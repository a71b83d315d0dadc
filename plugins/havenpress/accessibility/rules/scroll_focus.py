# SPDX-License-Identifier: AGPL-3.0-or-later
"""What scrolls can be reached with the keyboard.

What: a box with its own scroll bar and a fixed size takes the focus, or holds something that
does.

Why: without a mouse the rest of its text cannot be read.

Fix: give the box tabindex="0", a role and a name, or let it grow with its text.

Source: https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice

from ...findings import ERROR
from ...tree import HTML, Element, in_order
from ..css.lengths import font_size, root_size, split_dimension, to_pixels
from ..css.visibility import REPLACED, inner_text
from ..page import Page
from ..rule import Fault

LEVEL = ERROR
ACT = ("0ssw9k",)
WCAG = (("2.1.1", "A"),)
SOURCE = "https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/"


SCROLLS = frozenset({"auto", "scroll"})
OF_THE_WINDOW = frozenset({"body", "html"})  # whose scroll bar is that of the window
WINDOW = 1264  # pixels; how wide a box without a width may be
FARTHEST = 500  # elements of a box that are looked through for a wide one
SIDE_BY_SIDE = frozenset({"option", "table"})
MOVING = ("columns", "column-count", "column-width", "display", "float", "position")
SPACED = frozenset({"blockquote", "dl", "figure", "h1", "h2", "h3", "ol", "p", "pre", "ul"})
SIZED = REPLACED | {"table"}  # elements that width and height in the markup give a size
ROOM = 1.5  # how much larger than its box a text is taken to be before it surely scrolls


def check(page: Page) -> Iterator[Fault]:
    """Yield boxes that surely scroll and that the keyboard cannot reach."""
    styles = page.styles
    boxes = {**styles.all_declared("overflow-x"), **styles.all_declared("overflow-y")}
    for element in in_order(boxes):
        if element.tag in OF_THE_WINDOW or element.namespace != HTML or _is_in_line(element, page):
            continue
        if not _overflows(element, page) and not _overflows_sideways(element, page):
            continue
        inside = (element, *element.descendants)
        if not page.shows_anything(element) or any(_is_reached(e, page) for e in inside):
            continue
        yield Fault(
            element,
            "the box scrolls, but the keyboard cannot reach it",
            'give it tabindex="0", a role and a name, or let it grow with its text',
        )


def _is_in_line(element: Element, page: Page) -> bool:
    """Tell whether an element has no box of its own that could scroll."""
    display = (page.styles.declared(element, "display") or "inline").lower()
    return display == "contents" or (display == "inline" and not page.is_block(element))


def _is_reached(element: Element, page: Page) -> bool:
    """Tell whether the Tab key stops at an element, or goes into the page that it frames."""
    return page.is_tabbable(element) or element in page.frame_stops


def _overflows(element: Element, page: Page) -> bool:
    styles = page.styles
    if _overflow(element, "y", page) not in SCROLLS:
        return False
    size, rem = font_size(element, styles), root_size(styles)
    limits = [styles.declared(element, name) for name in ("height", "max-height")]
    heights = [
        to_pixels(styles.resolve(element, limit), size, rem=rem) for limit in limits if limit
    ]
    height = min((h for h in heights if h), default=None)
    if height is None:
        return False
    if _holds_taller(element, height, page):
        return True
    if not _of_fixed_height(page).isdisjoint(element.descendants):
        return False  # what is inside may be cut off, or scroll itself
    width = _declared_size(element, "width", page) or WINDOW
    stacks = _stacks(element, page)
    text = inner_text(element, page)
    lines = text.split("\n") if stacks else [text]
    letters = filter(None, (len(" ".join(line.split())) for line in lines))
    rows = sum(max(1.0, count * size * 0.5 / width) for count in letters)
    gaps = _margins(element, page) if stacks else 0
    return rows * size * 1.2 + gaps > height * ROOM


def _of_fixed_height(page: Page) -> Set[Element]:
    """Return the elements that may hide some of what is in them."""
    declared = page.styles.all_declared
    return declared("overflow-y").keys() & (declared("height").keys() | declared("max-height"))


def _margins(element: Element, page: Page) -> float:
    """Return the height of the gaps around the blocks in a box that no style sets."""
    declared = page.styles.all_declared("margin-top")
    shown = filter(page.is_rendered, element.children)
    spaced = [child for child in shown if child.tag in SPACED and child not in declared]
    return (len(spaced) + 1) * font_size(element, page.styles) if spaced else 0.0


def _stacks(element: Element, page: Page) -> bool:
    """Tell whether each block in a box surely stands below the one before it."""
    inside = (element, *islice(element.descendants, FARTHEST))
    if len(inside) > FARTHEST or any(e.tag in SIDE_BY_SIDE for e in inside):
        return False
    moved = [page.styles.all_declared(name) for name in MOVING]
    return not any(e in found for found in moved for e in inside)


def _overflow(element: Element, axis: str, page: Page) -> str:
    """Return what becomes of what is too large for a box; each axis follows the other.

    Source: CSS Overflow 3, section 3.1.
    """
    declared = page.styles.declared
    own = (declared(element, f"overflow-{axis}") or "visible").lower()
    if own != "visible":
        return own
    other = (declared(element, f"overflow-{'x' if axis == 'y' else 'y'}") or "visible").lower()
    return own if other in {"visible", "clip"} else "auto"


def _overflows_sideways(element: Element, page: Page) -> bool:
    """Tell whether a line that does not wrap, or a box inside, is far wider than its box."""
    if _overflow(element, "x", page) not in SCROLLS:
        return False
    if _holds_wider(element, page):
        return True
    width = _declared_size(element, "width", page) or WINDOW
    lines = (_longest_line(e, page) for e in _unwrapped(element, page))
    return max(lines, default=0) > width * ROOM


def _unwrapped(box: Element, page: Page) -> Iterator[Element]:
    """Yield a box, or else the outermost elements in it, where lines do not wrap."""
    if _keeps_lines(box, page):
        yield box
        return
    kept = page.styles.all_declared("white-space")
    inside = (e for e in islice(box.descendants, FARTHEST) if e.tag == "pre" or e in kept)
    for inner in filter(page.is_visible, inside):
        is_inside = inner.parent is not None and _keeps_lines(inner.parent, page)
        if not is_inside and _keeps_lines(inner, page) and _lies_in(inner, box, page):
            yield inner


def _keeps_lines(element: Element, page: Page) -> bool:
    wraps = (page.styles.value(element, "white-space") or "").lower()
    return wraps in {"nowrap", "pre"} or (element.tag == "pre" and not wraps)


def _longest_line(element: Element, page: Page) -> float:
    """Return the width, at least nearly, of the longest line of text in an element."""
    is_pre = element.tag == "pre" or page.styles.value(element, "white-space") == "pre"
    text = element.text if is_pre else inner_text(element, page)
    rows = (" ".join(e.text.split()) for e in (element, *element.descendants) if e.tag == "tr")
    return max(map(len, (*text.split("\n"), *rows))) * font_size(element, page.styles) / 2


def _lies_in(inner: Element, box: Element, page: Page) -> bool:
    """Tell whether nothing between a box and what is in it cuts that off, scrolls or takes it out."""
    clipped = page.styles.all_declared("overflow-x")
    if page.is_out_of_line(inner):
        return False
    return (
        inner not in clipped and next(e for e in inner.ancestors if e is box or e in clipped) is box
    )


def _holds_wider(element: Element, page: Page) -> bool:
    """Tell whether something to see inside has a width that the box has no room for."""
    width = _declared_size(element, "width", page) or WINDOW
    return any(
        (_declared_size(inner, "width", page) or 0) > width * ROOM
        and page.shows_anything(inner)
        and not page.is_out_of_line(inner)
        for inner in islice(element.descendants, FARTHEST)
    )


def _holds_taller(element: Element, height: float, page: Page) -> bool:
    """Tell whether something to see that lies in a box itself is taller than its room."""
    padding = _declared_size(element, "padding-top", page) or 0
    clipped = page.styles.all_declared("overflow-y")
    return any(
        (_declared_size(inner, "height", page) or 0) > height + padding
        and page.shows_anything(inner)
        and not page.is_out_of_line(inner)
        and next(e for e in inner.ancestors if e is element or e in clipped) is element
        for inner in islice(element.descendants, FARTHEST)
    )


def _declared_size(element: Element, name: str, page: Page) -> float | None:
    """Return a size that style or markup gives, None where there is none or another limits it."""
    if page.styles.declared(element, f"max-{name}"):
        return None
    size = font_size(element, page.styles)
    values = [page.styles.declared(element, each) for each in (name, f"min-{name}")]
    if values == [None, None] and element.tag in SIZED:
        written = split_dimension(element.get(name) or "")
        return written[0] if written and not written[1] else None
    sizes = [to_pixels(page.styles.resolve(element, v), size) for v in values if v]
    return max((size for size in sizes if size), default=None)

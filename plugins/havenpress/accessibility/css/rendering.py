# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which elements of a page are rendered, seen and hidden, as far as HTML and style sheets decide it.

Each answer is computed once for the page and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from ...tree import HTML, SVG, Element
from ..kinds import (
    BLOCKS,
    BOXES,
    INLINE_DISPLAY,
    MAY_BE_MISSING,
    NEVER_SHOWN,
    NOT_DRAWN,
    NOT_RENDERED,
    OUT_OF_LINE,
)
from ..lookup import Lookup, around, with_content
from .visibility import SKIPPED, drawn, hidden_by_style, is_box

REVERTED = "revert"  # to what the browser says
BOXLESS = "contents".__eq__  # a value of display


class Rendering(Lookup):
    """A page as a browser shows it, without its layout."""

    @cached_property
    def _not_rendered(self) -> frozenset[Element]:
        displays = self.styles.all_declared("display")
        asked = {*displays, *self.having("hidden"), *self.having("popover")}
        for tag in MAY_BE_MISSING & self.document.by_tag.keys():
            asked.update(self.document.by_tag[tag])
        asked.update(self._presented("display"))
        gone = [e for e in asked if not self._has_box(e, displays.get(e))]
        for holder in self.tagged(*NEVER_SHOWN):
            gone += holder.children
        for holder in self.styles.having("content-visibility", SKIPPED):
            if is_box(holder, self):
                gone += holder.children
        missing = with_content(gone)
        areas = frozenset(self._areas_without_image(missing))
        return missing | areas if areas else missing

    def _areas_without_image(self, missing: frozenset[Element]) -> Iterator[Element]:
        """Yield the areas whose image is not there, if any asks for their map."""
        for area in self.tagged("area"):
            holder = area.closest("map")
            users = self._map_users.get((holder and holder.get("name")) or "", ())
            if users and missing.issuperset(users):
                yield area

    @cached_property
    def _map_users(self) -> dict[str, list[Element]]:
        """The images that use a map, by the name of the map."""
        found = defaultdict(list)
        for image in self.having("usemap"):
            found[(image.get("usemap") or "").partition("#")[2]].append(image)
        return found

    def _has_box(self, element: Element, display: str | None) -> bool:
        if element.tag in {"audio", "input"} and _is_never_drawn(element):
            return False  # whatever a style sheet says
        word = self.styles.resolve(element, display).lower() if display else REVERTED
        if word != REVERTED:
            return word != "none" and not (word == "contents" and element.tag in BOXES)
        return self._has_box_of_its_own(element)

    def _has_box_of_its_own(self, element: Element) -> bool:
        """Tell whether an element is drawn where no style sheet of the page asks for a box."""
        get, tag = element.get, element.tag
        if get("hidden") is not None and element.namespace == HTML:
            return False
        if element.namespace != HTML:
            return tag not in NOT_DRAWN and (get("display") or "").strip() != "none"
        if tag in NOT_RENDERED:
            return tag == "area"
        if tag == "dialog":
            return get("open") is not None
        return get("popover") is None

    def is_rendered(self, element: Element) -> bool:
        """Tell whether no ``display: none`` takes the element off the page."""
        return element not in self._not_rendered

    @cached_property
    def _without_box(self) -> frozenset[Element]:
        return frozenset(self.styles.having("display", BOXLESS))

    def has_visibility(self, element: Element) -> bool:
        """Tell whether ``visibility`` shows the element."""
        return element not in self._without_visibility

    @cached_property
    def _without_visibility(self) -> frozenset[Element]:
        """Every element that ``visibility`` hides: by its own value, else by its parent's."""
        styled = self.styles.all_declared("visibility")
        declared = {**self._presented("visibility"), **styled}
        found = {e for e, value in declared.items() if not self._is_shown(e, value, e in styled)}
        if not found:
            return frozenset()
        for element in self.elements[min(e.index for e in found) :]:
            if element.parent in found and element not in declared:
                found.add(element)
        return frozenset(found)

    def _is_shown(self, element: Element, value: str, styled: bool) -> bool:
        if styled:
            value = self.styles.value(element, "visibility") or "visible"
        return value.strip().lower() == "visible"

    def _presented(self, name: str) -> dict[Element, str]:
        """Return the SVG elements on which an attribute stands for a property, with its value.

        Every style sheet is stronger. Source: SVG 2, section 6.6 (presentation attributes).
        """
        if not self.has_foreign:
            return {}
        marked = (element for element in self.having(name) if element.namespace == SVG)
        return {element: element.get(name) or "" for element in marked}

    @cached_property
    def _invisible(self) -> frozenset[Element]:
        gone = self._not_rendered | self._without_visibility
        fallback = [e for canvas in self.tagged("canvas") for e in canvas.children]
        if fallback:  # exposed and focusable all the same
            gone |= with_content(fallback)
        if not self.styles.has_any:
            return gone
        return gone | with_content(hidden_by_style(self))

    @cached_property
    def _hidden(self) -> frozenset[Element]:
        return self._not_rendered | self.aria_hidden | self._without_visibility

    def is_visible(self, element: Element) -> bool:
        """Tell whether an element can be seen, as far as styles decide it."""
        return element not in self._invisible

    def is_perceived(self, element: Element) -> bool:
        """Tell whether an element can be seen or is read out."""
        return element not in self._unperceived

    @cached_property
    def _unperceived(self) -> frozenset[Element]:
        return self._invisible & self._hidden | self._invisible & self.inert

    def shows_anything(self, element: Element) -> bool:
        """Tell whether an element, or one inside of it, is something to see."""
        return element in self._showing

    @cached_property
    def _showing(self) -> frozenset[Element]:
        found = frozenset(drawn(self))
        return found | around(found)

    def is_block(self, element: Element) -> bool:
        """Tell whether an element stands apart from the text around it."""
        if element in self._out_of_line:
            return True
        display = self._displays.get(element)
        if display and (display := display.lower()) != REVERTED:
            return not display.startswith(INLINE_DISPLAY) or "block" in display
        return element.tag in BLOCKS

    @cached_property
    def _displays(self) -> dict[Element, str]:
        return self.styles.all_declared("display")

    def is_out_of_line(self, element: Element) -> bool:
        """Tell whether a float, its position, or a flex box or grid makes a block of an element.

        Source: CSS Display 3, section 2.7 (blockification).
        """
        return element in self._out_of_line

    @cached_property
    def _out_of_line(self) -> frozenset[Element]:
        having = self.styles.having
        found = {e for box in having("display", _lays_out) for e in box.children}
        return frozenset(found.union(*(having(*asked) for asked in OUT_OF_LINE.items())))

    @cached_property
    def aria_hidden(self) -> frozenset[Element]:
        """Every element that ``aria-hidden`` hides."""
        marked = self.having("aria-hidden")
        return with_content(e for e in marked if (e.get("aria-hidden") or "").lower() == "true")

    def is_hidden(self, element: Element) -> bool:
        """Tell whether an element is programmatically hidden (the ACT rules' term)."""
        return element in self._hidden


def _is_never_drawn(element: Element) -> bool:
    """Tell whether the browser keeps an audio or input element off the page with importance."""
    if element.tag == "audio":
        return element.get("controls") is None
    return element.namespace == HTML and (element.get("type") or "").lower() == "hidden"


def _lays_out(display: str) -> bool:
    """Tell whether a display type makes blocks of all that is in the box."""
    return display.endswith(("flex", "grid"))

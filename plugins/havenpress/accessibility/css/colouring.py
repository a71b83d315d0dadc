# SPDX-License-Identifier: AGPL-3.0-or-later
"""The colours of an element's text and of what lies behind it, as style sheets give them.

What cannot be told without drawing the page (pictures behind text, things moved over one
another) is None. Source: CSS Color 4, section 3; CSS Backgrounds 3, section 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from ...tree import Element
from ..aria.roles import input_type
from ..page import Page
from .colours import CLEAR, Colour, over, read_colour
from .media import Screen
from .sheets import split_list
from .styles import Styles
from .visibility import REPLACED

DARK = Screen(scheme="dark")
OWN_COLOURS = ("a", "button", "input", "mark", "textarea")
OWN_BACKGROUNDS = ("button", "input", "mark", "textarea")
BUTTONS = frozenset({"button", "reset", "submit"})
MOVED = frozenset({"absolute", "fixed", "sticky"})
PANELS = ("before", "after")
OLD_GROUNDS = frozenset({"body", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})
# Source: HTML standard, sections 15.3.3 and 15.3.9 (presentational hints).
GROUND_HINTS = {"bgcolor": OLD_GROUNDS}
TEXT_HINTS = {"color": frozenset({"font"}), "text": frozenset({"body"})}
UNFILLED = frozenset({"none", "transparent", "initial", "unset"})
TAKEN_OVER = frozenset({"currentcolor", "inherit", "unset"})  # colours of a text
REVERTED = frozenset({"revert", "revert-layer"})
UNSEEN = frozenset({"initial", "none", "transparent", "unset"})  # backgrounds
NO_IMAGE = frozenset({"", "initial", "none", "revert", "revert-layer", "unset"})
MOST_COLOURS = 64  # of gradients over one another that are looked at
PLACING = ("background-size", "background-repeat")
SIDES = frozenset({"bottom", "left", "right", "top"})
_AT = re.compile(r"(?!50%)-?[\d.]+(?:%|[a-z]+)?$")
_GRADIENT = re.compile(r"(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)", re.IGNORECASE)
_GAP = re.compile(r"[(,]\s*[,)]")
_SHARE = re.compile(r"(?:auto|contain|cover|initial|(\d+(?:\.\d+)?)%)")
_FIXED = re.compile(r"\s*[\d.]+(?:px|em|rem|ex|ch|pt)\s*", re.IGNORECASE)

Givers = tuple[Element, Element]  # whose colour a text has, and whose background


def colourings(page: Page) -> list[Colouring]:
    """Return the colours of a page on every screen that its style sheets know, light first."""
    if page.colourings is None:
        page.colourings = [Colouring(page, styles) for styles in _schemes(page.styles)]
    return page.colourings


def _schemes(styles: Styles) -> Iterator[Styles]:
    yield styles
    if _know_dark(styles.sheets):
        yield Styles(styles.document, styles.given, DARK, styles)


@lru_cache(maxsize=64)
def _know_dark(sheets: tuple[str, ...]) -> bool:
    return any("prefers-color-scheme" in sheet or "light-dark(" in sheet for sheet in sheets)


class Colouring:
    """The colours of one page on one screen; it does not keep the page, which keeps it."""

    def __init__(self, page: Page, styles: Styles) -> None:
        self.styles = styles
        dark = styles.screen.scheme == "dark" and self._allows_dark(page)
        self.system = "dark" if dark else "light"
        placed = page.document.fragment or page.is_framed
        self.canvas = None if placed else read_colour("canvas", self.system)
        self._text: dict[Element, Colour | None] = {}
        self._behind: dict[Element, tuple[Colour, ...] | None] = {}
        self._fills = styles.all_declared("-webkit-text-fill-color")
        self._colours = _over(_written(page, TEXT_HINTS), styles.all_declared("color"))
        self._flats = _over(_written(page, GROUND_HINTS), styles.all_declared("background-color"))
        self._images = _over(_pictures(page), styles.all_declared("background-image"))
        positions = styles.all_declared("position").items()
        self._moved = {e for e, position in positions if position.strip().lower() in MOVED}
        self._panelled = {e for which in PANELS for e in _panelled(which, styles)}
        self._painted = self._find_painted(page)
        self._lines = {e for e in self._painted if e.tag not in REPLACED and not page.is_block(e)}
        self._lines.difference_update([*filter(self._has_own_box, self._lines)])
        self._particular = self._lines | self._moved | self._panelled
        self.givers = self._nearest(page, self._coloured(page))

    def _coloured(self, page: Page) -> dict[Element, Element]:
        """Return the elements that have a colour, each with the first that has the same."""
        first: dict[str, Element] = {}
        found = {}
        for element in {*page.tagged(*OWN_COLOURS), *self._colours, *self._fills}:
            colour = self._plain_colour(element)
            if colour not in TAKEN_OVER:
                found[element] = first.setdefault(colour, element) if colour else element
        return found

    def _plain_colour(self, element: Element) -> str:
        """Return the word for the colour of an element, empty where others may decide it."""
        value = self._colours.get(element)
        if element in self._fills:
            return ""
        if value is None:
            return "linktext" if element.tag == "a" and element.get("href") is not None else ""
        word = self.styles.resolve(element, value).strip().lower()
        return "" if word in REVERTED else word

    def _find_painted(self, page: Page) -> set[Element]:
        grounds = {*page.tagged(*OWN_BACKGROUNDS), *self._flats, *self._images}
        clear = (element for element, flat in self._flats.items() if flat.lower() in UNSEEN)
        grounds.difference_update(e for e in clear if not self._has_picture(e))
        return grounds | self._moved | self._panelled

    def _has_own_box(self, element: Element) -> bool:
        """Tell whether what stands in a line of text has a box, not a part of each line."""
        return (self.styles.declared(element, "display") or "").lower().startswith("inline-")

    def _has_picture(self, element: Element) -> bool:
        return self._images.get(element, "none").lower() not in NO_IMAGE

    def _plain_ground(self, element: Element) -> str:
        """Return the word for the background of an element, empty where there is more to it."""
        value = self._flats.get(element)
        if value is None or element in self._particular or self._has_picture(element):
            return ""
        word = self.styles.resolve(element, value).strip().lower()
        return "" if word in TAKEN_OVER else word

    def _nearest(self, page: Page, coloured: dict[Element, Element]) -> dict[Element, Givers]:
        """Return for each element the nearest, of itself and those around it, of both kinds.

        ``coloured`` maps elements with a colour to one that has the same. Of the elements with
        the same background over the same one, the first stands for all.

        Behind a block in a line, as <span><div>, the background of the line does not reach.
        """
        nearest: dict[Element, Givers] = {}
        first: dict[tuple[Element, str], Element] = {}
        painted, lines, is_block = self._painted, self._lines, page.is_block
        for element in page.elements:
            above = element.parent
            if above is None:
                nearest[element] = element, element
                continue
            given = nearest[above]
            if element in painted:
                word = self._plain_ground(element)
                ground = first.setdefault((given[1], word), element) if word else element
                given = given[0], ground
            elif given[1] in lines and is_block(element):
                given = given[0], _behind_line(given[1], lines, nearest)
            if element in coloured:
                given = coloured[element], given[1]
            nearest[element] = given
        return nearest

    def _allows_dark(self, page: Page) -> bool:
        root = page.document.root
        for meta in page.tagged("meta"):
            if meta.get("name") == "color-scheme" and "dark" in (meta.get("content") or ""):
                return True
        return root is not None and "dark" in (self.styles.value(root, "color-scheme") or "")

    def text_of(self, element: Element) -> Colour | None:
        """Return the colour of an element's text, None where it cannot be told."""
        giver = self.givers[element][0]
        if giver not in self._text:
            self._text[giver] = self._text_colour(giver)
        return self._text[giver]

    def _text_colour(self, element: Element) -> Colour | None:
        value = self._fills.get(element) or self._colours.get(element)
        if value is None:
            return self._default_text(element)
        word = self.styles.resolve(element, value).strip().lower()
        if word in TAKEN_OVER:
            return self._inherited_text(element)
        if word in REVERTED:
            return self._default_text(element)
        return read_colour("canvastext" if word == "initial" else word, self.system)

    def _default_text(self, element: Element) -> Colour | None:
        if element.tag == "a" and element.get("href") is not None:
            return read_colour("linktext", self.system)
        if element.tag in {"button", "input", "textarea"}:
            return read_colour("buttontext", self.system)
        if element.tag == "mark":
            return read_colour("marktext", self.system)
        return self._inherited_text(element)

    def _inherited_text(self, element: Element) -> Colour | None:
        if element.parent is None:
            return read_colour("canvastext", self.system)
        return self.text_of(element.parent)

    def behind(self, element: Element) -> tuple[Colour, ...] | None:
        """Return the opaque colours that may lie behind an element, None where unknown."""
        giver = self.givers[element][1]
        if giver not in self._behind:
            self._behind[giver] = self._colours_behind(giver)
        return self._behind[giver]

    def _colours_behind(self, element: Element) -> tuple[Colour, ...] | None:
        own = self.own_colours(element)
        if own is None or element in self._panelled:
            return None
        if all(colour[3] >= 1 for colour in own):
            return own
        if element in self._moved:
            return None
        canvas = (self.canvas,) if self.canvas else None
        below = self.behind(element.parent) if element.parent else canvas
        if below is None or own == (CLEAR,):
            return below
        return tuple(dict.fromkeys(over(a, b) for a in own for b in below if b))

    def own_colours(self, element: Element) -> tuple[Colour, ...] | None:
        """Return the colours of an element's own background; None for a picture."""
        flat = self._flat_background(element)
        image = self._images.get(element)
        if flat is None:
            return None
        if not image:
            return (flat,)
        image = self.styles.resolve(element, image).strip()
        if image.lower() == "inherit":
            image = self._inherited_image(element)
        if image.lower() in NO_IMAGE:
            return (flat,)
        if flat[3] >= 1 and _stands_aside(image) and not self._has_sized_picture(element):
            return (flat,)
        painted = _painted_over(flat, image, self.system)
        return (*painted, flat) if painted and self._leaves_room(element) else painted

    def _leaves_room(self, element: Element) -> bool:
        """Tell whether a picture that is drawn once is smaller than its box, as a line is."""
        values = [self.styles.declared(element, name) or "" for name in PLACING]
        size, repeat = (self.styles.resolve(element, value).lower() for value in values)
        return "no-repeat" in repeat and not all(map(_fills, split_list(size)))

    def _has_sized_picture(self, element: Element) -> bool:
        return self.styles.declared(element, "background-size") is not None

    def _inherited_image(self, element: Element) -> str:
        for above in element.ancestors:
            image = self.styles.resolve(above, self._images.get(above, "none")).strip()
            if image.lower() != "inherit":
                return image
        return "none"

    def _flat_background(self, element: Element, heir: Element | None = None) -> Colour | None:
        """Return the colour behind an element, for its heir where one takes it over."""
        value = self._flats.get(element)
        if value is None:
            return self._default_background(element)
        word = self.styles.resolve(element, value).strip().lower()
        if word in REVERTED:
            return self._default_background(element)
        if word in {"initial", "unset", "none"}:
            return CLEAR
        if word == "inherit":
            return (
                self._flat_background(element.parent, heir or element) if element.parent else CLEAR
            )
        if word == "currentcolor":
            return self.text_of(heir or element)  # it is taken over as the word
        found = read_colour(word, self.system)
        if found is None and " " in word:
            known = (read_colour(part, self.system) for part in split_list(word, " "))
            found = next((colour for colour in known if colour), None)
        return found

    def _default_background(self, element: Element) -> Colour | None:
        if element.tag == "button" or (element.tag == "input" and input_type(element) in BUTTONS):
            return read_colour("buttonface", self.system)
        if element.tag in {"input", "textarea"}:
            return read_colour("field", self.system)
        if element.tag == "mark":
            return read_colour("mark", self.system)
        return CLEAR


def _over(hints: dict[Element, str], declared: dict[Element, str]) -> dict[Element, str]:
    return {**hints, **declared} if hints else declared


def _written(page: Page, hints: dict[str, frozenset[str]]) -> dict[Element, str]:
    """Return the colours that attributes of old HTML give, which any style sheet overrides."""
    return {
        element: value if read_colour(value) else f"#{value.lstrip('#')}"
        for name, tags in hints.items()
        for element in page.having(name)
        if element.tag in tags and (value := (element.get(name) or "").strip())
    }


def _pictures(page: Page) -> dict[Element, str]:
    """Return the pictures behind a page or a cell that attributes of old HTML give."""
    found = (e for e in page.having("background") if e.tag in OLD_GROUNDS and e.get("background"))
    return {element: f"url({element.get('background')})" for element in found}


def _behind_line(ground: Element, lines: Set[Element], nearest: dict[Element, Givers]) -> Element:
    while ground in lines and ground.parent is not None:
        ground = nearest[ground.parent][1]
    return ground


def _panelled(which: str, styles: Styles) -> Iterator[Element]:
    """Yield the elements that a pseudo-element may cover with a background of its own.

    One of a fixed size, as for a sign beside a line, covers nothing.
    """
    placed = styles.all_pseudo(which, "position").items()
    moved = [element for element, position in placed if position.strip().lower() in MOVED]
    if not moved:
        return
    sizes = [styles.all_pseudo(which, name) for name in ("width", "height")]
    fills = [styles.all_pseudo(which, name) for name in ("background-color", "background-image")]
    for element in moved:
        fixed = all(_FIXED.fullmatch(size.get(element, "")) for size in sizes)
        filled = any(fill.get(element, "none").strip().lower() not in UNFILLED for fill in fills)
        if filled and not fixed:
            yield element


@lru_cache(maxsize=1024)
def _stands_aside(image: str) -> bool:
    """Tell whether a picture stands once at a side of its box, as a sign before a line does."""
    words = split_list(image.lower(), " ")
    sized = any("/" in word and "(" not in word for word in words)
    if sized or "no-repeat" not in words or "fixed" in words or len(split_list(image)) > 1:
        return False
    return any(word in SIDES or _AT.match(word) for word in words)


@lru_cache(maxsize=1024)
def _fills(size: str) -> bool:
    """Tell whether a gradient of a size reaches all over its box."""
    shares = (_SHARE.fullmatch(word) for word in split_list(size, " "))
    return all(share and float(share[1] or 100) >= 100 for share in shares)


@lru_cache(maxsize=1024)
def _painted_over(flat: Colour, image: str, scheme: str) -> tuple[Colour, ...] | None:
    """Return the colours of gradients over a flat one, None where there is anything else.

    What lies under a gradient that nothing shows through does not matter.
    """
    layers = []
    for layer in split_list(image):
        colours = _gradient_colours(layer, scheme)
        if not colours:
            return None
        layers.append(colours)
        if all(colour[3] >= 1 for colour in colours):
            break
    seen = (flat,)
    for colours in reversed(layers):
        seen = tuple(dict.fromkeys(over(a, b) for a in colours for b in seen))
        if len(seen) > MOST_COLOURS:
            return None
    return seen


@lru_cache(maxsize=1024)
def _gradient_colours(image: str, scheme: str) -> tuple[Colour, ...]:
    """Return the colours of a gradient, none where there is anything else.

    A variable that no style sheet here sets has left an empty place.
    """
    found = _GRADIENT.fullmatch(image)
    if not found or _GAP.search(image):
        return ()
    colours = []
    for part in split_list(found[1]):
        words = split_list(part, " ")
        known = [read_colour(word, scheme) for word in words]
        colours += [colour for colour in known if colour]
    return tuple(colours)

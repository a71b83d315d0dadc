# SPDX-License-Identifier: AGPL-3.0-or-later
"""The colours of texts and of what lies behind them, as far as style sheets decide them.

Each screen is judged on its own: light, and dark where a style sheet knows it. What cannot be
told without drawing the page (pictures behind text, filters, things moved over one another) is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from ..tree import HTML, Element
from .aria import ROLES
from .colours import CLEAR, Colour, contrast, over, read_colour
from .css import split_list
from .focus import is_disabled
from .lengths import font_size
from .media import Screen
from .page import Page, with_content
from .styles import Styles
from .tokens import tokens

DARK = Screen(scheme="dark")
UNDRAWN = frozenset({"option", "optgroup", "script", "select", "style", "template", "title"})
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
OWN_COLOURS = ("a", "button", "mark", "textarea")
OWN_BACKGROUNDS = ("button", "mark", "textarea")
MOVED = frozenset({"absolute", "fixed", "sticky"})
PANELS = ("before", "after")
UNFILLED = frozenset({"none", "transparent", "initial", "unset"})
SPOILERS = ("filter", "mix-blend-mode", "backdrop-filter")
_LETTERS = re.compile(r"[^\W_].*[^\W_]", re.DOTALL)
_GRADIENT = re.compile(r"(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)", re.IGNORECASE)
_FIXED = re.compile(r"\s*[\d.]+(?:px|em|rem|ex|ch|pt)\s*", re.IGNORECASE)
HIGHEST = 7.0  # the contrast that WCAG asks for at most
LARGE, LARGE_BOLD = 24.0, 56 / 3  # pixels: 18 and 14 points


class Painted(NamedTuple):
    """One element's text: its contrast with what is behind it, and both colours."""

    element: Element
    ratio: float
    text: Colour
    behind: Colour
    large: bool
    scheme: str


def painted_texts(page: Page) -> list[Painted]:
    """Return the visible texts whose contrast is known and below the highest that is asked for.

    Each is judged on every screen that the style sheets know.
    """
    if page.painted is None:
        disabled = _disabled_texts(page)
        texts = [element for element in _lettered(page) if element not in disabled]
        page.painted = [text for painter in _painters(page) for text in painter.paint(texts)]
    return page.painted


def _painters(page: Page) -> Iterator[_Painter]:
    styles = page.styles
    yield _Painter(page, styles)
    if any("prefers-color-scheme" in s or "light-dark(" in s for s in styles.sheets):
        yield _Painter(page, Styles(page.document, styles.given, DARK, styles))


def _lettered(page: Page) -> Iterator[Element]:
    """Yield the visible elements that have letters of their own."""
    has_letters = _LETTERS.search
    for element, texts in page.document.texts.items():
        if element.tag in UNDRAWN or element.namespace != HTML or not page.is_visible(element):
            continue
        for text in texts:
            if has_letters(text):
                yield element
                break


class _Painter:
    def __init__(self, page: Page, styles: Styles) -> None:
        self.page = page
        self.styles = styles
        self.scheme = styles.screen.scheme
        dark = self.scheme == "dark" and self._allows_dark()
        self.system = "dark" if dark else "light"
        self.canvas = None if page.document.fragment else read_colour("canvas", self.system)
        self._text: dict[Element, Colour | None] = {}
        self._behind: dict[Element, tuple[Colour, ...] | None] = {}
        self._best: dict[_Givers, _Best | None] = {}
        self._faint = styles.all_declared("opacity")
        self._shadows = styles.all_declared("text-shadow")
        self._fills = styles.all_declared("-webkit-text-fill-color")
        self._colours = styles.all_declared("color")
        self._flats = styles.all_declared("background-color")
        self._images = styles.all_declared("background-image")
        positions = styles.all_declared("position").items()
        self._moved = {e for e, position in positions if position.strip().lower() in MOVED}
        self._panelled = {e for which in PANELS for e in _panelled(which, styles)}
        coloured = {*page.tagged(*OWN_COLOURS), *self._colours, *self._fills}
        painted = {*page.tagged(*OWN_BACKGROUNDS), *self._flats, *self._images, *self._moved}
        painted |= self._panelled
        self._givers = _nearest(page, coloured, painted)
        self._spoiled = with_content(e for name in SPOILERS for e in styles.all_declared(name))

    def _allows_dark(self) -> bool:
        root = self.page.document.root
        for meta in self.page.tagged("meta"):
            if meta.get("name") == "color-scheme" and "dark" in (meta.get("content") or ""):
                return True
        return root is not None and "dark" in (self.styles.value(root, "color-scheme") or "")

    def paint(self, texts: list[Element]) -> Iterator[Painted]:
        """Yield the texts that are not told from their background very well."""
        for element in texts:
            best = self._best_of(element)
            if best is None or element in self._spoiled:
                continue
            ratio, shown, back = best
            if 1.0 < ratio < HIGHEST and not self._has_shadow(element):
                large = self._is_large(element)
                yield Painted(element, ratio, shown, back, large, self.scheme)

    def _best_of(self, element: Element) -> _Best | None:
        """Return the contrast of an element's text, told once for each pair of colour givers."""
        if self._faint:
            return self._tell(element)
        givers = self._givers[element]
        if givers not in self._best:
            self._best[givers] = self._tell(element)
        return self._best[givers]

    def _tell(self, element: Element) -> _Best | None:
        text, behind = self.text_of(element), self.behind(element)
        if text is None or behind is None:
            return None
        if self._faint:
            faded = self._fade(element, text)
            if faded is None:
                return None
            text, behind = faded
        return _best(text, behind)

    def _has_shadow(self, element: Element) -> bool:
        if not self._shadows:
            return False
        return (self.styles.value(element, "text-shadow") or "none").lower() != "none"

    def _fade(self, element: Element, text: Colour) -> tuple[Colour, tuple[Colour, ...]] | None:
        """Return text and background where something around is partly transparent."""
        front, back = text, CLEAR
        for here in (element, *element.ancestors):
            own = self._own_colours(here)
            if own is None or len(own) != 1:
                return None if own is None else (text, self.behind(element) or ())
            front, back = over(front, own[0]), over(back, own[0])
            share = self._opacity(here)
            front, back = (*front[:3], front[3] * share), (*back[:3], back[3] * share)
        canvas = self.canvas
        if canvas is None:
            return None
        return over(front, canvas), (over(back, canvas),)

    def _opacity(self, element: Element) -> float:
        value = self.styles.declared(element, "opacity")
        if value is None:
            return 1.0
        value = self.styles.resolve(element, value).strip()
        try:
            number = float(value.rstrip("%")) / (100 if value.endswith("%") else 1)
        except ValueError:
            return 1.0
        return min(max(number, 0.0), 1.0)

    def text_of(self, element: Element) -> Colour | None:
        """Return the colour of an element's text, None where it cannot be told."""
        giver = self._givers[element][0]
        if giver not in self._text:
            self._text[giver] = self._text_colour(giver)
        return self._text[giver]

    def _text_colour(self, element: Element) -> Colour | None:
        value = self._fills.get(element) or self._colours.get(element)
        if value is None:
            return self._default_text(element)
        word = self.styles.resolve(element, value).strip().lower()
        if word in {"inherit", "unset", "currentcolor"}:
            return self._inherited_text(element)
        if word in {"initial", "revert", "revert-layer"}:
            return (
                self._default_text(element)
                if word != "initial"
                else read_colour("canvastext", self.system)
            )
        return read_colour(word, self.system)

    def _default_text(self, element: Element) -> Colour | None:
        if element.tag == "a" and element.get("href") is not None:
            return read_colour("linktext", self.system)
        if element.tag in {"button", "textarea"}:
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
        giver = self._givers[element][1]
        if giver not in self._behind:
            self._behind[giver] = self._colours_behind(giver)
        return self._behind[giver]

    def _colours_behind(self, element: Element) -> tuple[Colour, ...] | None:
        own = self._own_colours(element)
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

    def _own_colours(self, element: Element) -> tuple[Colour, ...] | None:
        """Return the colours of an element's own background; None for a picture."""
        flat = self._flat_background(element)
        image = self._images.get(element)
        if flat is None:
            return None
        if not image:
            return (flat,)
        image = self.styles.resolve(element, image).strip()
        if image.lower() in {"none", "initial", "unset", ""}:
            return (flat,)
        stops = _gradient_colours(image, self.system)
        return tuple(over(stop, flat) for stop in stops) if stops else None

    def _flat_background(self, element: Element) -> Colour | None:
        value = self._flats.get(element)
        if value is None:
            return self._default_background(element)
        word = self.styles.resolve(element, value).strip().lower()
        if word in {"initial", "unset", "revert", "none"}:
            return CLEAR
        if word == "inherit":
            return self._flat_background(element.parent) if element.parent else CLEAR
        if word == "currentcolor":
            return self.text_of(element)
        found = read_colour(word, self.system)
        if found is None and " " in word:
            known = (read_colour(part, self.system) for part in split_list(word, " "))
            found = next((colour for colour in known if colour), None)
        return found

    def _default_background(self, element: Element) -> Colour | None:
        if element.tag == "button":
            return read_colour("buttonface", self.system)
        if element.tag == "textarea":
            return read_colour("field", self.system)
        if element.tag == "mark":
            return read_colour("mark", self.system)
        return CLEAR

    def _is_large(self, element: Element) -> bool:
        size = font_size(element, self.styles)
        return size >= LARGE - 0.01 or (size >= LARGE_BOLD - 0.01 and self._is_bold(element))

    def _is_bold(self, element: Element) -> bool:
        here: Element | None = element
        while here is not None:
            weight = self.styles.declared(here, "font-weight")
            if weight is not None:
                word = self.styles.resolve(here, weight).strip().lower()
                if word != "inherit":
                    return word in {"bold", "bolder"} or (word.isdigit() and int(word) >= 700)
            elif here.tag in BOLD:
                return True
            here = here.parent
        return False


_Best = tuple[float, Colour, Colour]
_Givers = tuple[Element, Element]  # whose colour a text has, and whose background


def _nearest(page: Page, coloured: Set[Element], painted: Set[Element]) -> dict[Element, _Givers]:
    """Return for each element the nearest, of itself and those around it, of both kinds."""
    nearest: dict[Element, _Givers] = {}
    either = coloured | painted
    for element in page.elements:
        above = element.parent
        if above is None:
            nearest[element] = element, element
        elif element not in either:
            nearest[element] = nearest[above]
        else:
            text, ground = nearest[above]
            nearest[element] = (
                element if element in coloured else text,
                element if element in painted else ground,
            )
    return nearest


@lru_cache(maxsize=2048)
def _best(text: Colour, behind: tuple[Colour, ...]) -> _Best:
    """Return the highest contrast that a text has with what is behind it, and both colours."""
    pairs = [(over(text, colour), colour) for colour in behind]
    ratio, (shown, back) = max((contrast(*pair), pair) for pair in pairs)
    return ratio, shown, back


def _panelled(which: str, styles: Styles) -> Iterator[Element]:
    """Yield the elements that a pseudo-element may cover with a background of its own.

    One of a fixed size, as for a sign beside a line, covers nothing.
    """
    placed = styles.all_pseudo(which, "position")
    sizes = [styles.all_pseudo(which, name) for name in ("width", "height")]
    fills = [styles.all_pseudo(which, name) for name in ("background-color", "background-image")]
    for element, position in placed.items():
        fixed = all(_FIXED.fullmatch(size.get(element, "")) for size in sizes)
        filled = any(fill.get(element, "none").strip().lower() not in UNFILLED for fill in fills)
        if position.strip().lower() in MOVED and filled and not fixed:
            yield element


def _gradient_colours(image: str, scheme: str) -> list[Colour]:
    """Return the colours of a single gradient, none where there is anything else."""
    found = _GRADIENT.fullmatch(image)
    if not found or len(split_list(image)) != 1:
        return []
    colours = []
    for part in split_list(found[1]):
        words = split_list(part, " ")
        known = [read_colour(word, scheme) for word in words]
        colours += [colour for colour in known if colour]
    return colours


def _disabled_texts(page: Page) -> set[Element]:
    """Return the elements whose text belongs to a control that is out of use."""
    found: set[Element] = set()
    for element in (*page.having("disabled"), *page.having("aria-disabled")):
        if not _is_out_of_use(element, page):
            continue
        found.update((element, *element.descendants))
    out = {e for e in page.tagged("input", "select", "textarea") if is_disabled(e)}
    for control in found | out:
        labels = [*page.labels_of(control)]
        named = tokens(control.get("aria-labelledby"))
        labels += [e for e in map(page.by_id, named) if e is not None]
        for label in labels:
            found.update((label, *label.descendants))
    return found


def _is_out_of_use(element: Element, page: Page) -> bool:
    role = ROLES.get(page.role(element))
    if role is None or not role.kinds & {"group", "widget"}:
        return element.tag in {"input", "fieldset"} and element.get("disabled") is not None
    return is_disabled(element) or (element.get("aria-disabled") or "").lower() == "true"

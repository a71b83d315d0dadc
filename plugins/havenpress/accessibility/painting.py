# SPDX-License-Identifier: AGPL-3.0-or-later
"""The colours of texts and of what lies behind them, as far as style sheets decide them.

Each screen is judged on its own: light, and dark where a style sheet knows it. What cannot be
told without drawing the page (pictures behind text, filters, things moved over one another) is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..tree import HTML, Element
from .aria import ROLES
from .colours import CLEAR, Colour, contrast, over, read_colour
from .css import split_list
from .focus import is_disabled
from .lengths import font_size
from .media import Screen
from .page import Page
from .styles import Styles

DARK = Screen(scheme="dark")
UNDRAWN = frozenset({"option", "optgroup", "script", "select", "style", "template", "title"})
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
SPOILERS = ("filter", "mix-blend-mode", "backdrop-filter")
_LETTERS = re.compile(r"[^\W_]")
_GRADIENT = re.compile(r"(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)", re.IGNORECASE)
LARGE, LARGE_BOLD = 24.0, 56 / 3  # pixels: 18 and 14 points


@dataclass(frozen=True, slots=True)
class Painted:
    """One element's text: its contrast with what is behind it, and both colours."""

    element: Element
    ratio: float
    text: Colour
    behind: Colour
    large: bool
    scheme: str


def painted_texts(page: Page) -> list[Painted]:
    """Return the visible texts of a page whose colours can be told, on every screen it knows."""
    if page.painted is None:
        page.painted = [text for painter in _painters(page) for text in painter.texts()]
    return page.painted


def _painters(page: Page) -> Iterator[_Painter]:
    yield _Painter(page, page.styles)
    if any("prefers-color-scheme" in s or "light-dark(" in s for s in page.styles.sheets):
        yield _Painter(page, Styles(page.document, page.styles.given, DARK))


class _Painter:
    def __init__(self, page: Page, styles: Styles) -> None:
        self.page = page
        self.styles = styles
        self.scheme = styles.screen.scheme
        dark = self.scheme == "dark" and self._allows_dark()
        self.system = "dark" if dark else "light"
        self.canvas = read_colour("canvas", self.system)
        self._text: dict[Element, Colour | None] = {}
        self._behind: dict[Element, tuple[Colour, ...] | None] = {}
        self._faint = styles.all_declared("opacity")
        self._disabled = _disabled_texts(page)

    def _allows_dark(self) -> bool:
        root = self.page.document.root
        metas = self.page.tagged("meta")
        if any(
            m.get("name") == "color-scheme" and "dark" in (m.get("content") or "") for m in metas
        ):
            return True
        return root is not None and "dark" in (self.styles.value(root, "color-scheme") or "")

    def texts(self) -> Iterator[Painted]:
        """Yield each element that draws letters of its own."""
        for element in self.page.elements:
            if self._draws_letters(element) and element not in self._disabled:
                painted = self._paint(element)
                if painted is not None and painted.ratio > 1.0:
                    yield painted

    def _draws_letters(self, element: Element) -> bool:
        if element.tag in UNDRAWN or not self.page.is_visible(element):
            return False
        if element.namespace != HTML:
            return False
        if element.has_only_text:
            return len(_LETTERS.findall(element.text, 0)[:2]) > 1
        own = "".join(node for node in element.nodes if isinstance(node, str))
        return len(_LETTERS.findall(own)) > 1

    def _paint(self, element: Element) -> Painted | None:
        text, behind = self.text_of(element), self.behind(element)
        if text is None or behind is None or self._is_spoiled(element):
            return None
        if self._faint:
            faded = self._fade(element, text)
            if faded is None:
                return None
            text, behind = faded
        pairs = [(over(text, colour), colour) for colour in behind]
        ratio, (shown, back) = max((contrast(*pair), pair) for pair in pairs)
        return Painted(element, ratio, shown, back, self._is_large(element), self.scheme)

    def _is_spoiled(self, element: Element) -> bool:
        shadow = self.styles.value(element, "text-shadow")
        if shadow and shadow.lower() != "none":
            return True
        spoiled = [e for name in SPOILERS for e in self.styles.all_declared(name)]
        return bool(spoiled) and any(e in spoiled for e in (element, *element.ancestors))

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
        canvas = self.canvas or CLEAR
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
        if element not in self._text:
            self._text[element] = self._text_colour(element)
        return self._text[element]

    def _text_colour(self, element: Element) -> Colour | None:
        value = self.styles.declared(element, "-webkit-text-fill-color")
        value = value or self.styles.declared(element, "color")
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
        if element not in self._behind:
            self._behind[element] = self._colours_behind(element)
        return self._behind[element]

    def _colours_behind(self, element: Element) -> tuple[Colour, ...] | None:
        own = self._own_colours(element)
        if own is None:
            return None
        if all(colour[3] >= 1 for colour in own):
            return own
        if self._is_moved(element):
            return None
        below = self.behind(element.parent) if element.parent else (self.canvas,)
        if below is None:
            return None
        return tuple(dict.fromkeys(over(a, b) for a in own for b in below if b))

    def _own_colours(self, element: Element) -> tuple[Colour, ...] | None:
        """Return the colours of an element's own background; None for a picture."""
        flat = self._flat_background(element)
        image = self.styles.declared(element, "background-image")
        image = self.styles.resolve(element, image).strip() if image else "none"
        if flat is None:
            return None
        if image.lower() in {"none", "initial", "unset", ""}:
            return (flat,)
        stops = _gradient_colours(image, self.system)
        return tuple(over(stop, flat) for stop in stops) if stops else None

    def _flat_background(self, element: Element) -> Colour | None:
        value = self.styles.declared(element, "background-color")
        if value is None:
            return self._default_background(element)
        word = self.styles.resolve(element, value).strip().lower()
        if word in {"initial", "unset", "revert", "none"}:
            return CLEAR
        if word == "inherit":
            return self._flat_background(element.parent) if element.parent else CLEAR
        if word == "currentcolor":
            return self.text_of(element)
        parts = split_list(word, " ")
        found = read_colour(word, self.system)
        if found is None and len(parts) > 1:
            known = [read_colour(part, self.system) for part in parts]
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

    def _is_moved(self, element: Element) -> bool:
        position = self.styles.declared(element, "position")
        return position is not None and position.strip().lower() in {"absolute", "fixed", "sticky"}

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
    out = {e for e in page.elements if e.tag in {"input", "select", "textarea"} and is_disabled(e)}
    for control in found | out:
        labels = [*page.labels_of(control)]
        named = (control.get("aria-labelledby") or "").split()
        labels += [e for e in map(page.by_id, named) if e is not None]
        for label in labels:
            found.update((label, *label.descendants))
    return found


def _is_out_of_use(element: Element, page: Page) -> bool:
    role = ROLES.get(page.role(element))
    if role is None or not role.kinds & {"group", "widget"}:
        return element.tag in {"input", "fieldset"} and element.get("disabled") is not None
    return is_disabled(element) or (element.get("aria-disabled") or "").lower() == "true"

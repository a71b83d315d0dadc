# SPDX-License-Identifier: AGPL-3.0-or-later
"""The contrast of texts with what lies behind them, as far as style sheets decide it.

Each screen is judged on its own: light, and dark where a style sheet knows it. What cannot be
told without drawing the page (pictures behind text, filters, things moved over one another) is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ...tree import HTML, Element
from ..aria.names import takes_placeholder
from ..aria.roles import input_type
from ..aria.vocabulary import ROLES
from ..focus.reach import is_disabled
from ..lookup import with_content
from ..page import Page
from ..tokens import tokens
from .colouring import (
    BUTTONS,
    GROUND_HINTS,
    MOST_COLOURS,
    TEXT_HINTS,
    Colouring,
    Givers,
    colourings,
)
from .colours import CLEAR, Colour, contrast, over, read_colour
from .lengths import font_size
from .shadows import read_shadow, surround
from .sheets import split_list
from .visibility import FALLBACK

HIDDEN = frozenset({"script", "style", "template", "title"})  # by the browser; left out for time
UNDRAWN = FALLBACK | HIDDEN | {"option", "optgroup", "select"}
BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
WRITTEN = BUTTONS | {"email", "number", "search", "tel", "text", "url"}  # inputs that show words
SPOILERS = ("-webkit-text-stroke", "backdrop-filter", "filter", "mix-blend-mode")
_LETTERS = re.compile(r"[^\W_].*[^\W_]", re.DOTALL)
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
        page.painted = _pale_texts(page) if _has_colours(page) else []
    return page.painted


def _has_colours(page: Page) -> bool:
    """Tell whether a page brings colours; all that a browser has itself stand out very well."""
    return any(page.styles.sheets) or any(map(page.having, ("style", *GROUND_HINTS, *TEXT_HINTS)))


def _pale_texts(page: Page) -> list[Painted]:
    texts = list(_worded(page))
    pale: dict[tuple[object, ...], Painted] = {}  # the same on two screens is told once
    for painter in map(_Painter, colourings(page)):
        for text in chain(painter.paint(texts), painter.paint_hints()):
            pale.setdefault(text[:-1], text)
    read = _read_by_people({text.element for text in pale.values()}, page)
    return [text for text in pale.values() if text.element in read]


def _worded(page: Page) -> Iterator[Element]:
    """Yield the elements that have text of their own, visible or not: most need no closer look."""
    for element in page.elements:
        words = "".join(element.own_texts)
        if words and not words.isspace() and element.tag not in UNDRAWN:
            yield element
    yield from (e for e in page.tagged("input") if input_type(e) in WRITTEN and e.get("value"))


def _read_by_people(elements: Set[Element], page: Page) -> Set[Element]:
    """Return those of some elements that are visible, in use, and have letters of their own."""
    if not elements:
        return elements
    disabled = _disabled_texts(page)
    return {
        element
        for element in elements - disabled
        if element.namespace == HTML
        and page.is_visible(element)
        and any(map(_LETTERS.search, _own_words(element)))
    }


def _own_words(element: Element) -> list[str]:
    own = [element.get("value") or ""] if element.tag == "input" else element.own_texts
    return own if any(own) else [element.get("placeholder") or ""]


class _Painter:
    def __init__(self, colouring: Colouring) -> None:
        styles = self.styles = colouring.styles
        self.colouring = colouring
        self._best: dict[Givers, _Best | None] = {}
        pale = (e for e in styles.all_declared("opacity") if self._opacity(e) < 1)
        self._faint = with_content(pale)
        self._shadows = styles.all_declared("text-shadow")
        self._spoiled = with_content(e for name in SPOILERS for e in styles.all_declared(name))

    def paint(self, texts: list[Element]) -> Iterator[Painted]:
        """Yield the texts that are not told from their background very well."""
        for element in texts:
            best = self._best_of(element)
            if best is None or not 1.0 < best[0] < HIGHEST or element in self._spoiled:
                continue
            if self._shadows:
                best = self._with_shadows(element, best)
            if best is not None and 1.0 < best[0] < HIGHEST and self._has_size(element):
                large = self._is_large(element)
                yield Painted(element, *best, large, self.styles.screen.scheme)

    def paint_hints(self) -> Iterator[Painted]:
        """Yield the fields whose placeholder has a colour that hardly stands out."""
        for field, value in self.styles.all_pseudo("placeholder", "color").items():
            if not _shows_hint(field) or field in self._spoiled or field in self._faint:
                continue
            text = read_colour(self.styles.resolve(field, value), self.colouring.system)
            behind = self.colouring.behind(field)
            if text is None or behind is None:
                continue
            share = _share(self.styles.pseudo(field, "placeholder", "opacity") or "")
            best = _best(_thin(text, share), behind)
            if 1.0 < best[0] < HIGHEST:
                yield Painted(field, *best, self._is_large(field), self.styles.screen.scheme)

    def _has_size(self, element: Element) -> bool:
        return font_size(element, self.styles) > 0

    def _best_of(self, element: Element) -> _Best | None:
        """Return the contrast of an element's text, told once for each pair of colour givers."""
        if element in self._faint:
            return self._tell(element)
        givers = self.colouring.givers[element]
        if givers not in self._best:
            self._best[givers] = self._tell(element)
        return self._best[givers]

    def _tell(self, element: Element) -> _Best | None:
        text, behind = self.colouring.text_of(element), self.colouring.behind(element)
        if text is None or behind is None:
            return None
        if element not in self._faint:
            return _best(text, behind)
        faded = self._fade(element, text)
        return max((_best(front, (back,)) for front, back in faded), default=None)

    def _with_shadows(self, element: Element, best: _Best) -> _Best | None:
        """Return the best contrast of a text that has shadows, None where it cannot be told."""
        value = self.styles.value(element, "text-shadow") or "none"
        if value.lower() == "none":
            return best
        text, behind = self.colouring.text_of(element), self.colouring.behind(element)
        size = font_size(element, self.styles)
        shadows = [read_shadow(each, size, self.colouring.system) for each in split_list(value)]
        if element in self._faint or not text or not behind or not all(shadows):
            return None
        colours = tuple(over(s.colour or text, below) for s in shadows if s for below in behind)
        return _best(text, colours if surround(shadows) else (*behind, *colours))

    def _fade(self, element: Element, text: Colour) -> list[tuple[Colour, Colour]]:
        """Return text and background, in each of the colours that a gradient may give them.

        Something around is partly transparent; none where the colours cannot be told.
        """
        pairs, canvas = [(text, CLEAR)], self.colouring.canvas
        for here in (element, *element.ancestors):
            own = self.colouring.own_colours(here)
            if own is None or len(own) * len(pairs) > MOST_COLOURS:
                return []
            share = self._opacity(here)
            pairs = [
                (_thin(over(front, colour), share), _thin(over(back, colour), share))
                for front, back in pairs
                for colour in own
            ]
        return (
            [(over(front, canvas), over(back, canvas)) for front, back in pairs] if canvas else []
        )

    def _opacity(self, element: Element) -> float:
        value = self.styles.declared(element, "opacity")
        if value is None:
            return 1.0
        return _share(self.styles.resolve(element, value))

    def _is_large(self, element: Element) -> bool:
        size = font_size(element, self.styles)
        return size >= LARGE - 0.01 or (size >= LARGE_BOLD - 0.01 and self._is_bold(element))

    def _is_bold(self, element: Element) -> bool:
        here: Element | None = element
        while here is not None:
            weight = self.styles.declared(here, "font-weight")
            if weight is not None:
                word = self.styles.resolve(here, weight).lower()
                if word not in {"inherit", "unset"}:
                    return word in {"bold", "bolder"} or (word.isdecimal() and int(word[:9]) >= 700)
            elif here.tag in BOLD:
                return True
            here = here.parent
        return False


def _shows_hint(field: Element) -> bool:
    """Tell whether a field shows its placeholder."""
    return takes_placeholder(field) and not (field.get("value") or field.text)


def _share(opacity: str) -> float:
    """Return an opacity from 0 to 1; 1 for what is none."""
    try:
        number = float(opacity.rstrip("%")) / (100 if opacity.endswith("%") else 1)
    except ValueError:
        return 1.0
    return min(max(number, 0.0), 1.0)


def _thin(colour: Colour, share: float) -> Colour:
    return (*colour[:3], colour[3] * share)


_Best = tuple[float, Colour, Colour]


@lru_cache(maxsize=2048)
def _best(text: Colour, behind: tuple[Colour, ...]) -> _Best:
    """Return the highest contrast that a text has with what is behind it, and both colours."""
    pairs = [(over(text, colour), colour) for colour in behind]
    ratio, (shown, back) = max((contrast(*pair), pair) for pair in pairs)
    return ratio, shown, back


def _disabled_texts(page: Page) -> frozenset[Element]:
    """Return the elements whose text belongs to a control that is out of use."""
    found = with_content(_out_of_use(page))
    out = {e for e in page.tagged("input", "select", "textarea") if is_disabled(e)}
    labels = (label for control in found | out for label in _names_given(control, page))
    return found | with_content(labels)


def _out_of_use(page: Page) -> Iterator[Element]:
    """Yield the groups and controls that are disabled, by themselves or by what is around them."""
    yield from filter(is_disabled, page.having("disabled"))
    marked = page.having("aria-disabled")
    said = (e for e in marked if (e.get("aria-disabled") or "").lower() == "true")
    yield from (e for e in with_content(said) if _may_be_disabled(e, page))


def _may_be_disabled(element: Element, page: Page) -> bool:
    """Tell whether aria-disabled has a meaning for an element; some kinds of input have no role."""
    role = ROLES.get(page.role(element))
    if role is not None and role.kinds & {"group", "widget"}:
        return True
    return element.tag == "input"


def _names_given(control: Element, page: Page) -> Iterator[Element]:
    """Yield the elements that give a control its name; aria-label leaves its labels without use."""
    named = tokens(control.get("aria-labelledby"))
    if named:
        yield from (e for e in map(page.by_id, named) if e is not None)
    elif not (control.get("aria-label") or "").strip():
        yield from page.labels_of(control)

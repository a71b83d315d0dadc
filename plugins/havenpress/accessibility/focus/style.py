# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where style sheets take the mark of the focus away, and what they put in its place.

Source: Selectors 4, 9.4; CSS UI 4, 5; CSS Cascade 5, 6.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from ...tree import Element
from ..css.cascade import UNLAYERED, Layer, layer_of, plan, strength
from ..css.colouring import PANELS, Colouring, colourings
from ..css.colours import read_colour
from ..css.lengths import split_dimension
from ..css.media import Screen, holds
from ..css.selection import LONGEST
from ..css.sheets import StyleRule, parse_declarations, parse_sheet, split_list
from ..css.shorthands import SHORTHANDS, longhand
from ..lookup import with_content
from ..page import Page

OUTLINES = ("outline-style", "outline-width", "outline-color")
WHOLE_OUTLINE = frozenset({"all", "outline"})
NO_MARKS = frozenset(
    {"outline", *OUTLINES, "outline-offset", "transition", "cursor", "position", "z-index"}
)
# What may bring into sight what another value of it hides.
REVEALING = frozenset(
    "all bottom clip clip-path content-visibility filter height inset inset-block inset-inline"
    " inset-block-start inset-inline-start left margin margin-left margin-top max-height max-width"
    " min-height min-width opacity overflow overflow-x overflow-y position right scale top"
    " transform translate width".split()
)
CONTROLS = frozenset({"button", "input", "select", "textarea"})
NOTHING = frozenset({"", "0", "hidden", "initial", "none", "transparent", "unset"})
PLAIN_LINE = frozenset({"auto", "currentcolor", "from-font", "solid", "underline"})
_SIDES = "block block-end block-start bottom inline inline-end inline-start left right top".split()
BORDERS = ["border", "border-style"]
BORDERS += (f"border-{side}{style}" for side in _SIDES for style in ("", "-style"))
_IS_ABOUT_FOCUS = re.compile(r"outline|:focus|\ball\s*:")
_FOCUS = re.compile(
    r":(?:is|where)\([^()]*:focus(?:-visible)?(?![\w-])[^()]*\)|:focus(?:-visible)?(?![\w-])"
)
_AROUND = re.compile(
    r":focus-within(?![\w-])"
    r"|:has\((?P<beside>\s*[+~])?[^()]*(?:\([^()]*\)[^()]*)*:focus[^()]*(?:\([^()]*\)[^()]*)*\)"
)
_WITHOUT = re.compile(r"(?::not\(\s*:focus(?:-visible|-within)?\s*\))+")
_NOTHING_WORD = re.compile(
    r"(?<![\w.-])0|\b(?:none|hidden|transparent|initial|unset)\b", re.IGNORECASE
)
_IS_VARIABLE = re.compile(r"(?!.*\b(?:auto|dashed|dotted|double|solid)\b).*var\(", re.IGNORECASE)
_HAS_LINE = re.compile(
    r"\b(?:auto|dashed|dotted|double|groove|inherit|inset|outset|revert|ridge|solid)\b|var\(",
    re.IGNORECASE,
)
_BEFORE = frozenset(" \t\n\f>+~,(")  # a compound selector
_AFTER = frozenset(" \t\n\f>+~,)")

_RANK = itemgetter(0)

Declarations = tuple[tuple[str, str, bool], ...]
Specificity = tuple[int, int, int]
Rank = tuple[bool, bool, Layer, Specificity, int]


class Place(NamedTuple):
    """Where declarations stand: in a style attribute, or in a layer, under a selector."""

    layer: Layer
    specificity: Specificity
    number: int
    in_attribute: bool = False

    def rank(self, important: bool) -> Rank:
        """Return what a declaration there is sorted by, the weakest first."""
        layer = strength(self.layer, important)
        return important, self.in_attribute, layer, self.specificity, self.number


IN_ATTRIBUTE = Place((UNLAYERED,), (0, 0, 0), 0, in_attribute=True)


class FocusRule(NamedTuple):
    """One rule that is about the focus or about outlines."""

    bearer: str  # selects what has the focus while the rule applies
    wide: int  # 1: or something inside of that has it; 2: or something beside that
    subject: str  # selects what it styles, empty where that is what has the focus
    rule: StyleRule
    layer: Layer = (UNLAYERED,)

    @property
    def names(self) -> list[str]:
        """The properties that it declares."""
        return [name for name, _, _ in self.rule.declarations]

    @property
    def is_of_focus(self) -> bool:
        """Whether it asks for the focus at all."""
        return ":focus" in self.rule.selector


class FocusRules(NamedTuple):
    """The rules of all sheets that hold on a screen, by what they do."""

    taking: list[FocusRule]  # may take the outline away
    outlining: list[FocusRule]  # say something of the outline of what has the focus
    marking: list[FocusRule]  # give other properties to what has the focus
    beside: list[FocusRule]  # change something else
    revealing: list[FocusRule]  # may bring what has the focus into sight


def unmarked_focus(page: Page) -> Iterator[Element]:
    """Yield what the Tab key reaches and no style marks, where its outline is taken away."""
    rules = _rules_on(page.styles.sheets, page.styles.screen)
    taken = {e for e in page.having("style") if _may_take(parse_declarations(e.get("style") or ""))}
    for each in rules.taking:
        taken.update(page.styles.selection.match(each.bearer))
    candidates = [element for element in page.tabbable if element in taken] if taken else []
    if candidates:
        marks = _Marks(page, rules, frozenset(candidates))
        yield from (element for element in candidates if not marks.show(element))


def shown_in_focus(page: Page, unseen: frozenset[Element]) -> set[Element]:
    """Return those of some elements out of sight that the focus may bring into sight.

    Those whose focus changes something else are among them.
    """
    rules = _rules_on(page.styles.sheets, page.styles.screen)
    found: set[Element] = set()
    for each in rules.revealing:
        found |= unseen.intersection(page.styles.selection.match(each.bearer))
    return found if found == unseen else found | _Marks(page, rules, unseen).others


@lru_cache(maxsize=64)
def _rules_on(sheets: tuple[str, ...], screen: Screen) -> FocusRules:
    layers = plan(sheets, screen).layers
    rules = [
        each._replace(layer=layer_of(each.rule, layers))
        for sheet in sheets
        for each in _focus_rules(sheet)
        if all(holds(condition, screen) for condition in each.rule.conditions)
    ]
    own = [each for each in rules if not each.subject]
    return FocusRules(
        [each for each in own if _may_take(each.rule.declarations)],
        [each for each in own if not WHOLE_OUTLINE.union(OUTLINES).isdisjoint(each.names)],
        [each for each in own if each.is_of_focus and not NO_MARKS.issuperset(each.names)],
        [each for each in rules if each.subject],
        [each for each in own if each.is_of_focus and not REVEALING.isdisjoint(each.names)],
    )


def _may_take(declarations: Declarations) -> bool:
    """Tell whether declarations may leave no outline; a variable beside a line is its colour."""
    return any(
        _NOTHING_WORD.search(value)
        or (name != "outline-color" and _IS_VARIABLE.match(value))
        or (name == "outline" and not _HAS_LINE.search(value))
        for name, value, _ in declarations
        if name in WHOLE_OUTLINE or name in OUTLINES
    )


@lru_cache(maxsize=64)
def _focus_rules(sheet: str) -> tuple[FocusRule, ...]:
    """Return the rules of a sheet that are about the focus, or may take an outline away."""
    if not _IS_ABOUT_FOCUS.search(sheet):
        return ()
    read = (_read(rule) for rule in parse_sheet(sheet) if len(rule.selector) <= LONGEST)
    return tuple(rule for rule in read if rule)


def _read(rule: StyleRule) -> FocusRule | None:
    selector, unfocused = _WITHOUT.subn(_left, rule.selector)
    around = _AROUND.search(selector)
    found = around or _FOCUS.search(selector)
    if unfocused:  # what such a rule gives is gone in the focus
        wide = int("-within" in rule.selector)
        return None if found else FocusRule(selector, wide, "*", rule)
    if not found:
        plain = not rule.pseudo and _may_take(rule.declarations)
        return FocusRule(selector, 0, "", rule) if plain else None
    end = found.end() + _length_of_compound(selector[found.end() :])
    bearer = selector[: found.start()] + _left(found) + selector[found.end() : end]
    subject = "*" if around or rule.pseudo else ""
    if selector[end:].strip():
        subject = bearer + selector[end:]
    wide = 0 if not around else 2 if around["beside"] else 1
    return FocusRule(bearer, wide, subject, rule)


def _left(taken: re.Match[str]) -> str:
    """Return what a selector needs in place of a part: a star where a compound was only that."""
    before, after = taken.string[: taken.start()][-1:], taken.string[taken.end() :][:1]
    is_alone = (not before or before in _BEFORE) and (not after or after in _AFTER)
    return "*" if is_alone else ""


def _length_of_compound(text: str) -> int:
    depth = 0
    for index, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if not depth and sign in " >+~\t\n":
            return index
    return len(text)


class _Marks:
    """What the focus changes on one page."""

    def __init__(self, page: Page, rules: FocusRules, candidates: frozenset[Element]) -> None:
        self.page = page
        self._candidates = candidates
        self._rules = rules

    @cached_property
    def _outlining(self) -> list[tuple[FocusRule, frozenset[Element]]]:
        return self._with_bearers(self._rules.outlining)

    @cached_property
    def _marking(self) -> list[tuple[FocusRule, frozenset[Element]]]:
        return self._with_bearers(self._rules.marking)

    @cached_property
    def others(self) -> frozenset[Element]:
        """What has the focus while a rule changes something else."""
        changing = filter(self._changes_another, self._rules.beside)
        return frozenset().union(*map(self._bearers, changing))

    @cached_property
    def _colouring(self) -> Colouring:
        return colourings(self.page)[0]

    def _with_bearers(self, rules: list[FocusRule]) -> list[tuple[FocusRule, frozenset[Element]]]:
        return [(rule, self._bearers(rule)) for rule in rules]

    def _bearers(self, rule: FocusRule) -> frozenset[Element]:
        found = self.page.styles.selection.match(rule.bearer)
        if not rule.wide:
            return self._candidates.intersection(found)
        if rule.wide == 2:
            found = [element.parent for element in found if element.parent]
        return self._candidates & with_content(found)

    def _changes_another(self, rule: FocusRule) -> bool:
        if rule.subject != "*" and not self.page.styles.selection.match(rule.subject):
            return False
        return any(
            not _NOTHING_WORD.search(value) if name == "outline" else name not in NO_MARKS
            for name, value, _ in rule.rule.declarations
        )

    def show(self, element: Element) -> bool:
        """Tell whether something looks different when an element has the focus."""
        if self._has_outline(element) or element in self.others or self._hands_on(element):
            return True
        in_place = {name for name, _, _ in parse_declarations(element.get("style") or "")}
        return any(
            name not in NO_MARKS
            and (important or name not in in_place)
            and self._changes(element, name, value)
            for each, bearers in self._marking
            if element in bearers
            for name, value, important in each.rule.declarations
        )

    def _has_outline(self, element: Element) -> bool:
        """Tell whether the declarations that win leave an outline in the focus."""
        won = {part: value for _, part, value in sorted(self._outlines(element), key=_RANK)}
        return not any(_leaves_nothing(part, value) for part, value in won.items())

    def _hands_on(self, element: Element) -> bool:
        """Tell whether a pseudo-element, laid over a whole card maybe, has the outline instead."""
        if not self._rules.outlining:
            return False
        styles = self.page.styles
        return any(
            (styles.pseudo(element, which, name) or "").strip().lower() == "inherit"
            for which in PANELS
            for name in ("outline", "outline-style")
        )

    def _outlines(self, element: Element) -> Iterator[tuple[Rank, str, str]]:
        """Yield (rank, part of the outline, value) for what is declared in the focus."""
        for declarations, place in self._declarations(element):
            for name, written, important in declarations:
                value = self.page.styles.resolve(element, written)
                for part in OUTLINES if name in WHOLE_OUTLINE else {name}.intersection(OUTLINES):
                    found = longhand(name, part, value).strip().lower()
                    yield place.rank(important), part, found

    def _declarations(self, element: Element) -> Iterator[tuple[Declarations, Place]]:
        for number, (each, bearers) in enumerate(self._outlining):
            if element in bearers:
                place = Place(each.layer, each.rule.specificity, number)
                yield each.rule.declarations, place
        yield parse_declarations(element.get("style") or ""), IN_ATTRIBUTE

    def _changes(self, element: Element, name: str, value: str) -> bool:
        value = self.page.styles.resolve(element, value)
        return any(
            self._differs(element, each, longhand(name, each, value).strip().lower())
            for each in SHORTHANDS.get(name, (name,))
        )

    def _differs(self, element: Element, name: str, value: str) -> bool:
        """Tell whether a value is another than the one without the focus."""
        before = self.page.styles.declared(element, name)
        if before is None:
            return not self._is_usual(element, name, value)
        before = self.page.styles.resolve(element, before).strip().lower()
        colour = read_colour(value)
        return value != before and (colour is None or colour != read_colour(before))

    def _is_usual(self, element: Element, name: str, value: str) -> bool:
        """Tell whether a value is the one that an element has where no style sets it."""
        if name.startswith("text-decoration"):
            return _underlines(name, value) if element.tag == "a" else value in NOTHING
        if name == "color":
            return read_colour(value) == self._colouring.text_of(element)
        if name == "background-color" and value not in NOTHING:
            return (read_colour(value),) == self._colouring.behind(element)
        if name.endswith("shadow"):
            return value in NOTHING or all(map(_is_no_shadow, split_list(value)))
        if name.startswith(("border", "background")) and element.tag in CONTROLS:
            return False
        if name.startswith("border") and name.endswith("color"):
            return not any(self._has_border(element, each) for each in BORDERS)
        return value in NOTHING or (name.startswith("border") and value.split()[0] in NOTHING)

    def _has_border(self, element: Element, name: str) -> bool:
        """Tell whether a property gives an element a border, whose colour can be another then."""
        declared = self.page.styles.declared(element, name) or ""
        return not NOTHING.issuperset(declared.lower().split()[:1])


def _underlines(name: str, value: str) -> bool:
    """Tell whether a value of text-decoration leaves a link with its plain line."""
    words = set(value.split())
    has_line = "underline" in words or name not in {"text-decoration", "text-decoration-line"}
    return has_line and words <= PLAIN_LINE


def _is_no_shadow(shadow: str) -> bool:
    """Tell whether nothing is seen of a shadow: it has no colour, or no size and no place."""
    words = [word for word in split_list(shadow, " ") if word != "inset"]
    sizes = [parts[0] for word in words if (parts := split_dimension(word))]
    colours = [colour for word in words if (colour := read_colour(word))]
    return (bool(sizes) and not any(sizes)) or any(colour[3] == 0 for colour in colours)


def _leaves_nothing(aspect: str, value: str) -> bool:
    """Tell whether a value of one part of the outline takes all of it away."""
    if aspect == "outline-style":
        return value in {"hidden", "initial", "none", "unset"}
    if aspect == "outline-width":
        parts = split_dimension(value)
        return parts is not None and parts[0] == 0
    colour = read_colour(value)
    return colour is not None and colour[3] == 0

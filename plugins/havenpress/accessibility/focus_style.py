# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where style sheets take the mark of the focus away. Source: Selectors 4, 9.4; CSS UI 4, 5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..tree import Element
from .css import StyleRule, parse_declarations, parse_sheet
from .media import holds
from .page import Page

_FOCUS = re.compile(r":focus(-visible|-within)?(?![\w-])")
_NOTHING = re.compile(r"\s*(none|0(px|em|rem)?|hidden|transparent)(\s|$)")
OUTLINES = frozenset({"outline", "outline-style", "outline-width", "outline-color"})
NO_MARKS = frozenset({"outline-offset", "transition", "cursor", "z-index", "position"})


def unmarked_focus(page: Page) -> Iterator[Element]:
    """Yield elements whose outline is taken away and that no focus style marks, in order."""
    removed: set[Element] = set()
    marked: set[Element] = set()
    for sheet in page.styles.sheets:
        if "outline" not in sheet:
            continue
        for rule in parse_sheet(sheet):
            if all(holds(condition, page.styles.screen) for condition in rule.conditions):
                _sort(rule, page, removed, marked)
    removed.update(e for e in page.having("style") if _removes_own(e))
    yield from sorted(removed - marked, key=lambda e: e.index)


def _sort(rule: StyleRule, page: Page, removed: set[Element], marked: set[Element]) -> None:
    in_focus = bool(_FOCUS.search(rule.selector))
    takes = any(name in OUTLINES and _NOTHING.match(value) for name, value, _ in rule.declarations)
    marks = in_focus and any(_is_mark(name, value) for name, value, _ in rule.declarations)
    if not takes and not marks:
        return
    if ":not(:focus" in rule.selector.replace(" ", ""):
        return
    found = _matched(_FOCUS.sub("", rule.selector), page)
    if marks:
        marked.update(found)
    elif not rule.pseudo:
        removed.update(found)


def _is_mark(name: str, value: str) -> bool:
    if name in OUTLINES:
        return not _NOTHING.match(value)
    return name not in NO_MARKS and not name.startswith("--")


def _matched(selector: str, page: Page) -> list[Element]:
    selector = re.sub(r"(^|[\s>+~])(?=[\s>+~]|$)", r"\1*", selector.strip()) or "*"
    try:
        return page.document.select(selector)
    except ValueError:
        return []


def _removes_own(element: Element) -> bool:
    declared = parse_declarations(element.get("style") or "")
    return any(name == "outline" and _NOTHING.match(value) for name, value, _ in declared)

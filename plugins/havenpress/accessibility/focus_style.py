# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where style sheets take the mark of the focus away. Source: Selectors 4, 9.4; CSS UI 4, 5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..tree import Element
from .css import StyleRule, parse_declarations, parse_sheet
from .media import holds
from .page import Page

_FOCUS = re.compile(r":focus(-visible|-within)?(?![\w-])")
_NOTHING = re.compile(r"(^|.*\s)(none|0(px|em|rem)?|hidden|transparent)(\s|$)", re.IGNORECASE)
OUTLINES = frozenset({"outline", "outline-style", "outline-width", "outline-color"})
NO_MARKS = frozenset({"outline-offset", "transition", "cursor", "z-index", "position"})


def unmarked_focus(page: Page) -> Iterator[Element]:
    """Yield elements whose outline is taken away and that no focus style marks, in order."""
    removed = {e for e in page.having("style") if _removes_own(e)}
    marked: set[Element] = set()
    for sheet in page.styles.sheets:
        for selector, marks, conditions in _focus_rules(sheet):
            if all(holds(condition, page.styles.screen) for condition in conditions):
                (marked if marks else removed).update(page.styles.selection.match(selector))
    yield from sorted(removed - marked, key=lambda e: e.index)


@lru_cache(maxsize=64)
def _focus_rules(sheet: str) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """Return (selector without focus, whether it marks the focus, conditions) of a sheet."""
    if "outline" not in sheet:
        return ()
    found = (_focus_rule(rule) for rule in parse_sheet(sheet))
    return tuple(entry for entry in found if entry)


def _focus_rule(rule: StyleRule) -> tuple[str, bool, tuple[str, ...]] | None:
    in_focus = bool(_FOCUS.search(rule.selector))
    takes = any(name in OUTLINES and _NOTHING.match(value) for name, value, _ in rule.declarations)
    marks = in_focus and any(_is_mark(name, value) for name, value, _ in rule.declarations)
    if ":not(:focus" in rule.selector.replace(" ", "") or not (marks or takes):
        return None
    if not marks and rule.pseudo:
        return None
    bare = re.sub(r"(^|[\s>+~])(?=[\s>+~]|$)", r"\1*", _FOCUS.sub("", rule.selector).strip())
    return bare or "*", marks, rule.conditions


def _is_mark(name: str, value: str) -> bool:
    if name in OUTLINES:
        return not _NOTHING.match(value)
    return name not in NO_MARKS and not name.startswith("--")


def _removes_own(element: Element) -> bool:
    declared = parse_declarations(element.get("style") or "")
    return any(name == "outline" and _NOTHING.match(value) for name, value, _ in declared)

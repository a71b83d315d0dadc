# SPDX-License-Identifier: AGPL-3.0-or-later
"""Conditions as ``@media`` and ``@supports`` write them, in a logic of yes, no and unknown.

Source: Media Queries 4, sections 3 (syntax) and 3.1 (evaluating); CSS Conditional Rules 3, section
6 (feature queries). What stands in brackets is a condition again, or something that only the one
who asks can tell: a feature of a screen, a declaration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Truth = bool | None  # None is unknown, which is no in the end, negated too
Leaf = Callable[[str], Truth]  # of "(width > 1px)" or "selector(a)", in lower case
DEEPEST = 20  # brackets in one another
_PIECE = re.compile(r"[^\s()]*\(|[^\s()]+|\)")
_CONDITION = re.compile(r"not\b|[\w-]*\(")


class MalformedError(ValueError):
    """A condition breaks the grammar, so that browsers drop the query it is in."""


def split_condition(text: str) -> list[str]:
    """Return the words and the groups in brackets of a condition, a function with its own.

    Brackets that are open at the end are closed there; raises MalformedError for one too many.
    """
    items, start, depth = list[str](), 0, 0
    for piece in _PIECE.finditer(text):
        start = start if depth else piece.start()
        depth += piece[0].endswith("(") - (piece[0] == ")")
        if depth < 0:
            raise MalformedError(text)
        if not depth:
            items.append(text[start : piece.end()])
    return [*items, text[start:] + ")" * depth] if depth else items


def evaluate(items: list[str], leaf: Leaf, depth: int = 0) -> Truth:
    """Return whether a condition holds; raises MalformedError for what is none."""
    if items[:1] == ["not"] and len(items) == 2:
        return negate(_operand(items[1], leaf, depth))
    joiners = {*items[1::2]}
    if len(items) % 2 == 0 or len(joiners) > 1 or not joiners <= {"and", "or"}:
        raise MalformedError(" ".join(items))
    values = [_operand(item, leaf, depth) for item in items[::2]]
    return any_of(values) if "or" in joiners else negate(any_of(map(negate, values)))


def _operand(item: str, leaf: Leaf, depth: int) -> Truth:
    if not item.endswith(")"):
        raise MalformedError(item)
    inner = item[1:-1].strip()
    if item[0] == "(" and _CONDITION.match(inner) and depth < DEEPEST:
        try:
            return evaluate(split_condition(inner), leaf, depth + 1)
        except MalformedError:
            pass  # then it may be something else, as calc(1px) < width is
    return leaf(item)


def negate(truth: Truth) -> Truth:
    """Return the opposite; that of what is unknown is unknown."""
    return None if truth is None else not truth


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return whether one of several holds, unknown where it hangs on one that is."""
    found = {*truths}
    return True in found or (None if None in found else False)

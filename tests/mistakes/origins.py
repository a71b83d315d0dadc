# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which statement of the code makes a finding, and that code without the statement.

A finding is followed from where it is made up through the callers, to the first place where the
code decides to say it: a call that stands alone, a ``yield``, an item of a list, a ``raise``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType

import havenpress
from havenpress.accessibility.rule import Fault
from havenpress.findings import Finding

PLUGINS = Path(havenpress.__file__).resolve().parents[1]
Span = tuple[int, int, int, int]  # first line and last line, first column and last column


@dataclass(frozen=True, slots=True)
class Origin:
    """A call that leads to a finding: the file below ``plugins`` and where the call stands."""

    file: str
    span: Span

    def __str__(self) -> str:
        return f"{self.file}:{self.span[0]}"


Calls = dict[str, tuple[Origin, ...]]


@contextmanager
def recorded() -> Iterator[Calls]:
    """Fill, while findings are made, for each message the calls that led to it, nearest first."""
    calls: Calls = {}
    originals = {kind: kind.__init__ for kind in (Finding, Fault)}
    for kind in originals:
        kind.__init__ = _remembering(kind.__init__, calls)
    try:
        yield calls
    finally:
        for kind, make in originals.items():
            kind.__init__ = make


def _remembering(make: Callable[..., None], calls: Calls) -> Callable[..., None]:
    def remember(made: Finding | Fault, *given: object, **named: object) -> None:
        make(made, *given, **named)
        if made.message not in calls:
            calls[made.message] = tuple(_callers(sys._getframe(1)))

    return remember


def _callers(frame: FrameType | None) -> Iterator[Origin]:
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PLUGINS):
            spans = list(frame.f_code.co_positions())
            span = spans[frame.f_lasti // 2]
            if None not in span:
                yield Origin(path.relative_to(PLUGINS).as_posix(), span)  # type: ignore[arg-type]
        frame = frame.f_back


def without(origins: tuple[Origin, ...], plugins: Path = PLUGINS) -> tuple[Origin, str]:
    """Return the nearest call that can be left out, and its file without it."""
    for origin in origins:
        tree = ast.parse((plugins / origin.file).read_text(encoding="utf-8"))
        if _leave_out(tree, origin.span):
            return origin, ast.unparse(ast.fix_missing_locations(tree))
    raise LookupError(f"nothing can be left out at {', '.join(map(str, origins))}")


Parents = dict[ast.AST, ast.AST]


def _leave_out(tree: ast.Module, span: Span) -> bool:
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    here = next((node for node in ast.walk(tree) if _span(node) == span), None)
    return here is not None and _leave_out_node(here, parents)


def _leave_out_node(here: ast.AST, parents: Parents) -> bool:
    while here in parents:
        parent = parents[here]
        if isinstance(parent, ast.List):
            parent.elts.remove(here)  # type: ignore[arg-type]
            return True
        if isinstance(parent, ast.IfExp) and here is parent.orelse:
            parent.orelse = ast.Constant(None)  # “None if … else” what was found
            return True
        if isinstance(here, ast.Assign):
            return _leave_out_names(here, parents)
        if isinstance(here, ast.stmt):
            return _replace(here, _instead(here, parents), parents)
        here = parent
    return False


def _leave_out_names(assignment: ast.Assign, parents: Parents) -> bool:
    """Leave out the first place that says what was put into a variable, the last of several."""
    name = [node.id for node in ast.walk(assignment.targets[0]) if isinstance(node, ast.Name)][-1:]
    uses = [
        node
        for node in ast.walk(_function(assignment, parents))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in name
    ]
    later = sorted(
        (use for use in uses if use.lineno > assignment.lineno), key=lambda use: use.lineno
    )
    return any(_is_said(use, parents) and _leave_out_node(use, parents) for use in later)


def _is_said(use: ast.Name, parents: Parents) -> bool:
    """Whether a variable is an item of a list, or all that a statement hands on."""
    parent = parents[use]
    statement = parents[parent] if isinstance(parent, ast.Call) else parent
    return isinstance(statement, ast.List | ast.AugAssign | ast.Expr | ast.Return)


def _span(node: ast.AST) -> Span | None:
    if not isinstance(node, ast.Call | ast.Yield | ast.YieldFrom):
        return None
    return (node.lineno, node.end_lineno or 0, node.col_offset, node.end_col_offset or 0)


# What reports for everybody; that it says nothing of what was refused before decides nothing.
REPORTER = "fault"
NOTHING = ast.parse("pass").body[0]
NOTHING_MORE = ast.parse("yield from ()").body[0]


def _instead(statement: ast.stmt, parents: Parents) -> ast.stmt | None:
    """Return what to put in the place of a statement that says a finding, None if it cannot go."""
    if _is_always_reached(statement, parents):
        return None  # a function that reports; who calls it has decided
    match statement:
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            return NOTHING_MORE
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            return NOTHING
        case ast.Return():
            return _nothing_found(_function(statement, parents))
        case ast.If(test=ast.NamedExpr() as test):
            test.value = ast.Constant(None)
            return statement
    return None


def _is_always_reached(statement: ast.stmt, parents: Parents) -> bool:
    function = parents[statement]
    if not isinstance(function, ast.FunctionDef):
        return False
    if function.name == REPORTER:
        return True
    before = function.body[: function.body.index(statement)]
    return not any(isinstance(node, ast.Return) for one in before for node in ast.walk(one))


def _function(node: ast.AST, parents: Parents) -> ast.FunctionDef:
    while not isinstance(node, ast.FunctionDef):
        node = parents[node]
    return node


@cache
def _answers() -> dict[str, ast.stmt]:
    words = {"None": "None", "list": "[]", "Iterator": "iter(())", "Iterable": "()"}
    return {word: ast.parse(f"return {text}").body[0] for word, text in words.items()}


def _nothing_found(function: ast.FunctionDef) -> ast.stmt | None:
    """Return the answer of a function that has found nothing, None if it always finds one."""
    kind = ast.unparse(function.returns) if function.returns else ""
    if kind.startswith("tuple"):
        return None
    return next((answer for word, answer in _answers().items() if word in kind), None)


def _replace(old: ast.stmt, new: ast.stmt | None, parents: Parents) -> bool:
    if new is None:
        return False
    for _, block in ast.iter_fields(parents[old]):
        if isinstance(block, list) and old in block:
            block[block.index(old)] = new
            return True
    return False

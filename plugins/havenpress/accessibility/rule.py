# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a rule is: one module of the ``rules`` folder, found by walking it.

A module's docstring holds what it asks, why, what to write instead and the source. Its constants
are LEVEL, SOURCE and, where they exist, ACT and WCAG; ``check(page)`` yields faults. WHOLE_PAGE
marks a rule that asks nothing of fragments, OPTIONAL one that runs only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from ..tree import Element
from .page import Page

FOLDER = Path(__file__).parent / "rules"


class Fault(NamedTuple):
    """What is wrong with one element, and what to write instead.

    ``line`` and ``column`` place a fault that has no element, in the HTML file.
    """

    element: Element | None
    message: str
    remedy: str
    level: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's module in a form that does not ask for modules."""

    id: str
    level: str
    source: str
    check: Callable[[Page], Iterator[Fault]]
    explanation: str
    act: tuple[str, ...] = ()
    wcag: tuple[tuple[str, str], ...] = ()
    whole_page: bool = False
    optional: bool = False

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.strip().splitlines()[0]


def _rule_of(module: ModuleType) -> Rule:
    return Rule(
        id=module.__name__.rpartition(".")[2].replace("_", "-"),
        level=module.LEVEL,
        source=module.SOURCE,
        check=module.check,
        explanation=module.__doc__ or "",
        act=getattr(module, "ACT", ()),
        wcag=getattr(module, "WCAG", ()),
        whole_page=getattr(module, "WHOLE_PAGE", False),
        optional=getattr(module, "OPTIONAL", False),
    )


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the ids."""
    names = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    return tuple(_rule_of(import_module(f".rules.{name}", __package__)) for name in names)


def find_rule(rule: str) -> Rule | None:
    """Return a rule by its id."""
    return next((known for known in all_rules() if known.id == rule), None)

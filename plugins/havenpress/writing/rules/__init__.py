# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rules about the source of one text; one module a rule, found by its name.

A rule has ``check(document)`` and sees the lines of the body, ``document.body_line`` first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ...findings import Finding
from ..document import Document


def check_body(document: Document) -> Iterator[Finding]:
    """Yield what every rule finds, in the order of the rules' names."""
    for rule in load_rules():
        yield from rule.check(document)


@cache
def load_rules() -> tuple[ModuleType, ...]:
    """Return the rules; one that does not import stops the run."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f".{name}", __name__) for name in names)

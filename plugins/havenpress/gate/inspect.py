# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running every rule of the gate over a folder of finished files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..findings import Finding
from . import rules
from .output import Output


def inspect_output(output: Output) -> Iterator[Finding]:
    """Yield everything that must stop these files from being published."""
    page_rules = [rule for rule in load_rules() if hasattr(rule, "check_page")]
    for page in output.pages:
        for rule in page_rules:
            yield from rule.check_page(page)
    for rule in load_rules():
        if hasattr(rule, "check_output"):
            yield from rule.check_output(output)


@cache
def load_rules() -> tuple[ModuleType, ...]:
    """Return the rules in the order of their names; one that does not import stops the run."""
    names = sorted(module.name for module in iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}") for name in names)

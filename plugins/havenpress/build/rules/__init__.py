# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rules about the whole site: they read the facts of all pages, never a page.

A rule is one module here with ``check(facts, project)``, found by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules

from ...findings import Finding
from ...site import Project
from ..facts import Facts


def check_site(facts: Sequence[Facts], project: Project) -> Iterator[Finding]:
    """Yield what every rule finds, in the order of the rules' names."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        yield from import_module(f".{name}", __name__).check(facts, project)

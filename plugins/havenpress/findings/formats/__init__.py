# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways to print findings; a format is one module here with a ``render`` function."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from ..finding import Finding
from ..sources import Sources


def format_names() -> list[str]:
    """Return the names of all formats."""
    return sorted(module.name for module in iter_modules(__path__))


def render(findings: Iterable[Finding], name: str = "text", sources: Sources | None = None) -> str:
    """Return findings as one text in the named format, ending with a line end unless empty."""
    module = import_module(f".{name}", __name__)
    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    return module.render(ordered, sources or Sources())

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Explanations of rules, found in every ``rules`` folder of the package: no list to keep.

A rule that is a module explains itself in its docstring; one that is part of reading a file has
a Markdown file of its name instead.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def known_rules() -> dict[str, Path]:
    """Every rule id with the file that explains it, in alphabetical order."""
    files = [
        path
        for path in sorted(PACKAGE.glob("**/rules/*"))
        if path.suffix in {".py", ".md"} and not path.stem.startswith("_")
    ]
    return dict(sorted((path.stem.replace("_", "-"), path) for path in files))


def explain(rule: str) -> str | None:
    """Return why a rule exists and what to write instead, or None for an unknown rule."""
    known = known_rules()
    path = known.get(rule) or known.get(rule.partition("-")[0] if rule not in known else "")
    if path is None:
        return None
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return text.strip()
    return ast.get_docstring(ast.parse(text)) or ""

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The file of an organisation that is taken in, without what the checks refuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...findings import ERROR
from ...source import read_yaml
from ..composing import compose
from ..model import ORGANIZATION

Record = dict[str, Any]


def organization_text(
    given: Record, name: str, language: str, note: Callable[[str, str], None]
) -> str:
    """Return the file of an organisation; ``note`` is told each field that is not taken, and why."""
    tree: dict[str, Any] = {
        "name": {language: name},
        "description": {language: given["description"] or name},
        "website": given["website"],
        "email": given["email"],
    }
    tree = {key: value for key, value in tree.items() if value}
    for _ in range(len(tree)):
        text, paths = compose(tree)
        node = read_yaml(text, "organization")[0]
        known = {"languages": [language]}
        findings = ORGANIZATION.read(node, "organization", text=text, known=known)[1]
        error = next((each for each in findings if each.level == ERROR), None)
        if error is None:
            break
        key = str(paths[error.line - 1][0])
        note(f"organization.{key}", error.message)
        rest = {each: value for each, value in tree.items() if each != key}
        tree = {**tree, key: {language: name}} if key == "description" else rest
    return compose(tree)[0]

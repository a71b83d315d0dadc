# SPDX-License-Identifier: AGPL-3.0-or-later
"""The file of an organisation that is taken in, without what the checks refuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...findings import ERROR, Finding
from ...source import Mapping, Text, read_yaml
from ...source.reading import Reading
from ..composing import compose
from ..entries import Organization
from ..model.organization import ORGANIZATION
from ..walls.texts import HINT, guard_organization
from .values import Record, words


def organization_of(given: Record) -> Record:
    """Return what an entry says of an organization; every field is there, and may be empty."""
    name = words(given.get("name"))
    website = words(given.get("website")) or words(given.get("url"))
    if website.startswith("http://"):
        website = f"https://{website[7:]}"
    return {
        "name": name,
        "description": words(given.get("description")) or name,
        "website": website,
        "email": words(given.get("email")),
    }


def organization_text(
    given: Record,
    name: str,
    language: str,
    note: Callable[[str, str], None],
    *,
    confidential: bool = False,
) -> str:
    """Return the file of an organisation; ``note`` is told each field that is not taken, and why.

    Where one of its services is confidential, what may tell a place is not taken either.
    """
    tree: dict[str, Any] = {
        "name": {language: name},
        "description": {language: given["description"] or name},
        "website": given["website"],
        "email": given["email"],
    }
    tree = {key: value for key, value in tree.items() if value}
    for _ in range(len(tree)):
        text, paths = compose(tree)
        error = _first_error(text, language, confidential=confidential)
        if error is None:
            break
        key = str(paths[error.line - 1][0])
        note(f"organization.{key}", error.message)
        rest = {each: value for each, value in tree.items() if each != key}
        tree = {**tree, key: {language: name}} if key == "description" else rest
    return compose(tree)[0]


def _first_error(text: str, language: str, *, confidential: bool) -> Finding | None:
    node = read_yaml(text, "organization")[0]
    reading = Reading("organization", text, {"languages": [language]})
    values = ORGANIZATION.read_node(node, reading)
    if confidential and isinstance(node, Mapping):
        entry = Organization(id="", place=Text.at("", "", 1, 1), **values)
        guard_organization(entry, node, reading)
    return next(
        (each for each in reading.findings if each.level == ERROR or each.rule == HINT), None
    )

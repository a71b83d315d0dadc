# SPDX-License-Identifier: AGPL-3.0-or-later
"""An entry without what the checks refuse: cut out piece by piece, until what is left is good."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from ...findings import ERROR, Finding
from ...source import Mapping as MappingNode
from ...source import read_yaml
from ...source.reading import Reading
from ..composing import Path as TreePath
from ..composing import compose
from ..model.service import SERVICE
from ..services import finish_service
from ..walls.texts import HINT
from .drafts import Draft

ROUNDS = 60  # faults of one entry that are cut out one after the other
TOO_LITTLE = {"field-required", "service-contact"}  # faults that no cut mends


def cut_to_good(
    draft: Draft, path: str, known: Mapping[str, Any], today: datetime.date
) -> tuple[str | None, Finding | None]:
    """Return the text of an entry without what is wrong in it; or None and why too little is left.

    What is cut out is noted in the draft.
    """
    known, error = {**known, "languages": known["languages"][:1]}, None
    for _ in range(ROUNDS):
        tree = {key: draft.tree[key] for key in SERVICE.fields if key in draft.tree}
        text, paths = compose(tree)
        error = _first_error(text, path, known, today)
        if error is None:
            return text, None
        at = paths[min(max(error.line, 1), len(paths)) - 1]
        if error.rule == "field-required" and len(at) > 2:
            at = at[:-1]  # the block that lacks a part, whose first line this is
        is_whole_entry = len(at) <= 1 and error.column == 1
        if (error.rule in TOO_LITTLE and is_whole_entry) or not _cut(draft.tree, at):
            break
        draft.note(".".join(map(str, at)), f"{error.message} ({error.rule})")
    return None, error


def _first_error(
    text: str, path: str, known: Mapping[str, Any], today: datetime.date
) -> Finding | None:
    node, findings = read_yaml(text, path)
    reading = Reading(path, text, known)
    if isinstance(node, MappingNode):
        values = SERVICE.read_node(node, reading)
        finish_service("entry", node, values, reading, today)
    # A hint is a warning to a writer; what comes from elsewhere nobody has read.
    found = [*findings, *reading.findings]
    faults = [each for each in found if each.level == ERROR or each.rule == HINT]
    return max(faults, key=lambda each: (each.rule != "field-required", each.line), default=None)


def _cut(tree: dict[str, Any], at: TreePath) -> bool:
    """Take out what a path leads to, and what is empty without it; false where nothing is there."""
    parents: list[Any] = [tree]
    for step in at[:-1]:
        parents.append(parents[-1][step])
    try:
        del parents[-1][at[-1]]
    except (KeyError, IndexError, TypeError):
        return False
    for parent, step in zip(reversed(parents[:-1]), reversed(at[:-1]), strict=True):
        if parent[step] in ({}, []):
            del parent[step]
    return True

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tables of WAI-ARIA: roles with their states and properties, and the values of those."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from ..tokens import tokens

TABLE = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "aria.toml").read_text(encoding="utf-8")
)

_INTEGER = re.compile(r"\s*[+-]?\d+\s*", re.ASCII)
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Role:
    """One role with all that it inherits.

    ``kinds`` holds the role itself and every role above it. ``owns`` and ``context`` hold role
    names; ``group>option`` means a group between the two.
    """

    name: str
    abstract: bool
    kinds: frozenset[str]
    requires: frozenset[str]
    supports: frozenset[str]
    prohibits: frozenset[str]
    owns: frozenset[str]
    context: frozenset[str]
    named_by_content: bool
    leaf: bool


def _attributes(words: str) -> frozenset[str]:
    return frozenset(f"aria-{word}" for word in words.split())


GLOBAL = _attributes(TABLE["global"])
CONFLICTING = _attributes(TABLE["conflicting"])
VALUES: dict[str, str] = {f"aria-{name}": kind for name, kind in TABLE["values"].items()}


@cache
def _role(name: str) -> Role:
    entry = TABLE["roles"].get(name)
    abstract = entry is None
    entry = TABLE["abstract"][name] if abstract else entry
    parents = [_role(parent) for parent in entry.get("a", "").split()]
    requires = _attributes(entry.get("requires", ""))
    inherited = [parent.supports for parent in parents]
    return Role(
        name=name,
        abstract=abstract,
        kinds=frozenset([name]).union(*(parent.kinds for parent in parents)),
        requires=requires,
        supports=requires.union(_attributes(entry.get("supports", "")), *inherited),
        prohibits=_attributes(entry.get("prohibits", "")),
        owns=frozenset(entry.get("owns", "").split()),
        context=frozenset(entry.get("context", "").split()),
        named_by_content=entry.get("content", False),
        leaf=entry.get("leaf", False),
    )


ROLES: dict[str, Role] = {name: _role(name) for name in TABLE["roles"]}
"""Every role that an author may write, by name."""

NAMED_BY_CONTENT = frozenset(role.name for role in ROLES.values() if role.named_by_content)
LEAVES = frozenset(role.name for role in ROLES.values() if role.leaf)


def kinds_of(kind: str) -> frozenset[str]:
    """Return the names of all roles that are the given one or inherit from it."""
    return frozenset(role.name for role in ROLES.values() if kind in role.kinds)


ANYTHING = "string"
TAKING_ANYTHING = frozenset({ANYTHING, "ids"})


@lru_cache(maxsize=512)  # of the few that nearly all pages have
def is_valid(attribute: str, value: str) -> bool:
    """Tell whether a value is one that the attribute may have; unknown attributes take any."""
    kind = VALUES.get(attribute, ANYTHING)
    if kind in TAKING_ANYTHING:
        return True
    if kind == "id":
        return len(tokens(value)) == 1
    if kind == "integer":
        return bool(_INTEGER.fullmatch(value))
    if kind == "number":
        return bool(_NUMBER.fullmatch(value))
    if kind == "boolean":
        return value in {"true", "false"}
    words = kind.split()
    if words[0] == "tokens":
        found = tokens(value)
        return bool(found) and set(found) <= set(words)
    return value in words

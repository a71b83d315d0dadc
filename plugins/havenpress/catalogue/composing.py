# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writing an entry as YAML in the form of the examples, and knowing what each line says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

UNSAFE = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|[:#]\s|\s#|[\[\]{},]|:$|\s$|\n")
# A text that can stand in a block of its own: no blank at a line's start or end, no odd signs.
BLOCK = re.compile(r"(?:\S(?:[^\n]*\S)?)(?:\n{1,2}\S(?:[^\n]*\S)?)+")

Path = tuple[str | int, ...]
Line = tuple[str, Path]


def compose(tree: dict[str, Any]) -> tuple[str, list[Path]]:
    """Return a tree of mappings, lists and texts as YAML, and the path in the tree of each line."""
    lines = list(_mapping(tree, (), 0))
    return "".join(f"{text}\n" for text, _ in lines), [path for _, path in lines]


def _mapping(tree: dict[str, Any], path: Path, indent: int) -> Iterator[Line]:
    for key, value in tree.items():
        yield from _field(key, value, (*path, key), indent)


def _field(key: str, value: Any, path: Path, indent: int) -> Iterator[Line]:
    pad = " " * indent
    if isinstance(value, dict) and value:
        yield f"{pad}{key}:", path
        yield from _mapping(value, path, indent + 2)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        yield f"{pad}{key}:", path
        for at, item in enumerate(value):
            yield from _item(item, (*path, at), indent + 2)
    elif isinstance(value, list):
        yield f"{pad}{key}: [{', '.join(quote(str(item)) for item in value)}]", path
    elif isinstance(value, dict):
        yield f"{pad}{key}: {{}}", path
    elif BLOCK.fullmatch(value) and all(_is_plain(char) for char in value):
        yield f"{pad}{key}: |", path
        for line in value.split("\n"):
            yield f"{pad}  {line}" if line else "", path
    else:
        yield f"{pad}{key}: {quote(value)}", path


def _item(item: Any, path: Path, indent: int) -> Iterator[Line]:
    pad = " " * indent
    if not isinstance(item, dict):
        yield f"{pad}- {quote(str(item))}", path
        return
    first, *rest = _mapping(item, path, indent + 2)
    yield f"{pad}- {first[0][indent + 2 :]}", first[1]
    yield from rest


def _is_plain(char: str) -> bool:
    return char == "\n" or char.isprintable()


def quote(text: str) -> str:
    """Return a text on one line as a scalar, in double quotes where it needs them."""
    if text and not UNSAFE.search(text) and text.isprintable():
        return text
    plain = "".join(char for char in " ".join(text.split()) if char.isprintable())
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that are made of the same parts, so that one of them stands for all.

A kind of element is its tag, classes, role and the names of its ARIA attributes; a page's shape
is the set of its kinds, each with the kind around it. How often a part comes and what it says
makes no difference: 1,300 pages of one theme have some dozens of shapes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..tree import Document, Element, parse

Kind = tuple[str, ...]
# What a style sheet or a browser treats otherwise, besides the ARIA attributes.
TELLING = {"dir", "disabled", "hidden", "open", "required", "type"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One page with all others that are made of the same parts."""

    page: Path
    pages: int


def find_shapes(pages: Iterable[Path]) -> list[Shape]:
    """Return the shapes of pages, each with its largest page, in the order of paths."""
    found: dict[frozenset[tuple[Kind, Kind]], list[tuple[int, Path]]] = {}
    for path in pages:
        document = parse(path.read_bytes())
        same = found.setdefault(shape_of(document), [])
        same.append((len(document.elements), path))
    largest = (max(same, key=lambda each: each[0])[1] for same in found.values())
    shapes = [Shape(page, len(same)) for page, same in zip(largest, found.values(), strict=True)]
    return sorted(shapes, key=lambda shape: shape.page)


def shape_of(document: Document) -> frozenset[tuple[Kind, Kind]]:
    """Return the kinds of elements on a page, each with the kind that it stands in."""
    kinds: dict[Element, Kind] = {}
    pairs = set()
    for element in document.elements:
        kinds[element] = kind = _kind(element)
        pairs.add((kinds[element.parent] if element.parent else (), kind))
    return frozenset(pairs)


def _kind(element: Element) -> Kind:
    names = element.attributes
    if not names:
        return (element.tag,)
    classes = sorted(set((element.get("class") or "").split()))
    telling = (f"{name}={element.get(name)}" for name in names if name in TELLING)
    states = sorted(name for name in names if name.startswith("aria-"))
    return (element.tag, element.get("role") or "", *classes, *sorted(telling), *states)

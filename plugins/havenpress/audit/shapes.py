# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that are made of the same parts, so that one of them stands for all.

A kind of element is its tag, classes, role and the names of its ARIA attributes; a page's shape
is the set of its kinds, each with the kind around it. How often a part comes and what it says
makes no difference. A shape that is a part of another one is seen with it, so that a site of
hundreds of pages has some dozens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..tree import Document, Element, parse

Kind = tuple[str, ...]
Parts = frozenset[tuple[Kind, Kind]]
# What a style sheet or a browser treats otherwise, besides the ARIA attributes.
TELLING = {"dir", "disabled", "hidden", "open", "required", "type"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One page with all others that are made of the same parts."""

    page: Path
    pages: int


def find_shapes(pages: Iterable[Path], *, every: bool = False) -> list[Shape]:
    """Return the shapes of pages, each with its largest page, in the order of paths.

    A shape whose parts all stand on a page of another one goes with that, unless ``every``.
    """
    found: dict[Parts, list[tuple[int, Path]]] = {}
    for path in pages:
        document = parse(path.read_bytes())
        same = found.setdefault(shape_of(document), [])
        same.append((len(document.elements), path))
    if not every:
        found = _merged(found)
    shapes = [Shape(max(same, key=lambda each: each[0])[1], len(same)) for same in found.values()]
    return sorted(shapes, key=lambda shape: shape.page)


def _merged(found: dict[Parts, list[tuple[int, Path]]]) -> dict[Parts, list[tuple[int, Path]]]:
    """Give the pages of a shape to the first larger one that has all of its parts."""
    kept: dict[Parts, list[tuple[int, Path]]] = {}
    for parts, same in sorted(found.items(), key=lambda each: -len(each[0])):
        larger = next((other for other in kept if parts < other), parts)
        # Only a page that has all the parts may stand for them.
        kept.setdefault(larger, []).extend((size * (larger is parts), path) for size, path in same)
    return kept


def shape_of(document: Document) -> Parts:
    """Return the kinds of elements on a page, each with the kind that it stands in."""
    kinds: dict[Element, Kind] = {}
    pairs = set()
    for element in document.elements:
        kinds[element] = kind = _kind(element)
        pairs.add((kinds[element.parent] if element.parent else (), kind))
    return frozenset(pairs)


def _kind(element: Element) -> Kind:
    names = list(element)
    if not names:
        return (element.tag,)
    classes = sorted(set((element.get("class") or "").split()))
    telling = (f"{name}={element.get(name)}" for name in names if name in TELLING)
    states = sorted(name for name in names if name.startswith("aria-"))
    return (element.tag, element.get("role") or "", *classes, *sorted(telling), *states)

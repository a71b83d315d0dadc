# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two texts that cannot stand beside each other: with one address, or with one title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..findings import Finding
from .document import Document
from .library import Library


def check_addresses(library: Library) -> Iterator[Finding]:
    """Yield a finding for each text whose address is taken.

    Such a text has a free address from then on, so that nothing is written over another page.
    """
    taken: dict[str, Document] = {}
    for document in library.shown:
        if document.slug in library.made_by_itself and not document.is_post:
            message = f"at “{document.slug}” the site has a page or a folder of its own"
            free = f"about-{document.slug}"
            yield _move(document, message, "write another slug", free)
        other = taken.setdefault(library.address(document), document)
        if other is not document:
            first = f"{other.file}:{other.place('slug')[0]}"
            message = f"the slug “{document.slug}” is already taken by {first}"
            free = _numbered(document.slug, taken, len(library.paths) + 2)
            moved = _move(document, message, "write another one", free)
            if not _is_of_unknown_language(document, other, library):
                yield moved


def _is_of_unknown_language(one: Document, other: Document, library: Library) -> bool:
    """Return whether two texts clash because the language of a translation is a fault of its own."""
    pairs = ((one, other), (other, one))
    return any("lang" not in a.values and library.original_of(a) is b for a, b in pairs)


def _move(document: Document, message: str, remedy: str, free: str) -> Finding:
    """Give a text a free slug, and return the finding that proposes it."""
    remedy, write = f"{remedy}; “{free}” is free", f"slug: {free}"
    place = document.place("slug")
    document.values["slug"] = free
    return document.finding("post-address", place, message, remedy, write=write)


def _numbered(slug: str, taken: Iterable[str], most: int) -> str:
    """Return a slug with the first number that is in none of the addresses."""
    numbered = (f"{slug}-{number}" for number in range(2, most + 1))
    return next(each for each in numbered if not any(each in address for address in taken))


def check_titles(library: Library) -> Iterator[Finding]:
    """Yield a finding for each text whose title another one in its language has."""
    taken: dict[tuple[str, str], Document] = {}
    for document in library.shown:
        if "title" not in document.values:
            continue
        key = document.lang, " ".join(document.title.casefold().split())
        other = taken.setdefault(key, document)
        if other is not document:
            yield _same_title(document, other)


def _same_title(document: Document, other: Document) -> Finding:
    message = f"{other.file}:{other.place('title')[0]} has the same title"
    remedy = "say in each what the other one is not about"
    place, wcag = document.place("title"), (("2.4.2", "A"),)
    return document.finding("post-title", place, message, remedy, wcag=wcag)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses at which a text was: it moved, or it was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Finding
from ..source import Text
from .document import WITHDRAWN, Document
from .library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the templates ``text-moved.html`` and ``text-withdrawn.html`` get, as ``view``.

    Addresses are relative to the root of the site; ``target`` and ``label`` are empty where the
    text was withdrawn.
    """

    template: str
    file: str
    lang: str
    url: str
    target: str = ""
    label: str = ""


def notices(library: Library) -> Iterator[Notice]:
    """Yield one page for each address at which there is no text any more."""
    taken = {*_taken(library)}
    for document, slug in _former(library):
        url = library.address(document, slug)
        if url not in taken and not _is_made_by_itself(library, document, slug):
            taken.add(url)
            yield _notice(library, document, slug, target=library.address(document))
    for document in library.documents:
        if document.status == WITHDRAWN and library.address(document) not in taken:
            taken.add(library.address(document))
            yield _notice(library, document, document.slug)


def _notice(library: Library, document: Document, slug: str, target: str = "") -> Notice:
    return Notice(
        template="text-moved" if target else "text-withdrawn",
        file=library.address(document, slug, "SAVE_AS"),
        lang=document.lang,
        url=library.address(document, slug),
        target=target,
        label=document.title if target else "",
    )


def check_former(library: Library) -> Iterator[Finding]:
    """Yield a finding for each former address that another text has, or had."""
    taken = _taken(library)
    for document, slug in _former(library):
        url = library.address(document, slug)
        other = taken.setdefault(url, document)
        if other is not document:
            where = f"{other.file}:{other.place('slug')[0]}"
            remedy = "take it out of this list, or give the other text a new slug"
            yield _fault(document, slug, where, remedy)
        elif url == library.address(document):
            yield _fault(document, slug, "this text itself", "take it out of this list")
        elif _is_made_by_itself(library, document, slug):
            whose = "a page that the site makes by itself"
            yield _fault(document, slug, whose, "take it out of this list")


def _is_made_by_itself(library: Library, document: Document, slug: Text) -> bool:
    return not document.is_post and slug in library.made_by_itself


def _fault(document: Document, slug: Text, whose: str, remedy: str) -> Finding:
    message = f"“{slug}” is the address of {whose}, and cannot lead here"
    return document.finding("post-address", (slug.line, slug.column), message, remedy)


def _former(library: Library) -> Iterator[tuple[Document, Text]]:
    """Yield each text that readers get with each slug that it had before."""
    for document in library.shown:
        for slug in document.values.get("formerly", ()):
            yield document, slug


def _taken(library: Library) -> dict[str, Document]:
    return {library.address(document): document for document in library.shown}

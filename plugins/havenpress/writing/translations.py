# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation names the file that it translates, and that file is there in another language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..findings import Finding, closest, did_you_mean
from .document import Document
from .library import Library

RULE = "translation-original"


def check_translations(library: Library) -> Iterator[Finding]:
    """Yield a finding for each ``translation_of`` that leads nowhere.

    Such a text stands for itself from then on, so that the other checks go on.
    """
    for document in library.documents:
        name = document.values.get("translation_of")
        if name is None:
            continue
        problem = _problem(str(name), document, library)
        if problem is not None:
            del document.values["translation_of"]
            yield problem


def _problem(name: str, document: Document, library: Library) -> Finding | None:
    original = library.original_of(document)
    if original is None:
        return _missing(name, document, library)
    if original is document:
        return _fault(document, "this text is said to translate itself", "take the line out")
    if original.values.get("translation_of"):
        first = original.values["translation_of"]
        message = f"“{name}” is a translation itself"
        return _fault(document, message, "name the original", write=f"translation_of: {first}")
    if original.lang == document.lang and not _has_lang_fault(document):
        message = f"“{name}” is in the same language ({document.lang})"
        return _fault(document, message, "write the language of this text behind “lang:”")
    return None


def _has_lang_fault(document: Document) -> bool:
    """Return whether the language of a text is a fault of its own: nobody knows which it is."""
    return "lang" not in document.values


def _missing(name: str, document: Document, library: Library) -> Finding:
    names = library.names(document)
    close = closest(posixpath.basename(name), names)
    remedy = did_you_mean(close, "write the name of the original’s file")
    write = f"translation_of: {close}" if close else ""
    return _fault(document, f"there is no file “{name}”", remedy, write=write)


def _fault(document: Document, message: str, remedy: str, write: str = "") -> Finding:
    return document.finding(RULE, document.place("translation_of"), message, remedy, write=write)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reader that Pelican asks for every ``.md`` file.

A text with faults is read all the same, with placeholders for what is wrong, so that Pelican goes
on to the next one; the report stops the build at its end.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader
from pelican.urlwrappers import Category, Tag
from pelican.utils import SafeDatetime

from ..images import picture_of
from .document import DRAFT, PUBLISHED, Document
from .lead_picture import lead_picture
from .markdown import Converted, Scope, convert
from .opening import library_of
from .rules import check_body
from .topics import topic_text

NO_DATE = datetime.date(2000, 1, 1)  # of a draft or of a post whose date is wrong
# What templates may ask for by its own name.
KEPT = {
    "reviewed",
    "review_by",
    "reviewers",
    "audience",
    "kind",
    "services",
    "sources",
    "changes",
    "comments",
}


class PostReader(BaseReader):
    """Reads front matter and Markdown; drafts and future posts stay drafts to Pelican."""

    enabled = True
    file_extensions = ("md",)
    extensions = None

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as HTML and Pelican's metadata."""
        library = library_of(self.settings)
        document = library.read(Path(source_path))
        scope = Scope(document, library, picture_of(self.settings))
        picture = lead_picture(scope)
        converted = convert(scope)
        library.report.extend(document.findings)
        library.report.extend(check_body(document))
        library.report.extend(converted.findings)
        return picture + converted.html, self._metadata(document, converted, library.drafts)

    def _metadata(self, document: Document, converted: Converted, drafts: bool) -> dict[str, Any]:
        values = document.values
        metadata: dict[str, Any] = {
            **{name: value for name, value in values.items() if name in KEPT},
            "title": document.title,
            "slug": document.slug,
            "lang": document.lang,
            "summary": values.get("summary") or "",
            "status": PUBLISHED if _is_shown(document, drafts=drafts) else DRAFT,
            "is_draft": not document.is_public,
            "toc": converted.headings,
            "translation_key": _translation_key(document),
            "translation": str(self._is_beside_original(document, drafts=drafts)).lower(),
            "source_file": document.file,
        }
        if document.is_post:
            metadata |= self._post_metadata(document)
        return metadata

    def _is_beside_original(self, document: Document, *, drafts: bool) -> bool:
        """Return whether a text is a translation that Pelican finds among the same texts.

        A draft of a translation, or a translation of a draft, stands for itself: Pelican keeps
        drafts apart, and refuses a translation whose original it does not see.
        """
        if "lang" not in document.values:  # nobody knows of which language it is one
            return False
        original = library_of(self.settings).original_of(document)
        shown = _is_shown(document, drafts=drafts)
        return original is not None and shown == _is_shown(original, drafts=drafts)

    def _post_metadata(self, document: Document) -> dict[str, Any]:
        values = document.values
        date = values.get("date") or NO_DATE
        topics = values.get("content_notes", ())
        return {
            "date": SafeDatetime(date.year, date.month, date.day),
            "category": Category(self._category(document), self.settings),
            "tags": [Tag(str(tag), self.settings) for tag in values.get("tags", ())],
            "content_notes": [topic_text(str(topic), document.lang) for topic in topics],
        }

    def _category(self, document: Document) -> str:
        """Return the category, or for a text with a fault there the first that the site has."""
        declared = library_of(self.settings).known.get("categories") or ["uncategorised"]
        return str(document.values.get("category") or next(iter(declared)))


def _is_shown(document: Document, *, drafts: bool) -> bool:
    return document.is_public or (drafts and document.status in {DRAFT, PUBLISHED})


def _translation_key(document: Document) -> str:
    """Return what a text and its translations have in common: the original's file name."""
    is_translation = "lang" in document.values
    original = str((is_translation and document.values.get("translation_of")) or document.path.name)
    kind = "post" if document.is_post else "page"
    return f"{kind}/{original.rsplit('/', 1)[-1].removesuffix('.md')}"

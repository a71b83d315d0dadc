# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading one Markdown file: its front matter, its body, and everything that is wrong with either."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..findings import REVIEW
from ..source import Mapping as Block
from ..source import read_text, read_yaml
from ..source.kinds.words import slugify
from .document import DRAFT, PUBLISHED, WITHDRAWN, Document
from .frontmatter import FrontMatter, split
from .limits import find_excess
from .model import NOT_FOR_DRAFTS, PAGE, POST
from .review import check_dates

FILE_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*\.md")


def read_document(
    path: Path,
    file: str,
    *,
    is_post: bool,
    today: datetime.date,
    known: Mapping[str, Any],
) -> Document:
    """Return a file as far as it can be read; every fault in it is among its findings.

    ``known`` holds what the site declares: languages, categories, services.
    """
    languages = list(known.get("languages") or ["en"])
    document = Document(path, file, is_post, languages[0])
    _check_file_name(document)
    text, findings = read_text(path, file)
    document.findings += findings
    if text is None:
        return document
    matter = split(text, file)
    document.findings += matter.findings
    document.body, document.body_line = matter.body, matter.body_line
    if excess := find_excess(document):
        document.findings.append(excess)
        document.body = ""  # what nobody can read in time, nothing behind here may try
    if matter.is_readable:
        _read_fields(document, matter, text, known)
        _decide_status(document, today)
        document.findings += check_dates(document, today)
    return document


def _check_file_name(document: Document) -> None:
    name = document.path.name
    if FILE_NAME.fullmatch(name):
        return
    better = f"{slugify(document.path.stem) or 'name'}.md"
    message = f"the file name “{name}” has signs that break links"
    remedy = f"rename the file to “{better}”"
    document.findings.append(document.finding("file-name", (1, 0), message, remedy))


def _read_fields(
    document: Document, matter: FrontMatter, text: str, known: Mapping[str, Any]
) -> None:
    node, findings = read_yaml(matter.head, document.file, first_line=matter.head_line)
    document.findings += findings
    document.node = node if isinstance(node, Block) else None
    if node is None and findings:
        return
    model = POST if document.is_post else PAGE
    optional = NOT_FOR_DRAFTS if _says_draft(document.node) else ()
    values, findings = model.read(node, document.file, text=text, known=known, optional=optional)
    document.values = values
    document.findings += findings


# What each of three fields says; they are one answer to one question.
DRAFT_WORDS = {"status": {DRAFT}, "draft": {"yes", "true"}, "published": {"no", "false"}}
PUBLIC_WORDS = {"status": {PUBLISHED}, "draft": {"no", "false"}, "published": {"yes", "true"}}


def _saying(node: Block | None, words: Mapping[str, set[str]]) -> str:
    """Return the first field that says one of its words, or nothing."""
    fields = node or {}
    said = (name for name in words if str(fields.get(name, "")).lower() in words[name])
    return next(said, "")


def _says_draft(node: Block | None) -> bool:
    return bool(_saying(node, DRAFT_WORDS))


def _decide_status(document: Document, today: datetime.date) -> None:
    """A text is a draft if anything says so; what cannot be told apart is not published."""
    values = document.values
    document.status = str(values.get("status", PUBLISHED))
    if _says_draft(document.node) or values.get("draft") or values.get("published") is False:
        document.status = DRAFT
    consent = values.get("consent") or {}
    if consent.get("withdraw_by") and consent["withdraw_by"] < today:
        document.status = WITHDRAWN
    if document.status == DRAFT and not _is_contradicted(document):
        _say_held(document, _draft_field(document), "this is a draft, so readers do not get it")
    date = values.get("date")
    if date is not None and date > today and document.status == PUBLISHED:
        document.held_until = date
        _say_held(document, "date", f"this post is held until {date}")


def _draft_field(document: Document) -> str:
    """Return the field that says that a text is a draft."""
    return _saying(document.node, DRAFT_WORDS) or "status"


def _is_contradicted(document: Document) -> bool:
    """Return whether another field calls a draft published, after reporting it."""
    held, other = _draft_field(document), _saying(document.node, PUBLIC_WORDS)
    if not other or held not in (document.node or {}):
        return False
    line, _ = document.place(held)
    message = f"line {line} says that this is a draft, and this line that it is not"
    remedy = "keep one of the two lines"
    document.findings.append(document.finding("held-post", document.place(other), message, remedy))
    return True


def _say_held(document: Document, name: str, message: str) -> None:
    """Say why readers do not get a text: nothing is held in silence."""
    remedy = "it is in the preview: tasks.py preview --drafts"
    place = document.place(name)
    document.findings.append(document.finding("held-post", place, message, remedy, level=REVIEW))

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


def _says_draft(node: Block | None) -> bool:
    if node is None:
        return False
    words = {name: str(node.get(name, "")).lower() for name in ("status", "draft", "published")}
    return (
        words["status"] == DRAFT
        or words["draft"] in {"yes", "true"}
        or words["published"] in {"no", "false"}
    )


def _decide_status(document: Document, today: datetime.date) -> None:
    """A text is a draft if anything says so; what cannot be told apart is not published."""
    values = document.values
    document.status = str(values.get("status", PUBLISHED))
    if _says_draft(document.node) or values.get("draft") or values.get("published") is False:
        document.status = DRAFT
    consent = values.get("consent") or {}
    if consent.get("withdraw_by") and consent["withdraw_by"] < today:
        document.status = WITHDRAWN
    if document.status == DRAFT:
        _say_held(document, _draft_field(document), "this is a draft, so readers do not get it")
    date = values.get("date")
    if date is not None and date > today and document.status == PUBLISHED:
        document.held_until = date
        _say_held(document, "date", f"this post is held until {date}")


def _draft_field(document: Document) -> str:
    node = document.node or {}
    return next((name for name in ("status", "draft", "published") if name in node), "status")


def _say_held(document: Document, name: str, message: str) -> None:
    """Say why readers do not get a text: nothing is held in silence."""
    remedy = "it is in the preview: tasks.py preview --drafts"
    place = document.place(name)
    document.findings.append(document.finding("held-post", place, message, remedy, level=REVIEW))

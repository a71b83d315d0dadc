# SPDX-License-Identifier: AGPL-3.0-or-later
"""HTML files of a folder, with the local style sheets that they link to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..tree import Document
from .media import media_holds

ENDINGS = {".html", ".htm", ".xhtml"}
LARGEST_SHEET = 2_000_000  # bytes


def find_pages(path: Path) -> Iterator[Path]:
    """Yield a file, or every HTML file below a folder, in the order of paths; raises OSError."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(_html_files(path))


def _html_files(folder: Path) -> Iterator[Path]:
    for inside, _, names in os.walk(folder, onerror=_refuse):
        for name in names:
            path = Path(inside, name)
            if path.suffix.lower() in ENDINGS and path.is_file():
                yield path


def _refuse(error: OSError) -> None:
    """Stop at a folder that cannot be read: its pages would pass unseen."""
    raise error


def linked_sheets(document: Document, page: Path, root: Path) -> list[str]:
    """Return the texts of the style sheets that a page links to and that lie below the root."""
    texts = []
    for link in document.by_tag.get("link", ()):
        kinds = (link.get("rel") or "").lower().split()
        if "stylesheet" not in kinds or "alternate" in kinds:
            continue
        if media_holds(link.get("media") or ""):
            texts.append(_read(_locate(link.get("href") or "", page, root), root))
    return [text for text in texts if text]


def _locate(address: str, page: Path, root: Path) -> Path | None:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    return root / path.lstrip("/") if path.startswith("/") else page.parent / path


def _read(path: Path | None, root: Path) -> str:
    try:
        whole = path.resolve() if path else None
        if whole is None or root.resolve() not in whole.parents:
            return ""
        return _text(whole)
    except (OSError, ValueError):
        return ""


@cache
def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST_SHEET:
        return ""
    return path.read_bytes().decode("utf-8-sig", errors="replace")

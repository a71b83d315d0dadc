# SPDX-License-Identifier: AGPL-3.0-or-later
"""HTML files of a folder, with the local style sheets and pages that they link to."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from ..tree import Document, Element, parse
from .css.media import media_holds
from .css.sheets import COMMENT
from .lookup import with_content
from .refresh import first_refresh, refresh_address
from .scripts import said_at_once

Read = TypeVar("Read")
State = tuple[int, int]  # when a file was changed, and how long it is
ENDINGS = {".html", ".htm", ".xhtml"}
LARGEST_SHEET = 2_000_000  # bytes
MOST_PAGES = 16  # that one page is held against
MOST_HOPS = 3  # pages that send readers on to the next
MOST_SHEETS = 50  # that import one another
APART = frozenset({"nav", "script", "style"})  # what is not content of a page
_TRAIL = re.compile(r"[^<>›»]{1,60}(?:\s[>›»]\s[^<>›»]{1,60})+")  # as in Home > Houses
_IMPORT = re.compile(
    r"@import\s+(?:url\(\s*)?(?P<quote>['\"]?)(?P<address>[^'\"\s();]+)(?P=quote)\s*\)?"
    r"(?P<condition>[^;{}]*);",
    re.IGNORECASE,
)
_LAYER = re.compile(r"^\s*layer(?:\(([^()]*)\)|(?=\s|$))", re.IGNORECASE)
_SUPPORTS = re.compile(r"\bsupports\((?:[^()]|\([^()]*\))*\)", re.IGNORECASE)
_SENDING = re.compile(
    r"(?:(?:window|document|self|top)\.)?location"
    r"(?:(?:\.href)?\s*=\s*|\.(?:assign|replace)\(\s*)(?P<quote>['\"`])(?!#)(?P<address>[^'\"`$]+)(?P=quote)"
)
_ORDER = re.compile(r"@layer\s[^;]*;", re.IGNORECASE)  # of layers that come later


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
    """Return the texts of the style sheets that a page links to and that lie below the root.

    What a sheet, or a style element, imports stands before it.
    """
    texts: list[str] = []
    page = _base(document, page, root)
    for link in filter(_is_in_use, document.by_tag.get("link", ())):
        texts += _sheets(_locate(link.get("href") or "", page, root), root, set())
    for style in document.by_tag.get("style", ()):
        if media_holds(style.get("media") or ""):
            texts += _imported(style.text, page, root, set())
    return texts


def _base(document: Document, page: Path, root: Path) -> Path:
    """Return the path that addresses on a page are relative to."""
    hrefs = (base.get("href") for base in document.by_tag.get("base", ()))
    href = next(filter(None, hrefs), "")
    # A name is put behind a folder's: the last part of a path does not count.
    return _locate(f"{href}_" if href.endswith("/") else href, page, root) or page


def _is_in_use(link: Element) -> bool:
    """Tell whether a link leads to a style sheet that applies without anybody choosing it."""
    kinds = (link.get("rel") or "").lower().split()
    if "stylesheet" not in kinds or "alternate" in kinds or link.get("disabled") is not None:
        return False
    kind = (link.get("type") or "text/css").partition(";")[0]
    return kind.strip().lower() == "text/css" and media_holds(link.get("media") or "")


def _sheets(path: Path | None, root: Path, seen: set[Path]) -> Iterator[str]:
    """Yield the style sheets that one imports, and its own text; each only once."""
    if path is None or path in seen:
        return
    seen.add(path)
    text = _read(path, root, _kept)
    if text:
        yield from _imported(text, path, root, seen)
        yield text


def _imported(text: str, path: Path, root: Path, seen: set[Path]) -> Iterator[str]:
    """Yield the texts of what a style sheet imports before its rules, in their layers."""
    if "@import" not in text or len(seen) > MOST_SHEETS:
        return
    start = COMMENT.sub("", text).partition("{")[0]
    yield from _ORDER.findall(start)
    for found in _IMPORT.finditer(start):
        layer = _LAYER.match(found["condition"])
        if media_holds(_SUPPORTS.sub("", _LAYER.sub("", found["condition"]))):
            for sheet in _sheets(_locate(found["address"], path, root), root, seen):
                yield f"@layer {layer[1] or ''} {{{sheet}}}" if layer else sheet


def content_reader(page: Path, root: Path) -> Callable[[str], str | None]:
    """Return a function from an address on a page to what the page that it leads to says.

    It gives a digest, the same for the same main text, and None for what does not lie below the
    root, and after so many pages that somebody would wait for them. A query may change what a page
    shows.
    """

    def locate(address: str) -> Path | None:
        return None if "?" in address else _locate(address, page, root)

    return _reader(locate, lambda path: _content(path, root))


def document_reader(page: Path, root: Path) -> Callable[[str], Document | None]:
    """Return a function from an address on a page to the page below the root that it leads to.

    It gives None for everything else, and after so many pages that somebody would wait for them.
    """
    return _reader(
        lambda address: _as_page(_locate(address, page, root)), lambda file: _document(file, root)
    )


def _reader(
    locate: Callable[[str], Path | None], load: Callable[[Path], Read | None]
) -> Callable[[str], Read | None]:
    """Return a function from an address to what is read there, once for each of MOST_PAGES files."""
    known: dict[Path, Read | None] = {}

    def read(address: str) -> Read | None:
        path = locate(address)
        if path is None or (path not in known and len(known) >= MOST_PAGES):
            return None
        if path not in known:
            known[path] = load(path)
        return known[path]

    return read


def _as_page(path: Path | None) -> Path | None:
    """Return the file that a path of a page or a folder stands for."""
    if path is None:
        return None
    file = path if path.suffix else path / "index.html"
    return file if file.suffix.lower() in ENDINGS else None


def _state(file: Path) -> State | None:
    """Return what tells a file from what it was before, None where there is none."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _document(file: Path, root: Path) -> Document | None:
    state = _state(file)
    return _parsed(file, root, state) if state else None


@lru_cache(maxsize=MOST_PAGES)  # the pages of a site lead to the same others first
def _parsed(file: Path, root: Path, _state: State) -> Document | None:
    text = _read(file, root, _text)
    return parse(text) if text else None


def _content(path: Path, root: Path, hops: int = 0) -> str | None:
    file = _as_page(path)
    if file is None:
        return None
    state = _state(file)
    if state is None:
        return None
    onward, digest = _said(file, root, state)
    if onward is None or hops == MOST_HOPS:
        return digest
    target = _locate(onward, file, root)
    return _content(target, root, hops + 1) if target else None


@lru_cache(maxsize=4096)  # the pages of a site lead to the same others, some of them long
def _said(path: Path, root: Path, _state: State) -> tuple[str | None, str | None]:
    """Return where a page sends its readers, and the digest of what it says."""
    document = parse(_read(path, root, _text))
    content = _main_text(document)
    digest = blake2b(content.encode(errors="replace")).hexdigest() if content else None
    return _redirect(document), digest


def _main_text(document: Document) -> str:
    holders = (document.by_tag.get(tag, ()) for tag in ("main", "body"))
    titles = document.by_tag.get("title", ())
    says = next((_words_of(found[0]) for found in holders if found), "")
    return says or " ".join(title.text for title in titles[:1]).strip()


def _words_of(holder: Element) -> str:
    """Return what a page says, without the ways through the site, in which copies may differ."""
    apart = with_content(e for e in holder.descendants if e.tag in APART)
    inside = (e for e in (holder, *holder.descendants) if e not in apart)
    texts = (text for e in inside for text in e.own_texts if not _TRAIL.fullmatch(text))
    return " ".join(" ".join(texts).split())


def _redirect(document: Document) -> str | None:
    """Return where a page sends its readers at once, by a meta element or a script."""
    found = first_refresh(document.by_tag.get("meta", ()))
    if found and found[1] == 0:
        return refresh_address(found[0].get("content") or "")
    said = chain.from_iterable(said_at_once(e.text) for e in document.by_tag.get("script", ()))
    sent = next(filter(None, map(_SENDING.match, map(str.strip, said))), None)
    return sent["address"] if sent else None


def _locate(address: str, page: Path, root: Path) -> Path | None:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    return _at_the_top(path.lstrip("/"), page, root) if path[0] == "/" else page.parent / path


def _at_the_top(path: str, page: Path, root: Path) -> Path:
    """Return where an address from the top of the site leads, whose top may lie below the root."""
    whole = root / path
    if os.path.exists(whole):  # noqa: PTH110 - Path.exists raises where a name is too long
        return whole
    folders = (folder for folder in reversed(page.parents) if root in folder.parents)
    return next(filter(os.path.exists, (folder / path for folder in folders)), whole)


def _read(path: Path | None, root: Path, load: Callable[[Path], str]) -> str:
    try:
        whole = path.resolve() if path else None
        if whole is None or root.resolve() not in whole.parents:
            return ""
        return load(whole)
    except (OSError, ValueError):
        return ""


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST_SHEET:
        return ""
    return path.read_bytes().decode("utf-8-sig", errors="replace")


_kept = cache(_text)  # many pages link to the same style sheets

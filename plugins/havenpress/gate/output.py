# SPDX-License-Identifier: AGPL-3.0-or-later
"""A folder of finished files, as the gate reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from ..findings import Finding
from ..tree import Document, Element, parse

PAGE_SUFFIXES = {".html", ".htm", ".xhtml"}


@dataclass(frozen=True, slots=True)
class Withheld:
    """A draft or future post: the file, and words that no reader may meet before their day."""

    file: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A page that must be there: its path, how to get it, and the place that asks for it."""

    path: str
    remedy: str = ""
    file: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Output:
    """Finished files below ``folder``, for the site at ``url``.

    ``declared`` are the pages that must be there, by posix and relative paths; ``withheld``
    the posts that must not.
    """

    folder: Path
    url: str
    declared: tuple[Declared, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    @cached_property
    def files(self) -> dict[str, Path]:
        """All files by their posix path, in alphabetical order."""
        found = {
            path.relative_to(self.folder).as_posix(): path
            for path in self.folder.rglob("*")
            if path.is_file() or path.is_symlink()
        }
        return dict(sorted(found.items()))

    @property
    def pages(self) -> Iterator[Page]:
        """Each page, read when its turn comes."""
        for name, path in self.files.items():
            if path.suffix.lower() in PAGE_SUFFIXES:
                yield Page(name, path.read_bytes(), self)

    @property
    def host(self) -> str:
        """The host of the site."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True)
class Page:
    """One finished page."""

    name: str
    data: bytes = field(repr=False)
    output: Output = field(repr=False)

    @cached_property
    def document(self) -> Document:
        """The page's tree."""
        return parse(self.data)

    def elements(self, *tags: str) -> list[Element]:
        """Return the elements with one of the tags, by tag and then in document order."""
        return [element for tag in tags for element in self.document.by_tag.get(tag, [])]

    def fault(
        self, rule: str, message: str, remedy: str, element: Element | None = None
    ) -> Finding:
        """Return a finding about this page."""
        return Finding(
            rule=rule,
            message=message,
            remedy=remedy,
            page=self.name,
            line=element.line if element else 0,
            column=element.column if element else 0,
            selector=element.selector if element else "",
        )

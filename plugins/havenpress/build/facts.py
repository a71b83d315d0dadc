# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the rules about the whole site may know of one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..components.links import absolute, page_path
from ..findings import ANNOTATION
from ..site import Site
from ..tree import Document, Element


@dataclass(frozen=True, slots=True)
class Link:
    """One link, and where its author wrote it: ``file`` is empty for a template's."""

    href: str
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What one page says, for rules that compare pages; all of it plain data."""

    name: str
    ids: frozenset[str]
    links: tuple[Link, ...]
    alternates: tuple[tuple[str, str], ...]  # (language, address)
    canonical: str = ""  # the address by which the page wants to be known; none for no address

    def address(self, site: Site) -> str:
        """Return the address at which the whole world finds the page."""
        return absolute(site.url, page_path(self.name))


def collect_facts(document: Document, name: str) -> Facts:
    """Return the facts of an annotated page."""
    links = document.by_tag.get("a", [])
    return Facts(
        name=name,
        ids=frozenset(value for element in document.elements if (value := element.get("id"))),
        links=tuple(Link(href, *source_of(link)) for link in links if (href := link.get("href"))),
        alternates=tuple(_alternates(document)),
        canonical=_canonical(document),
    )


def _alternates(document: Document) -> Iterator[tuple[str, str]]:
    for link in document.by_tag.get("link", []):
        if "alternate" in (link.get("rel") or "").split() and link.get("hreflang"):
            yield link.get("hreflang") or "", link.get("href") or ""


def _canonical(document: Document) -> str:
    links = document.by_tag.get("link", [])
    addresses = (link.get("href") or "" for link in links if link.get("rel") == "canonical")
    return next(addresses, "")


def source_of(element: Element) -> tuple[str, int, int]:
    """Return the source file, line and column that an element or what holds it came from."""
    here: Element | None = element
    while here is not None:
        mark = here.get(ANNOTATION)
        if mark:
            return _place(mark)
        here = here.parent
    return "", 0, 0


def _place(mark: str) -> tuple[str, int, int]:
    parts = mark.rsplit(":", 2)
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit():
        return parts[0], int(parts[1]), int(parts[2])
    file, _, line = mark.rpartition(":")
    return file, int(line) if line.isdigit() else 0, 0

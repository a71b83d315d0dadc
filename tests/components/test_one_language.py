# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page in one language leads to pages in that language, where nothing says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag


def _links(folder: Path) -> Iterator[tuple[str, Tag]]:
    for path in sorted(folder.rglob("*.html")):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        here = f"/{path.relative_to(folder.parent).as_posix()}"
        for link in soup.find("main").find_all("a", href=True, hreflang=False):
            if not urlsplit(link["href"]).scheme:
                yield urljoin(here, link["href"]), link


def test_no_text_of_a_translation_leads_to_a_list_in_another_language(example: Path) -> None:
    links = list(_links(example / "es"))
    assert len(links) > 100
    assert [url for url, _ in links if not url.startswith("/es/")] == []


def test_the_first_language_has_its_lists(example: Path) -> None:
    found = {url for url, _ in _links(example / "posts")}
    assert {"/category/", "/tag/", "/archive/", "/category/getting-help/"} <= found

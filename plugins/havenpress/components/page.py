# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that is being rendered, as the functions of templates need it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2.runtime import Context

from ..site import Site
from . import language, links
from .translations import translate

# Pages about posts, wherever their address is.
POSTS = ("posts/", "category/", "tag/", "archive/")


class Page:
    """Where a page stands and which language it is in."""

    def __init__(self, context: Context, site: Site, words: Path) -> None:
        self.context, self.site, self.words = context, site, words
        self.lang = language.page_language(context)
        self.output_file = str(context.get("output_file") or "index.html")

    @property
    def here(self) -> str:
        """The path of the page below the site: ``posts/hope/``."""
        return links.page_path(self.output_file)

    @property
    def home(self) -> str:
        """The path of the home page in this language."""
        return self.site.folder(self.lang)

    def say(self, text: str) -> str:
        """Return one of the theme's texts in the language of the page."""
        return translate(self.words, self.lang, text)

    def t(self, texts: Mapping[str, str] | str | None) -> str:
        """Return one of the organisation's texts in the language of the page."""
        return language.pick(texts, self.lang, self.site.language)

    def url(self, path: str) -> str:
        """Return the link from this page to a path of the site."""
        return links.link(str(path), self.output_file, self.site.base_path)

    def local(self, path: str) -> str:
        """Return a path in the language of the page, or in the first language if only there."""
        path = path.removeprefix(self.home)
        if self.lang == self.site.language:
            return path
        return links.in_language(path, self.lang, self.site.language, self._paths)

    @cached_property
    def _paths(self) -> set[str]:
        """The addresses of Pelican's pages in all languages."""
        return {each.url for page in self.context.get("pages") or () for each in versions(page)}

    def current(self, path: str) -> str:
        """Return how ``aria-current`` marks a link: the page itself, what it is in, or ""."""
        path = self.local(path)
        if self.here == path:
            return "page"
        if path == self.home:
            return ""
        posts = path == f"{self.home}posts/" and self.here.removeprefix(self.home).startswith(POSTS)
        return "true" if self.here.startswith(path) or posts else ""


def versions(content: Any) -> Iterable[Any]:
    """Return a text and its translations."""
    return (content, *getattr(content, "translations", ()))

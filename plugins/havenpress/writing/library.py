# SPDX-License-Identifier: AGPL-3.0-or-later
"""All texts of a site, each read once, with what links lead to and the address of each."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from ..catalogue.site import catalogue_of
from ..findings import Report
from .document import Document
from .reading import read_document
from .review import closed_services

MADE_BY_ITSELF = frozenset(
    "archive category feeds hsds images map organizations posts services tag theme".split()
)


class Library:
    """The Markdown files below a content folder, each read when it is first asked for."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        self.project = settings.get("HAVENPRESS")
        self.content = Path(settings["PATH"]).resolve()
        self.report: Report = self.project.report if self.project else Report()
        self.drafts = bool(self.project and self.project.drafts)
        self._documents: dict[Path, Document] = {}

    @property
    def today(self) -> datetime.date:
        """The day of this run."""
        return self.project.today if self.project else datetime.datetime.now(datetime.UTC).date()

    @cached_property
    def known(self) -> dict[str, Any]:
        """What the site declares: languages, categories, services."""
        if self.project is None:
            return {"languages": [self.settings["DEFAULT_LANG"]]}
        site = self.project.site
        known: dict[str, Any] = {
            "languages": site.languages,
            "categories": site.categories,
            "country": site.country,
        }
        if self.services is not None:
            known["services"] = self.services
        return known

    @cached_property
    def services(self) -> dict[str, bool] | None:
        """The ids of the services, each with whether it is open; None without a catalogue.

        A file that cannot be read is reported where it is; links to it are not faults as well.
        """
        catalogue = catalogue_of(self.project) if self.project else None
        if catalogue is None:
            return None
        folder = self.content / "catalogue" / "services"
        unread = {path.stem: True for path in sorted(folder.glob("*.yaml"))}
        named = {**catalogue.renamed, **catalogue.services}
        return unread | {str(name): not each.is_closed for name, each in named.items()}

    def service_address(self, service: str, language: str) -> str:
        """Return the address of a service’s page below the site’s root, by its id or a former one."""
        folder = self.project.site.folder(language) if self.project else ""
        catalogue = catalogue_of(self.project) if self.project else None
        found = catalogue.lookup(service) if catalogue else None
        return f"{folder}services/{found.id if found else service}/"

    def read(self, path: Path) -> Document:
        """Return a file, read once."""
        path = path.resolve()
        if path not in self._documents:
            document = read_document(
                path,
                self.name(path),
                is_post=self._is_post(path),
                today=self.today,
                known=self.known,
            )
            document.findings += closed_services(document, self.services or {})
            self._documents[path] = document
        return self._documents[path]

    def _is_post(self, path: Path) -> bool:
        folders = [self.content / folder for folder in self.settings["PAGE_PATHS"]]
        return not any(path.is_relative_to(folder.resolve()) for folder in folders)

    def name(self, path: Path) -> str:
        """Return a path as the writer knows it."""
        if self.project:
            return self.project.name(path)
        return path.relative_to(self.content.parent).as_posix()

    @cached_property
    def paths(self) -> list[Path]:
        """All Markdown files, in the order of their names."""
        folders = {*self.settings["PAGE_PATHS"], *self.settings["ARTICLE_PATHS"]}
        found = {path for folder in folders for path in (self.content / folder).rglob("*.md")}
        return sorted(path.resolve() for path in found if not path.name.startswith("."))

    @property
    def documents(self) -> Iterator[Document]:
        """All texts, in the order of their files’ names."""
        return map(self.read, self.paths)

    @property
    def shown(self) -> Iterator[Document]:
        """The texts that readers get, and in a preview of drafts those as well."""
        return (each for each in self.documents if each.is_public or self.drafts)

    def find(self, path: str, source: Document) -> Document | None:
        """Return the file that a link in another file names, relative to it or to the content."""
        bases = (
            source.path.parent,
            self.content,
            *(self.content / name for name in ("posts", "pages")),
        )
        if path.startswith("/"):
            bases = (self.content,)
        for base in bases:
            target = Path(posixpath.normpath((base / path.lstrip("/")).as_posix()))
            if target.is_file() and target.resolve().is_relative_to(self.content):
                return self.read(target)
        return None

    def original_of(self, document: Document) -> Document | None:
        """Return the text that a translation names as its original, None where it names none."""
        name = str(document.values.get("translation_of") or "")
        return self.find(name if name.endswith(".md") else f"{name}.md", document) if name else None

    def names(self, source: Document) -> dict[str, str]:
        """Return the names of all other files, with the way to each from one of them."""
        folder = source.path.parent.as_posix()
        return {
            path.name: posixpath.relpath(path.as_posix(), folder)
            for path in self.paths
            if path != source.path
        }

    def address(self, document: Document, slug: str = "", what: str = "URL") -> str:
        """Return the address of a text’s page below the site’s root, or its file (``SAVE_AS``).

        Another ``slug`` gives the address that the text would have, or had, with it.
        """
        kind = "ARTICLE" if document.is_post else "PAGE"
        foreign = document.lang != self.settings["DEFAULT_LANG"]
        pattern = self.settings[f"{kind}_LANG_{what}" if foreign else f"{kind}_{what}"]
        return pattern.format(slug=slug or document.slug, lang=document.lang)

    @property
    def made_by_itself(self) -> frozenset[str]:
        """The first parts of addresses at which the site has pages or files that nobody writes."""
        if self.project is None:
            return frozenset()
        return MADE_BY_ITSELF | frozenset(self.project.site.languages)

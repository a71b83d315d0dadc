# SPDX-License-Identifier: AGPL-3.0-or-later
"""All texts of a site, read once: what links lead to, and which addresses are taken."""

from __future__ import annotations

import datetime
import posixpath
from functools import cached_property
from pathlib import Path
from typing import Any

from ..catalogue.site import catalogue_of
from ..findings import ContentError, Finding, Report, render
from .discreet import check_discretion
from .document import Document
from .former import former_faults
from .languages import check_languages
from .reading import read_document
from .review import closed_services
from .strays import check_overrides, check_strays, check_top
from .translations import check_translations

KEY = "HAVENPRESS_LIBRARY"
MADE_BY_ITSELF = frozenset(
    "archive category feeds hsds images map organizations posts services tag theme".split()
)
# Where Pelican would write drafts, under addresses that anybody can guess.
DRAFTS = [
    f"DRAFT_{kind}{what}"
    for kind in ("", "LANG_", "PAGE_", "PAGE_LANG_")
    for what in ("URL", "SAVE_AS")
]


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
        known: dict[str, Any] = {"languages": site.languages, "categories": site.categories}
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
        first = self.project.site.language if self.project else language
        folder = "" if language == first else f"{language}/"
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

    @cached_property
    def address_faults(self) -> list[Finding]:
        """A finding for each text whose address another one has; it gets a free one instead."""
        taken: dict[str, Document] = {}
        findings = []
        for document in map(self.read, self.paths):
            if not document.is_public and not self.drafts:
                continue
            if document.slug in self.made_by_itself and not document.is_post:
                findings.append(self._taken_by_site(document))
                document.values["slug"] = findings[-1].write.removeprefix("slug: ")
            other = taken.setdefault(self.address(document), document)
            if other is not document:
                findings.append(self._same_address(document, other, taken))
                document.values["slug"] = findings[-1].write.removeprefix("slug: ")
        return findings

    @property
    def made_by_itself(self) -> frozenset[str]:
        """The first parts of addresses at which the site has pages or files that nobody writes."""
        if self.project is None:
            return frozenset()
        return MADE_BY_ITSELF | frozenset(self.project.site.languages)

    def _taken_by_site(self, document: Document) -> Finding:
        message = f"at “{document.slug}” the site has a page or a folder of its own"
        return _address_fault(document, message, "write another slug", f"about-{document.slug}")

    @cached_property
    def title_faults(self) -> list[Finding]:
        """A finding for each text whose title another one in its language has."""
        taken: dict[tuple[str, str], Document] = {}
        findings = []
        for document in map(self.read, self.paths):
            if "title" not in document.values or not (document.is_public or self.drafts):
                continue
            key = document.lang, " ".join(document.title.casefold().split())
            other = taken.setdefault(key, document)
            if other is not document:
                findings.append(same_title(document, other))
        return findings

    def _same_address(self, document: Document, other: Document, taken: dict[str, Any]) -> Finding:
        free = next(
            slug
            for number in range(2, len(self.paths) + 3)
            if not any((slug := f"{document.slug}-{number}") in address for address in taken)
        )
        first = f"{other.file}:{other.place('slug')[0]}"
        message = f"the slug “{document.slug}” is already taken by {first}"
        return _address_fault(document, message, "write another one", free)


def _address_fault(document: Document, message: str, remedy: str, free: str) -> Finding:
    remedy, write = f"{remedy}; “{free}” is free", f"slug: {free}"
    return document.finding("post-address", document.place("slug"), message, remedy, write=write)


def same_title(document: Document, other: Document) -> Finding:
    """Return what is wrong with a title that another text has as well."""
    message = f"{other.file}:{other.place('title')[0]} has the same title"
    remedy = "say in each what the other one is not about"
    place, wcag = document.place("title"), (("2.4.2", "A"),)
    return document.finding("post-title", place, message, remedy, wcag=wcag)


def open_library(settings: dict[str, Any]) -> Library:
    """Return a new library, kept in Pelican’s settings for the length of one run."""
    library = Library(settings)
    settings[KEY] = library
    settings.update(dict.fromkeys(DRAFTS, ""))
    library.report.extend(check_translations(library))
    library.report.extend(library.address_faults)
    library.report.extend(former_faults(library))
    library.report.extend(library.title_faults)
    library.report.extend(check_discretion(library))
    if library.project is not None:
        folders = (*settings["ARTICLE_PATHS"], *settings["PAGE_PATHS"])
        prefix = library.content.name
        library.report.extend(check_languages(library))
        library.report.extend(check_strays(library.content, folders, prefix))
        library.report.extend(check_top(library.content, folders, prefix))
        theme = Path(settings["THEME"]) / "templates"
        library.report.extend(check_overrides(library.content, theme, prefix))
    return library


def library_of(settings: dict[str, Any]) -> Library:
    """Return the library of a run, made where nobody has yet."""
    return settings.get(KEY) or open_library(settings)


def close_library(settings: dict[str, Any]) -> None:
    """On a foreign site, print what was found and raise where anything is wrong."""
    library = library_of(settings)
    if library.project is None and library.report.has_errors:
        print(render(library.report), end="")
        raise ContentError(library.report)

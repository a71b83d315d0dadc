# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue for the readers of one language, on one day."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ...source import Text
from ..catalogue import Catalogue
from ..entries import Service, Texts
from ..freshness import HIDDEN, state_of
from ..views import Phrase
from ..wording import Wording, wording


@dataclass(frozen=True, slots=True)
class Helpline:
    """Who can help where an entry cannot; ``name`` may be empty."""

    name: str
    number: str


@dataclass(frozen=True, eq=False)
class Edition:
    """What all pages of one language share.

    ``languages`` are those of the site, the one without a folder first. ``feedback`` is the
    page on which readers are told how to report a mistake. Lists are made once: with 10,000
    services every page would sort them anew.
    """

    catalogue: Catalogue
    language: str
    languages: tuple[str, ...]
    today: datetime.date
    helpline: Helpline | None = None
    feedback: str = ""

    @property
    def words(self) -> Wording:
        """The sentences of this language."""
        return wording(self.language, self.catalogue.settings.country)

    def path(self, path: str, language: str | None = None) -> str:
        """Return the address of a page of the catalogue in a language."""
        language = language or self.language
        return path if language == self.languages[0] else f"{language}/{path}"

    def alternates(self, path: str) -> tuple[tuple[str, str], ...]:
        """Return the addresses of a page in all languages."""
        return tuple((language, self.path(path, language)) for language in self.languages)

    def phrase(self, texts: Texts) -> Phrase | None:
        """Return a text in this language, else in the first one there is, marked as such."""
        if not texts:
            return None
        default = self.catalogue.settings.default_language
        for language in (self.language, self.language.split("-")[0], default, next(iter(texts))):
            if language in texts:
                foreign = language.split("-")[0] != self.language.split("-")[0]
                return phrase_of(texts[language], language if foreign else "")
        return None

    def lines(self, texts: Texts) -> tuple[Phrase, ...]:
        """Return the paragraphs of a text, each with the place of the whole."""
        whole = self.phrase(texts)
        if whole is None:
            return ()
        return tuple(
            phrase_of(
                Text.at(" ".join(part.split()), whole.file, whole.line, whole.column), whole.lang
            )
            for part in whole.strip().split("\n\n")
            if part.strip()
        )

    def fallback_note(self, texts: Iterable[Texts]) -> str:
        """Return a sentence where one of the texts is only there in another language."""
        foreign = (phrase.lang for phrase in map(self.phrase, texts) if phrase and phrase.lang)
        language = next(foreign, "")
        name = self.words.language_name(language) if language else ""
        return self.words("fallback", language=name) if language else ""

    @property
    def helpline_text(self) -> str:
        """Whom to ask, in a few words."""
        if self.helpline is None:
            return self.words("helpline.none")
        if not self.helpline.name:
            return self.helpline.number
        return self.words("helpline.named", name=self.helpline.name, number=self.helpline.number)

    @property
    def helpline_href(self) -> str:
        """The link that calls the helpline; empty where there is none."""
        if self.helpline is None:
            return ""
        return "tel:" + "".join(char for char in self.helpline.number if char in "+0123456789")

    @cached_property
    def listed(self) -> tuple[Service, ...]:
        """The services that lists show, in the order of their names."""
        services = self.catalogue.services.values()
        shown = [service for service in services if not self.is_hidden(service.id)]
        return tuple(sorted(shown, key=self._order))

    def _order(self, service: Service) -> tuple[str, str]:
        return collation(self.phrase(service.name) or service.id), service.id

    @cached_property
    def by_category(self) -> dict[str, tuple[Service, ...]]:
        """The listed services of each category that has some, in the order of the taxonomy."""
        found: dict[str, list[Service]] = {slug: [] for slug in self.catalogue.categories}
        for service in self.listed:
            for slug in dict.fromkeys(service.categories):
                found.get(slug, []).append(service)
        return {slug: tuple(services) for slug, services in found.items() if services}

    @cached_property
    def by_area(self) -> dict[str, tuple[Service, ...]]:
        """The listed services of each area that has some, and of the areas around it."""
        found = {}
        for area in self.catalogue.settings.areas:
            around = set(self.areas_around(area))
            services = tuple(each for each in self.listed if around.intersection(each.areas))
            if services:
                found[area] = services
        return found

    @cached_property
    def by_organization(self) -> dict[str, tuple[Service, ...]]:
        """The listed services of each organisation."""
        found: dict[str, list[Service]] = {}
        for service in self.listed:
            found.setdefault(service.organization, []).append(service)
        return {slug: tuple(services) for slug, services in found.items()}

    def areas_around(self, area: str) -> list[str]:
        """Return an area and all areas that it lies within, from the inside out."""
        areas, at = self.catalogue.settings.areas, area
        chain: dict[str, None] = {}  # a list would be looked through at each step
        while at in areas and at not in chain:
            chain[str(at)] = None
            at = areas[at].within
        return list(chain)

    def is_hidden(self, service_id: str) -> bool:
        """Whether an entry is too old to be shown."""
        service = self.catalogue.services[service_id]
        return state_of(service, self.catalogue.settings, self.today) == HIDDEN


def phrase_of(text: str, language: str = "") -> Phrase:
    """Return a text as a phrase, with its place if it has one."""
    phrase = Phrase(text)
    phrase.file = getattr(text, "file", "")
    phrase.line = getattr(text, "line", 0)
    phrase.column = getattr(text, "column", 0)
    phrase.plain = getattr(text, "plain", False)
    phrase.lang = language
    return phrase


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a text with its first letter small, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


def collation(text: str) -> str:
    """Return what a name is sorted by: no capitals, no accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))

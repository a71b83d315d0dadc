# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that do not tell others what somebody has read about.

An address stays in the history, in bookmarks and in what is suggested while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from ..catalogue.site import catalogue_of
from ..findings import WARNING, Finding
from ..site import SITE_FILE
from ..source.nodes import position
from .library import Library

RULE = "address-discreet"
FALLBACK = "en"  # addresses of texts in other scripts are often English words
CHOOSE = "choose words that could be about anything, as in “first-steps”"
RENAME = "give it an id that could be about anything, and keep this one under “formerly”"

# Words of addresses by language; * stands for any ending or beginning. They name what was done to
# somebody, or what it makes of them, and leave out what anybody may read about (health, police).
# Source: the need is from NNEDV’s TechSafety.org on histories and devices that somebody watches;
# the words are ours, from the subjects of content/catalogue/taxonomy.yaml and of topics.py.
WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        *("abus*", "assault*", "batter", "battered", "batterer*", "coerc*", "exploit*"),
        *("grooming", "incest*", "molest*", "perpetrator*", "prostitut*", "rape", "raped"),
        *("rapes", "rapist*", "refuge", "refuges", "slavery", "stalk*", "survivor*"),
        *("trafficke*", "trafficking", "victim*", "violen*"),
    ),
    "es": (
        *("abus*", "acoso", "acosad*", "agresi*", "agresor*", "esclavitud", "explotac*"),
        *("explotad*", "incesto", "maltrat*", "prostituc*", "superviviente*", "sobreviviente*"),
        *("victima*", "violac*", "violad*", "violenc*", "violador*"),
    ),
    "fr": (
        *("abus*", "agress*", "esclavage", "exploitation", "harcel*", "inceste*", "maltrait*"),
        *("prostitu*", "survivant*", "victime*", "viol", "violee*", "violence*", "viols"),
    ),
    "de": (
        *("*gewalt*", "*missbrauch*", "*opfer*", "ausbeut*", "belaestig*", "frauenhaus*", "inzest"),
        *("menschenhandel*", "misshand*", "prostitu*", "stalk*", "ueberleb*", "vergewalt*"),
    ),
}


@dataclass(frozen=True, slots=True)
class Address:
    """One part of an address, the language of its words, and where somebody wrote it."""

    typed: str
    language: str
    file: str
    line: int
    column: int
    remedy: str = CHOOSE


def check_discretion(library: Library) -> Iterator[Finding]:
    """Yield a warning for each slug, tag, category and service whose address tells too much."""
    allowed = set(library.project.site.plain_addresses) if library.project else set()
    for address in (*_of_texts(library), *_of_categories(library), *_of_services(library)):
        word = telling_word(address.typed, address.language)
        if word and word not in allowed:
            yield _fault(address, word)


def _of_texts(library: Library) -> Iterator[Address]:
    for document in library.shown:
        for typed in (document.values.get("slug"), *document.values.get("tags", ())):
            if typed:
                yield Address(typed, document.lang, document.file, *position(typed))


def _of_categories(library: Library) -> Iterator[Address]:
    project = library.project
    if project is None:
        return
    file = project.name(library.content / SITE_FILE)
    for slug in project.site.categories:
        yield Address(slug, project.site.language, file, *position(slug))


def _of_services(library: Library) -> Iterator[Address]:
    """Yield the ids that services have now; a former one only leads to the new address."""
    catalogue = catalogue_of(library.project) if library.project else None
    if library.project is None or catalogue is None:
        return
    language = library.project.site.language
    for service in catalogue.services.values():
        place = service.place
        yield Address(str(service.id), language, place.file, place.line, place.column, RENAME)


def telling_word(slug: str, language: str) -> str:
    """Return the first word of an address that tells too much, in a language; "" if none does."""
    patterns = {*WORDS.get(language.split("-")[0], ()), *WORDS[FALLBACK]}
    telling = (w for w in slug.split("-") if any(fnmatchcase(w, each) for each in patterns))
    return next(telling, "")


def _fault(address: Address, word: str) -> Finding:
    return Finding(
        rule=RULE,
        level=WARNING,
        message=f"“{word}” in the address tells others what was read: it stays in the history",
        remedy=address.remedy,
        file=address.file,
        line=address.line,
        column=address.column,
    )

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that do not tell others what somebody has read about.

An address stays in the history, in bookmarks and in what is suggested while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from ..findings import WARNING, Finding

if TYPE_CHECKING:
    from .document import Document
    from .library import Library

RULE = "address-discreet"
FALLBACK = "en"  # addresses of texts in other scripts are often English words

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


def check_discretion(library: Library) -> Iterator[Finding]:
    """Yield a warning for each slug and tag whose address would tell others too much."""
    allowed = set(library.project.site.plain_addresses) if library.project else set()
    for document in map(library.read, library.paths):
        if not document.is_public and not library.drafts:
            continue
        for typed in (document.values.get("slug"), *document.values.get("tags", ())):
            word = telling_word(str(typed or ""), document.lang)
            if word and word not in allowed:
                yield _fault(document, typed, word)


def telling_word(slug: str, language: str) -> str:
    """Return the first word of an address that tells too much, in a language; "" if none does."""
    patterns = {*WORDS.get(language.split("-")[0], ()), *WORDS[FALLBACK]}
    words = (word for word in slug.split("-"))
    return next((w for w in words if any(fnmatchcase(w, each) for each in patterns)), "")


def _fault(document: Document, typed: str, word: str) -> Finding:
    return Finding(
        rule=RULE,
        level=WARNING,
        message=f"“{word}” in the address tells others what was read: it stays in the history",
        remedy="choose words that could be about anything, as in “first-steps”",
        file=document.file,
        line=getattr(typed, "line", 0),
        column=getattr(typed, "column", 0),
    )

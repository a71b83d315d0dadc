# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places in the names of files, which have no blanks, few capitals, and often no marks on letters.

“so-12-duong-le-loi” and “fő_utca_12” tell as much as the address with its signs; what no sign
parts is parted again, and words for streets are known by their plain letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from ...source.kinds.words import without_marks
from .disguises import HUMP
from .streets import UNITS

# Words for streets, in plain letters: they stand in front of a name or behind it.
STREET_WORDS = (
    "strasse|strae|gasse|ulica|ulici|ulice|ulicy|utca|utja|namesti|namestie|trida|iela|gatve|prospekts"
    "|prospektas|maantee|mnt|tanav|katu|gatan|gade|gata|calle|avenida|avda|carrer|paseo|pza|rua"
    "|travessa|allee|chemin|impasse|piazza|viale|corso|strada|bulevardul|calea|soseaua|rruga|sokak|sokagi"
    "|cadde|caddesi|mahallesi|bulvari|duong|pho|jalan|jln|jl|mtaa|shari|khiaban|koche"
    "|marg|nagar|ulitsa|ulitza|vulytsia|prospekt|odos|leoforos|rehov|rechov|dori|chome|banchi"
)
# Words that mean much else, or nothing; they tell beside a name and a number.
SHORT_WORDS = "ul|os|pl|nam|str|bd|bul|pr|cad|sok|ter|trg|via|vei|veg|weg|plaza|largo|ronda"
ENDINGS = "strasse|strae|str|gasse|allee|platz|weg|straat|laan|gracht|gatan|vagen|gade|vej|veien|katu|intie|kuja"
TOKEN = re.compile(r"[^\W_]+")
HOUSE = rf"(?<![^ ])\d{{1,4}}[a-z]?(?![^ ]){UNITS}"
NEAR = r"(?: [^\W\d_]{2,20}){0,4} "  # the words of a name between the street and its number
WORD = rf"(?<![^ ])(?:{STREET_WORDS}|(?!brigade)[a-z]{{3,20}}(?:{ENDINGS}))(?![^ ])"
STREET = re.compile(rf"{WORD}{NEAR}(?:nr |no |n |so )?{HOUSE}|{HOUSE}{NEAR}?{WORD}|{HOUSE} {WORD}")
SHORT = re.compile(
    rf"(?<![^ ])(?:{SHORT_WORDS})(?: [^\W\d_]{{3,20}}){{1,3}} (?:nr |no )?{HOUSE}"
    rf"|[^\W\d_]{{4,20}} (?:nam|pr|vei|veg|trg|ter|sok|cad) (?:nr |no )?{HOUSE}"
)
POSITION = re.compile(
    r"(?<![^ ])[ns]?\d{1,3} \d{4,}[ns]?(?: [ns])? [ew]?\d{1,3} \d{4,}[ewo]?(?![^ ])"
)
PLUS_CODE = re.compile(
    r"(?<![^ ])(?=\w*\d)(?=\w*[a-z])(?:[2-9cfghjmpqrvwx]{4} )?[2-9cfghjmpqrvwx]{4,8} (?=\w*[2-9cfghjmpqrvwx])"
    r"(?=\w*\d|\w*[cfghjmpqrvwx]\b)[2-9cfghjmpqrvwx]{2,3}(?![^ ])"
)

Finder = Callable[[str], str | None]


def place_in_name(name: str, found_place: Finder) -> str | None:
    """Return what in the name of a file tells where something is, or None."""
    words = " ".join(TOKEN.findall(without_marks(name)))
    if STREET.search(words):
        return "a street with its number"
    if POSITION.search(words):
        return "coordinates"
    if _has_plus_code(words):
        return "a plus code"
    return _first(name, found_place)


def hint_in_name(name: str, suspected_place: Finder) -> str | None:
    """Return what in the name of a file may tell where something is, or None."""
    if SHORT.search(" ".join(TOKEN.findall(without_marks(name)))):
        return "a number of a house"
    return _first(name, suspected_place)


def _first(name: str, finder: Finder) -> str | None:
    return next(filter(None, map(finder, _read_as(name))), None)


def _read_as(name: str) -> Iterator[str]:
    words = re.sub(r"[-_+]+", " ", unicodedata.normalize("NFC", name))
    yield name
    yield from dict.fromkeys((words, words.title(), HUMP.sub(" ", words)))


def _has_plus_code(words: str) -> bool:
    match = PLUS_CODE.search(words)
    return match is not None and sum(char.isdigit() for char in match[0]) >= 2

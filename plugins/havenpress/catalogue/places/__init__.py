# SPDX-License-Identifier: AGPL-3.0-or-later
"""How places are told in text: what can hardly mean anything else, and what only may.

Streets with numbers, postcodes, positions and links to maps leave no doubt. “Behind the library”
or “62704” may be the place or not; only the writer knows.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote

from ..walls.escapes import with_plain_digits
from .codes import CODE_SHAPES
from .disguises import ESCAPED, other_readings, with_our_letters, without_tags
from .habits import HABIT_HINTS, HABIT_SHAPES
from .habits_abroad import HABIT_HINTS_ABROAD, HABIT_SHAPES_ABROAD
from .houses import HOUSE_HINTS, HOUSE_SHAPES
from .landmarks import LANDMARK_SHAPES
from .landmarks_abroad import LANDMARK_SHAPES_ABROAD
from .streets import STREET_SHAPES
from .streets_abroad import STREET_SHAPES_ABROAD

Patterns = tuple[tuple[str, re.Pattern[str]], ...]


Tables = tuple[dict[str, tuple[tuple[str, int], ...]], ...]
PLACES: Tables = (
    STREET_SHAPES,
    CODE_SHAPES,
    STREET_SHAPES_ABROAD,
    HOUSE_SHAPES,
    HABIT_SHAPES,
    HABIT_SHAPES_ABROAD,
)
SUSPICIONS: Tables = (
    LANDMARK_SHAPES,
    LANDMARK_SHAPES_ABROAD,
    HOUSE_HINTS,
    HABIT_HINTS,
    HABIT_HINTS_ABROAD,
)
THREE_WORDS = re.compile(r"(?<![\w@./-])[^\W\d_]{3,}\.[^\W\d_]{3,}\.([^\W\d_]{3,})(?![\w@/-]|\.\w)")
# The third part of a host name; anything else in three dotted words is taken for a place.
HOSTS = set(
    "org com net gov edu info example test int charity ngo ong london wales scot cymru support help"
    " care health foundation community global world africa asia coop".split()
)
MARKS = re.compile(r"[*_`]+|~~|==")
UNSEEN = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def found_place(text: str) -> str | None:
    """Return what in a text tells where something is, or None."""
    text = as_read(text)
    return _place_in(text) or next(filter(None, map(_place_in, other_readings(text))), None)


def _place_in(text: str) -> str | None:
    what = _first(_places(), text)
    if what is None and any(map(_is_place, THREE_WORDS.finditer(text))):
        return "a what3words address"
    return what


def suspected_place(text: str) -> str | None:
    """Return what in a text may tell where something is, or None."""
    return _first(_suspicions(), as_read(text))


def without(text: str, phrases: Iterable[str]) -> str:
    """Return a text with each of some phrases blanked, however it is spaced and capitalised."""
    for phrase in phrases:
        words = r"\s+".join(map(re.escape, phrase.split()))
        text = re.sub(words, " … ", text, flags=re.IGNORECASE) if words else text
    return text


@cache
def _places() -> Patterns:
    """Compile what tells a place, once it is asked for: that takes a third of a second."""
    return _compiled(PLACES)


@cache
def _suspicions() -> Patterns:
    return _compiled(SUSPICIONS)


def _compiled(tables: Tables) -> Patterns:
    return tuple(
        (what, re.compile(pattern, flags))
        for shapes in tables
        for what, patterns in shapes.items()
        for pattern, flags in patterns
    )


def _first(patterns: Patterns, text: str) -> str | None:
    return next((what for what, pattern in patterns if pattern.search(text)), None)


def as_read(text: str) -> str:
    """Return a text without marks, and with ordinary digits and letters for other ways to write."""
    if "%" in text:
        text = unquote(unquote(text))
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = without_tags(text)
    if "\\" in text:
        text = ESCAPED.sub("", text)
    if MARKS.search(text):
        text = MARKS.sub(" ", text)
    if "  " in text:
        text = text.replace("  ", " ")
    if text.isascii():
        return text
    text = text.replace("º", "°").replace("˚", "°")  # the others would become letters and accents
    text = UNSEEN.sub("", with_plain_digits(unicodedata.normalize("NFKC", text)))
    return with_our_letters(text)


def _is_place(three: re.Match[str]) -> bool:
    """Return whether three dotted words are an address, and not the name of a host."""
    words = three[0].lower()
    is_written_alike = three[0] in {words, words.title(), words.upper()}
    return is_written_alike and three[1].lower() not in HOSTS and not words.startswith("www.")

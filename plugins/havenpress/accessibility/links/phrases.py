# SPDX-License-Identifier: AGPL-3.0-or-later
"""Link texts that say nothing, in the languages that data/link-text.toml has."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "data" / "link-text.toml"
_SIGNS = re.compile(r"[^\w\s]+|_")


@lru_cache(maxsize=4096)  # of the links that all pages of a site have
def plain_words(text: str) -> str:
    """Return text in lower case without punctuation, arrows and repeated spaces."""
    words = text.casefold().split()
    if "".join(words).isalnum():  # most have no signs to look for
        return " ".join(words)
    return " ".join(_SIGNS.sub(" ", " ".join(words)).split())


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


_PHRASES: dict[str, frozenset[str]] = {
    language: frozenset(map(plain_words, phrases))
    for language, phrases in _data()["phrases"].items()
}
EMPTY_PHRASES: frozenset[str] = frozenset().union(*_PHRASES.values())
SUBJECTS: frozenset[str] = frozenset(_data()["subjects"]["words"])


def is_empty_phrase(words: str, language: str) -> bool:
    """Tell whether plain words say nothing in a page of a language.

    One word alone may be another word there: ``plus`` is French, and an operator in English. What
    is said in English is understood as such on pages in all languages.
    """
    if words not in EMPTY_PHRASES:
        return False
    if " " in words or language not in _PHRASES:
        return True
    return words in _PHRASES[language] or words in _PHRASES["en"]

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Link texts that say nothing, in the languages that data/link-text.toml has."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
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


EMPTY_PHRASES: frozenset[str] = frozenset(
    plain_words(phrase)
    for phrases in tomllib.loads(_FILE.read_text(encoding="utf-8"))["phrases"].values()
    for phrase in phrases
)

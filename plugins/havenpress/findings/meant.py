# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody who wrote an unknown word probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, words: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Return the word that was probably meant; ``cutoff``, 0 to 1, is how like it must be."""
    folded = {name.lower().replace("_", "-"): name for name in words}
    found = get_close_matches(word.lower().replace("_", "-"), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


def did_you_mean(close: str | None, otherwise: str) -> str:
    """Return the remedy for an unknown word: the one that was probably meant, or what to write."""
    return f"did you mean “{close}”?" if close else otherwise

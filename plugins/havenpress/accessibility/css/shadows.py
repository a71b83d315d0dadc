# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shadows of texts. Source: CSS Text Decoration 4, section 5 (text-shadow)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .colours import Colour, read_colour
from .lengths import to_pixels
from .sheets import split_list

FEWEST_AROUND = 4  # shadows that together hide what is behind the edges of the letters


class Shadow(NamedTuple):
    """One shadow, moved to the right and down by pixels; without a colour it has the text's."""

    right: float
    down: float
    colour: Colour | None


@lru_cache(maxsize=512)
def read_shadow(text: str, em: float, scheme: str) -> Shadow | None:
    """Return the shadow that a value describes, None for what is not understood."""
    words = split_list(text, " ")
    lengths = [length for word in words if (length := to_pixels(word, em)) is not None]
    colours = [word for word in words if to_pixels(word, em) is None]
    if not 2 <= len(lengths) <= 3 or len(colours) > 1:
        return None
    named = bool(colours) and colours[0].lower() != "currentcolor"
    colour = read_colour(colours[0], scheme) if named else None
    return None if named and colour is None else Shadow(lengths[0], lengths[1], colour)


def surround(shadows: Sequence[Shadow | None]) -> bool:
    """Tell whether shadows lie to every side of a text, so that only they are next to it."""
    known = [shadow for shadow in shadows if shadow]
    if len(known) < FEWEST_AROUND:
        return False
    moves = ([s.right for s in known], [s.down for s in known])
    return all(min(each) < 0 < max(each) for each in moves)

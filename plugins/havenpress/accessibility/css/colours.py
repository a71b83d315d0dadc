# SPDX-License-Identifier: AGPL-3.0-or-later
"""CSS colours as red, green, blue and alpha, and the contrast between two.

Source: CSS Color 4 and 5; WCAG 2.2, definitions of relative luminance and contrast ratio.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .sheets import split_list

Colour = tuple[float, float, float, float]
"""Red, green, blue (0 to 1, sRGB) and alpha."""

CLEAR: Colour = (0.0, 0.0, 0.0, 0.0)
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
LONGEST = 300  # characters of a colour that are read
_PERCENT = re.compile(r"\d+\.?\d*%|\.\d+%")
# The spaces in which CSS mixes, as the library calls them.
_SPACES = {"xyz": "xyz-d65"} | {
    name: name
    for name in ("srgb", "srgb-linear", "display-p3", "lab", "oklab", "lch", "oklch", "hsl", "hwb",
                 "xyz-d50", "xyz-d65")
}  # fmt: skip
_SYSTEM = {
    "light": {"canvas": "#fff", "canvastext": "#000", "linktext": "#00e", "visitedtext": "#551a8b",
              "buttonface": "#efefef", "buttontext": "#000", "field": "#fff", "fieldtext": "#000",
              "graytext": "#808080", "mark": "#ff0", "marktext": "#000"},
    "dark": {"canvas": "#121212", "canvastext": "#fff", "linktext": "#9e9eff",
             "visitedtext": "#d0adf0", "buttonface": "#6b6b6b", "buttontext": "#fff",
             "field": "#3b3b3b", "fieldtext": "#fff", "graytext": "#808080", "mark": "#ff0",
             "marktext": "#000"},
}  # fmt: skip


# The names that style sheets use most are known here: the library takes long to load.
_NAMED = {
    "transparent": "#0000", "black": "#000", "white": "#fff", "gray": "#808080", "grey": "#808080",
    "silver": "#c0c0c0", "red": "#f00", "maroon": "#800000", "yellow": "#ff0", "olive": "#808000",
    "lime": "#0f0", "green": "#008000", "aqua": "#0ff", "teal": "#008080", "blue": "#00f",
    "navy": "#000080", "fuchsia": "#f0f", "purple": "#800080",
}  # fmt: skip


@lru_cache(maxsize=4096)
def read_colour(text: str, scheme: str = "light") -> Colour | None:
    """Return a colour; None for ``currentcolor`` and for what is not understood."""
    word = text.strip().lower()
    word = _NAMED.get(word, word)
    hexadecimal = _HEX.fullmatch(word)
    if hexadecimal:
        return _from_hex(hexadecimal[1])
    if word in _SYSTEM[scheme]:
        return read_colour(_SYSTEM[scheme][word])
    if len(word) > LONGEST:
        return None
    if word.startswith("light-dark(") and word.endswith(")"):
        parts = split_list(word[11:-1])
        return read_colour(parts[scheme == "dark"], scheme) if len(parts) == 2 else None
    if word.startswith("color-mix(") and word.endswith(")"):
        return _mix(split_list(word[10:-1]), scheme)
    return _from_library(word)


def _mix(parts: list[str], scheme: str) -> Colour | None:
    """Return what ``color-mix()`` makes of two colours with their shares."""
    space, pairs = parts[0].split(), [_shared(part, scheme) for part in parts[1:]]
    if len(pairs) != 2 or len(space) != 2 or space[0] != "in" or space[1] not in _SPACES:
        return None
    (one, first), (other, second) = pairs
    if one is None or other is None:
        return None
    first = 100 - second if first is None and second is not None else 50 if first is None else first
    second = 100 - first if second is None else second
    return _blend(one, other, space[1], first, second) if first + second > 0 else None


def _shared(part: str, scheme: str) -> tuple[Colour | None, float | None]:
    """Return a colour of a mix and the share that is written before or after it, in per cent."""
    words = split_list(part, " ")
    shares = [word for word in words if _PERCENT.fullmatch(word)]
    rest = [word for word in words if word not in shares]
    colour = read_colour(rest[0], scheme) if len(rest) == 1 else None
    return colour, float(shares[0][:-1]) if shares else None


def _blend(one: Colour, other: Colour, space: str, first: float, second: float) -> Colour:
    from coloraide import Color

    start, end = (Color("srgb", colour[:3], colour[3]) for colour in (one, other))
    mixed = start.mix(end, second / (first + second), space=_SPACES[space])
    red, green, blue = mixed.convert("srgb").clip().coords(nans=False)
    return (red, green, blue, mixed.alpha(nans=False) * min(1.0, (first + second) / 100))


def _from_hex(digits: str) -> Colour:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)]
    red, green, blue = parts[:3]
    return (red, green, blue, parts[3] if len(parts) == 4 else 1.0)


def _from_library(word: str) -> Colour | None:
    from coloraide import Color  # takes longer to load than a page to check; few sheets need it

    try:
        colour = Color(word).convert("srgb").clip()
    except ValueError:
        return None
    red, green, blue = colour.coords(nans=False)
    return (red, green, blue, colour.alpha(nans=False))


def over(above: Colour, below: Colour) -> Colour:
    """Return what is seen where one colour lies over another."""
    alpha = above[3] + below[3] * (1 - above[3])
    if not alpha:
        return CLEAR
    share = below[3] * (1 - above[3])
    red, green, blue = ((above[i] * above[3] + below[i] * share) / alpha for i in range(3))
    return (red, green, blue, alpha)


def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0 for black and 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def to_hex(colour: Colour) -> str:
    """Return a colour as #rrggbb."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour[:3])

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every colour of the theme, solved in OKLCH from two or three that the organisation chose.

Solving happens at build time and gives plain hex: CSS cannot test contrast, and old browsers
know no colour functions. Lightness moves until the contrast of WCAG 2.2 (1.4.3, 1.4.11) holds
against every background that a colour can lie on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from coloraide import Color

LIGHT, DARK = "light", "dark"
GREY = 0.01  # below this chroma a colour has no hue of its own
COLD_LAMP = 0.05
NEAR_ALERT = 25  # degrees of hue
ALERT_HUE = 27
STEP = 0.005
Colours = dict[str, str]


@dataclass(frozen=True, slots=True)
class Hue:
    """A colour in OKLCH: lightness and chroma 0 to 1, hue in degrees."""

    lightness: float
    chroma: float
    hue: float

    @classmethod
    def of(cls, colour: str) -> Hue:
        """Return a hex colour in OKLCH."""
        lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
        return cls(lightness, chroma, hue)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of both schemes by role, as ``#rrggbb``.

    ``notices`` pair what the owner should know with what to write instead.
    """

    light: Colours
    dark: Colours
    notices: tuple[tuple[str, str], ...] = ()

    @property
    def tokens(self) -> str:
        """The custom properties; the dark ones apply to screens only, so print stays light."""
        dark = _declarations(self.dark, unless=self.light)
        query = "@media screen and (prefers-color-scheme:dark)"
        return f":root{{{_declarations(self.light)}}}\n{query}{{:root{{{dark}}}}}\n"


def _declarations(colours: Colours, unless: Colours | None = None) -> str:
    kept = {role: value for role, value in colours.items() if value != (unless or {}).get(role)}
    return ";".join(f"--{role}:{value}" for role, value in kept.items())


@cache
def palette(brand: str, lamp: str, alert: str = "") -> Palette:
    """Return the palette of an organisation; every pair that the theme uses has its contrast."""
    tones = _Tones(Hue.of(brand), Hue.of(lamp), Hue.of(alert).hue if alert else ALERT_HUE)
    light, dark = _light(tones, brand), _dark(tones)
    return Palette(light, dark, tuple(_notices(tones, brand, light)))


class _Tones:
    """What both schemes take from the inputs: hues, and the chroma of neutrals and glow."""

    def __init__(self, brand: Hue, lamp: Hue, alert: float) -> None:
        self.brand, self.lamp, self.alert = brand, lamp, alert
        self.hue = brand.hue if brand.chroma >= GREY else lamp.hue
        self.neutral = min(0.14 * brand.chroma, 0.014)
        self.glow = min(lamp.chroma, 0.14)


def _light(tones: _Tones, brand: str) -> Colours:
    n, g, hue, warm = tones.neutral, tones.glow, tones.hue, tones.lamp.hue
    colours = {
        "page": paint(0.984, min(0.05 * tones.lamp.chroma, 0.005), warm),
        "surface": "#ffffff",
        "tint": paint(0.952, 1.3 * n, hue),
        "glow": paint(0.93, 0.5 * g, warm),
        "glow-2": paint(0.965, 0.26 * g, warm),
        "way": "#ffffff",
        "line": paint(0.875, n + 0.004, hue),
    }
    grounds = _grounds(colours)
    colours |= {
        "ink": solve(Hue(0.27, 1.7 * n, hue), grounds, 11, -STEP),
        "ink-2": solve(Hue(0.52, 1.9 * n, hue), grounds, 5.6, -STEP),
        "edge": solve(Hue(0.70, 1.6 * n, hue), grounds, 3.2, -STEP),
        "brand": _light_brand(tones, brand, grounds),
    }
    colours |= _light_buttons(tones, brand, colours) | _bar(tones, LIGHT)
    colours["alert"] = solve(Hue(0.52, 0.165, tones.alert), grounds, 4.8, -STEP)
    fill = [*grounds, colours["on-bar"]]
    colours["fill"] = solve(Hue(0.52, 0.165, tones.alert), fill, 4.8, -STEP)
    return colours


def _light_brand(tones: _Tones, brand: str, grounds: list[str]) -> str:
    if worst(brand, grounds) >= 4.8:
        return brand.lower()
    start = Hue(min(tones.brand.lightness, 0.6), min(tones.brand.chroma, 0.17), tones.brand.hue)
    return solve(start, grounds, 4.8, -STEP)


def _light_buttons(tones: _Tones, brand: str, colours: Colours) -> Colours:
    link = Hue.of(colours["brand"])
    deeper = paint(link.lightness - 0.09, link.chroma, link.hue)
    moved = colours["brand"] != brand.lower()
    # A light brand keeps its own colour on buttons, with dark words and a border that shows.
    if moved and contrast(brand, colours["ink"]) >= 4.8:
        return {
            "brand-2": deeper,
            "on-brand": "#ffffff",
            "go": brand.lower(),
            "on-go": colours["ink"],
        }
    return {"brand-2": deeper, "on-brand": "#ffffff", "go": colours["brand"], "on-go": "#ffffff"}


def _dark(tones: _Tones) -> Colours:
    n, g, hue, warm = tones.neutral, tones.glow, tones.hue, tones.lamp.hue
    colours = {
        "page": paint(0.19, 0.9 * n, hue),
        "surface": paint(0.232, n, hue),
        "tint": paint(0.272, 1.3 * n, hue),
        "glow": paint(0.262, 0.2 * g, warm),
        "glow-2": paint(0.325, 0.34 * g, warm),
        "way": paint(0.212, 0.08 * g, warm),
        "line": paint(0.36, 1.3 * n, hue),
    }
    grounds = _grounds(colours)
    brand = Hue(max(tones.brand.lightness, 0.8), min(tones.brand.chroma, 0.11), tones.brand.hue)
    colours |= {
        "ink": solve(Hue(0.925, min(tones.lamp.chroma, 0.012), warm), grounds, 9.5, STEP),
        "ink-2": solve(Hue(0.78, 1.1 * n, hue), grounds, 6.8, STEP),
        "edge": solve(Hue(0.50, 1.4 * n, hue), grounds, 3.2, STEP),
        "brand": solve(brand, grounds, 6.8, STEP),
    }
    colours |= _dark_buttons(colours) | _bar(tones, DARK)
    colours["alert"] = solve(Hue(0.78, 0.11, tones.alert), grounds, 6, STEP)
    colours["fill"] = solve(Hue(0.52, 0.165, tones.alert), [colours["on-bar"]], 4.8, -STEP)
    return colours


def _dark_buttons(colours: Colours) -> Colours:
    link = Hue.of(colours["brand"])
    return {
        "brand-2": paint(min(link.lightness + 0.08, 1), link.chroma * 0.7, link.hue),
        "on-brand": colours["page"],
        "go": colours["brand"],
        "on-go": colours["page"],
    }


def _bar(tones: _Tones, scheme: str) -> Colours:
    chroma, hue = tones.brand.chroma, tones.hue
    light = scheme == LIGHT
    bar = (
        paint(0.285, min(0.45 * chroma, 0.045), hue)
        if light
        else paint(0.34, min(0.55 * chroma, 0.05), hue)
    )
    lamp = Hue(0.84, min(tones.lamp.chroma, 0.15), tones.lamp.hue)
    # In the dark the lamp is also the colour of headings on the glow.
    return {"bar": bar, "on-bar": "#ffffff", "lamp": solve(lamp, [bar], 7 if light else 6, STEP)}


def _grounds(colours: Colours) -> list[str]:
    return [colours[role] for role in ("page", "surface", "tint", "glow", "glow-2", "way")]


def paint(lightness: float, chroma: float, hue: float) -> str:
    """Return a colour as hex, with as much of its chroma as sRGB can show."""
    lightness = min(max(lightness, 0.0), 1.0)
    while chroma > 0:
        colour = Color("oklch", [lightness, chroma, hue])
        if colour.in_gamut("srgb", tolerance=0.0005):
            return colour.convert("srgb").to_string(hex=True, fit="clip")
        chroma -= 0.002
    return Color("oklch", [lightness, 0, hue]).convert("srgb").to_string(hex=True, fit="clip")


def solve(start: Hue, grounds: Iterable[str], ratio: float, step: float) -> str:
    """Return the first colour from ``start`` with that contrast on every ground.

    Lightness moves by ``step`` until white or black ends the way.
    """
    grounds, lightness = list(grounds), start.lightness
    while True:
        colour = paint(lightness, start.chroma, start.hue)
        if worst(colour, grounds) >= ratio or not 0 < lightness < 1:
            return colour
        lightness += step


def worst(colour: str, grounds: Iterable[str]) -> float:
    """Return the lowest contrast of a colour on several grounds."""
    return min(contrast(colour, ground) for ground in grounds)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two hex colours (WCAG 2.2, “contrast ratio”)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def luminance(colour: str) -> float:
    """Return the relative luminance of a hex colour (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _notices(tones: _Tones, brand: str, light: Colours) -> Iterable[tuple[str, str]]:
    if light["brand"] != brand.lower():
        kept = f" and buttons keep {light['go']}" if light["go"] == brand.lower() else ""
        change = f"links use {light['brand']}{kept}"
        yield f"{brand} is too pale to be read as text, so {change}", "choose a darker brand"
    if tones.lamp.chroma < COLD_LAMP:
        yield "the lamp is close to grey", "choose a warmer one, so that the help block stands out"
    apart = abs((tones.brand.hue - tones.alert + 180) % 360 - 180)
    if tones.brand.chroma >= GREY and apart < NEAR_ALERT:
        yield "the brand is close to the red that means danger", "choose another hue"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The palette keeps its contrast whatever an organisation chooses."""

from __future__ import annotations

import random

import pytest
from havenpress.components.palette import Palette, contrast, palette, worst

AWKWARD = [
    "#ffff00", "#ff00aa", "#bfff00", "#000000", "#ffffff", "#808080",
    "#ff0000", "#00ffff", "#0000ff", "#ffd400", "#c9c9c9", "#f0b64a",
]  # fmt: skip
# What lies on all grounds, and the contrast that it must have there.
ON_GROUNDS = {"ink": 7, "ink-2": 4.8, "brand": 4.8, "brand-2": 4.5, "alert": 4.5, "edge": 3.2}
PAIRS = [
    ("on-go", "go", 4.5),
    ("on-brand", "brand-2", 4.5),
    ("on-bar", "bar", 4.8),
    ("on-bar", "fill", 4.8),
    ("lamp", "bar", 4.8),
    ("bar", "lamp", 4.8),
    ("page", "ink", 7),
]


def random_choices(count: int) -> list[tuple[str, str, str]]:
    """Pairs of colours, half of them with a third; the same ones in every run."""
    dice = random.Random(2026)

    def colour() -> str:
        return f"#{dice.randrange(1 << 24):06x}"

    return [(colour(), colour(), colour() if at % 2 else "") for at in range(count)]


def faults(palette: Palette) -> list[str]:
    """Pairs of a palette that readers could not make out."""
    found = []
    for scheme in (palette.light, palette.dark):
        grounds = [scheme[r] for r in ("page", "surface", "tint", "glow", "glow-2", "way")]
        found += [r for r, need in ON_GROUNDS.items() if worst(scheme[r], grounds) < need]
        found += [f"{a} on {b}" for a, b, need in PAIRS if contrast(scheme[a], scheme[b]) < need]
    dark = palette.dark
    return found + [g for g in ("glow", "glow-2") if contrast(dark["lamp"], dark[g]) < 4.8]


def test_the_default_colours_are_those_of_the_design() -> None:
    colours = palette("#22564b", "#f0b64a")
    assert colours.light["brand"] == "#22564b"
    assert (colours.light["page"], colours.light["glow"]) == ("#fcf9f6", "#ffe4b8")
    assert (colours.dark["page"], colours.dark["glow"]) == ("#101514", "#2c2315")
    assert colours.notices == ()


@pytest.mark.parametrize("brand", AWKWARD)
@pytest.mark.parametrize("lamp", ["#f0b64a", "#000000", "#ffffff", "#0040ff"])
def test_awkward_colours_keep_their_contrast(brand: str, lamp: str) -> None:
    assert faults(palette(brand, lamp)) == []


def test_random_colours_keep_their_contrast() -> None:
    found = {choice: faults(palette(*choice)) for choice in random_choices(150)}
    assert {choice: fault for choice, fault in found.items() if fault} == {}


@pytest.mark.full
def test_two_thousand_random_colours_keep_their_contrast() -> None:
    found = {choice: faults(palette(*choice)) for choice in random_choices(2000)}
    assert {choice: fault for choice, fault in found.items() if fault} == {}


def test_a_pale_brand_is_moved_and_said() -> None:
    notices = palette("#ffd400", "#f0b64a").notices
    assert len(notices) == 1
    assert "links use #" in notices[0][0]
    assert "buttons keep #ffd400" in notices[0][0]


def test_a_grey_lamp_and_a_red_brand_are_said() -> None:
    notices = " ".join(message for message, _ in palette("#b03030", "#999999").notices)
    assert "lamp" in notices
    assert "danger" in notices


def test_tokens_hold_plain_hex_only_and_dark_ones_are_for_screens() -> None:
    tokens = palette("#22564b", "#f0b64a").tokens
    assert "--brand:#22564b" in tokens
    assert "@media screen and (prefers-color-scheme:dark)" in tokens
    assert "oklch" not in tokens

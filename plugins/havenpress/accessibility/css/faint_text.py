# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that stand out too little from what is behind them, at either of the contrasts of WCAG.

Source: WCAG 2.2, 1.4.3 and 1.4.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from ..page import Page
from ..rule import Fault
from .colours import to_hex
from .painting import Painted, painted_texts


def faint_texts(page: Page, needed: float, needed_large: float) -> Iterator[Fault]:
    """Yield a fault for each text whose contrast, as a ratio to 1, is less than what is needed."""
    for painted in painted_texts(page):
        least = needed_large if painted.large else needed
        if painted.ratio < least:
            yield _fault(painted, least)


def _fault(painted: Painted, least: float) -> Fault:
    colours = f"{to_hex(painted.text)} on {to_hex(painted.behind)}"
    where = " in the dark scheme" if painted.scheme == "dark" else ""
    ratio = floor(painted.ratio * 100) / 100  # 4.499 is not enough, and must not read 4.50
    message = f"the contrast of {colours} is {ratio:.2f} to 1{where}"
    return Fault(painted.element, message, f"make it at least {least:g} to 1")

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ways in which a page is looked at."""

from __future__ import annotations

from dataclasses import dataclass

PHONE = (390, 844)
DESKTOP = (1280, 900)


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a page: a window in CSS pixels, a scheme of colours, a size of text."""

    name: str
    window: tuple[int, int]
    scheme: str = "light"
    text: int = 100  # per cent of the usual size
    forced: bool = False  # colours of the reader's own, as Windows' contrast themes have
    opened: bool = False  # what a reader can open is open


# A view is a change to the one before, so that a page is loaded twice and not ten times. Forced
# colours come last: they leave marks on the page.
VIEWS = (
    View("light, phone", PHONE),
    View("dark, phone", PHONE, scheme="dark"),
    View("text at 200 %, phone", PHONE, text=200),
    View("all opened, phone", PHONE, opened=True),
    View("forced colours, phone", PHONE, scheme="dark", forced=True),
    View("light, desktop", DESKTOP),
    View("dark, desktop", DESKTOP, scheme="dark"),
    View("text at 200 %, desktop", DESKTOP, text=200),
    View("all opened, desktop", DESKTOP, opened=True),
    View("forced colours, desktop", DESKTOP, forced=True),
)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The checkout that this package lies in: its settings files, its theme, its own folders."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def site_folder(name: str) -> Path:
    """Return where a folder of the site is if nobody says: here, or in the checkout around here.

    A writer in ``content/posts`` means the site that the text belongs to. Outside of the checkout
    nothing is guessed: a site that nobody named must not be published.
    """
    here = Path.cwd()
    if here.is_relative_to(ROOT) and not (here / "content").is_dir():
        return ROOT / name
    return Path(name)

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures: made anew at the size that the theme shows, without a word about who took them where.

The original is never copied. As a Pelican plugin on a foreign site it cleans every picture that
the site has written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["picture_of", "register"]


def register() -> None:
    """Connect the cleaning of whatever pictures a site has written."""
    from pelican import signals

    signals.finalized.connect(_clean)


def _clean(pelican: Any) -> None:
    from pathlib import Path

    from .cleaning import clean_folder

    clean_folder(Path(pelican.output_path))


def picture_of(settings: dict[str, Any]) -> Callable[..., dict[str, str] | None]:
    """Return the function that makes the attributes of ``img`` from a picture in a text."""
    from .placing import Placing

    return Placing(settings).place

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The services catalogue: YAML files in, checked, pages and open data out.

``PLUGINS = ["havenpress.catalogue"]`` with ``HAVENPRESS_CATALOGUE = {"path": "catalogue"}`` is
all that a Pelican site needs; its theme may have services.html, service.html, organization.html
and service-moved.html (``views`` says what they get), else the package's own extend the theme's
base.html. ``python -m havenpress.catalogue FOLDER`` checks a folder without a site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pelican import Pelican

__all__ = ["register"]


def register() -> None:
    """Connect to Pelican's signals, and no more."""
    from pelican import signals

    signals.get_generators.connect(_generator)
    signals.finalized.connect(_scan)


def _scan(pelican: Pelican) -> None:
    from .generator import scan_foreign

    scan_foreign(pelican.settings)


def _generator(pelican: Pelican) -> type:
    from .generator import CatalogueGenerator

    return CatalogueGenerator

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue as open data: HSDS JSON, and a table.

Only what readers may see is exported: no hidden entry, and of a confidential place nothing.
"""

from __future__ import annotations

from ..entries import Service
from ..freshness import HIDDEN, state_of
from ..presentation import Edition


def public_services(edition: Edition) -> list[Service]:
    """Return the services that readers can see, by id."""
    settings, today = edition.catalogue.settings, edition.today
    services = edition.catalogue.services.values()
    return [service for service in services if state_of(service, settings, today) != HIDDEN]

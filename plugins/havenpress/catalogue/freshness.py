# SPDX-License-Identifier: AGPL-3.0-or-later
"""How old an entry is, what readers then see of it, and which ones staff should check next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .catalogue import Catalogue
from .entries import Service, Settings

FRESH = "fresh"
STALE = "stale"
HIDDEN = "hidden"
CLOSED = "closed"


def state_of(service: Service, settings: Settings, today: datetime.date) -> str:
    """Return fresh, stale, hidden or closed.

    A crisis line is never hidden: it is what the sentence on hidden entries points to.
    """
    if service.is_closed:
        return CLOSED
    checked = service.verification.last_verified
    if checked is None:
        return STALE
    age = (today - checked).days
    if age > settings.stale.hide_after_days and not service.crisis:
        return HIDDEN
    return STALE if age > warn_after(service, settings) else FRESH


def warn_after(service: Service, settings: Settings) -> int:
    """Return the days after which an entry is labelled; a service may be stricter."""
    own = service.review_after_days
    return min(own, settings.stale.warn_after_days) if own else settings.stale.warn_after_days


def review_after(service: Service, settings: Settings) -> int:
    """Return the days after which staff should check an entry."""
    return service.review_after_days or settings.review_after_days


@dataclass(frozen=True, slots=True)
class Due:
    """One service that staff should check: by when, and what readers see of it now."""

    service: Service
    date: datetime.date
    days_late: int  # negative where the date is still ahead
    state: str


def list_due(catalogue: Catalogue, today: datetime.date, ahead: int = 0) -> list[Due]:
    """Return what should be checked by ``today`` and in the ``ahead`` days after, oldest first."""
    dues = [
        _due(service, catalogue.settings, today)
        for service in catalogue.services.values()
        if not service.is_closed
    ]
    wanted = [due for due in dues if due.days_late >= -ahead]
    return sorted(wanted, key=lambda due: (due.date, due.service.id))


def _due(service: Service, settings: Settings, today: datetime.date) -> Due:
    checked = service.verification.last_verified or datetime.date(2000, 1, 1)
    date = checked + datetime.timedelta(days=review_after(service, settings))
    return Due(service, date, (today - date).days, state_of(service, settings, today))

# SPDX-License-Identifier: AGPL-3.0-or-later
"""How old an entry is, what readers then see of it, and which ones staff should check next."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from .entries import Service, Settings
from .loader import Catalogue

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


def describe_due(dues: Iterable[Due], language: str) -> str:
    """Return the list as text, one service a line."""
    lines = [_line(due, language) for due in dues]
    return "".join(f"{line}\n" for line in lines) or "Nothing is due.\n"


def _line(due: Due, language: str) -> str:
    name = due.service.name.get(language, due.service.id)
    late = due.days_late
    when = f"{late} days late" if late > 0 else "today" if late == 0 else f"in {-late} days"
    seen = {STALE: "; readers see a label", HIDDEN: "; hidden from readers"}.get(due.state, "")
    return f"{due.date}  {due.service.place.file}: {name} ({when}{seen})"


def due_calendar(dues: Iterable[Due], language: str, today: datetime.date) -> str:
    """Return the list as an iCalendar file with a to-do a service (RFC 5545, section 3.6.2).

    It holds ids, names and dates, no phone numbers or places: calendars are shared.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Havenpress//Services to check//EN"]
    for due in dues:
        name = due.service.name.get(language, due.service.id)
        lines += [
            "BEGIN:VTODO",
            f"UID:{due.service.id}-{due.date}@services-to-check",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DUE;VALUE=DATE:{due.date:%Y%m%d}",
            f"SUMMARY:Check {_escape(name)}",
            f"DESCRIPTION:{_escape(due.service.place.file)}",
            "END:VTODO",
        ]
    return "".join(_fold(line) for line in [*lines, "END:VCALENDAR"])


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(text.split())


def _fold(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, continued by a space."""
    pieces, rest = [], line
    while len(rest.encode()) > 74:
        piece = rest.encode()[:74].decode(errors="ignore")
        pieces.append(piece)
        rest = rest[len(piece) :]
    return "\r\n ".join([*pieces, rest]) + "\r\n"

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue as one table, for people who work with spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ..entries import Service
from ..kinds.phones import Number
from ..presentation import Edition
from ..presentation.cards import card_of
from ..presentation.facts import ANSWERS, places_of
from . import public_services

COLUMNS = (
    "id", "name", "organization", "status", "categories", "needs", "areas", "languages",
    "description", "phones", "email", "url", "hours", "cost", "address", *ANSWERS,
    "last_verified",
)  # fmt: skip


def table_of(edition: Edition) -> str:
    """Return the services as CSV with a heading (RFC 4180, lines end with CRLF)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for service in public_services(edition):
        writer.writerow([_harmless(cell) for cell in _row(service, edition)])
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (CWE-1236)."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _row(service: Service, edition: Edition) -> list[str]:
    card, reachable = card_of(service, edition), service.reachable
    country = edition.catalogue.settings.country
    checked = service.verification.last_verified
    places = [", ".join(place.lines) or place.sentence for place in places_of(service, edition)]
    return [
        service.id,
        card.name,
        card.organization,
        str(service.status),
        ", ".join(service.categories),
        ", ".join(service.needs),
        card.areas,
        card.languages,
        " ".join(str(edition.phrase(service.description) or "").split()),
        ", ".join(_number(phone.number, country) for phone in reachable.phones),
        str(reachable.email or ""),
        str(reachable.url or ""),
        card.hours,
        card.cost,
        "; ".join(places),
        *(str(getattr(service.safety, name)) for name in ANSWERS),
        checked.isoformat() if checked else "",
    ]


def _number(number: Number, country: str) -> str:
    shown = number.shown(country)
    return f"{shown} ({number.only_in})" if number.only_in else shown


def write_table(edition: Edition, path: Path) -> None:
    """Write the table into a file."""
    path.write_text(table_of(edition), encoding="utf-8", newline="")

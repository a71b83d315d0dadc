# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading one entry on its own, as an editor or a form would check it."""

from __future__ import annotations

import datetime

from ..findings import Finding
from ..source import Mapping, read_yaml
from ..source.reading import Reading
from .catalogue import Catalogue
from .model.service import SERVICE
from .services import finish_service


def read_entry(text: str, file: str, catalogue: Catalogue, today: datetime.date) -> list[Finding]:
    """Return what is wrong with the text of one service in a catalogue."""
    node, findings = read_yaml(text, file)
    if not isinstance(node, Mapping):
        return findings
    reading = Reading(file, text, known_of(catalogue))
    values = SERVICE.read_node(node, reading)
    finish_service("entry", node, values, reading, today)
    return [*findings, *reading.findings]


def known_of(catalogue: Catalogue) -> dict[str, object]:
    """Return what a catalogue declares, as the kinds of its model ask for it."""
    settings = catalogue.settings
    return {
        "languages": list(settings.languages),
        "country": settings.country,
        "example": settings.example,
        "areas": list(settings.areas),
        "categories": list(catalogue.categories),
        "needs": list(catalogue.needs),
        "organizations": list(catalogue.organizations),
        "review_after_days": settings.review_after_days,
    }

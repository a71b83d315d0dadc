# SPDX-License-Identifier: AGPL-3.0-or-later
"""Values of catalogue.yaml alone: a time zone, and the UUID from which others are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ...findings import closest, did_you_mean
from ...source import Node, Text
from ...source.kinds.words import read_scalar
from ...source.reading import Reading


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its name in the IANA database."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        from zoneinfo import available_timezones

        text = read_scalar(node, reading, "a time zone")
        if text is None or text in _zones() or text == "UTC":
            return text
        if text in available_timezones():
            message = f"“{text}” has no summer time"
            remedy = "name a city, as in Europe/London"
            reading.fault(text, "value-choice", message, remedy)
            return None
        close = _zone_near(text)
        remedy = did_you_mean(close, "write one as in Europe/London")
        message = f"there is no time zone “{text}”"
        reading.fault(text, "value-choice", message, remedy, instead=close)
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string"}


@cache
def _zones() -> list[str]:
    """The time zones that are named for a place."""
    from zoneinfo import available_timezones

    return sorted(
        zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")
    )


def _zone_near(text: str) -> str | None:
    city = text.strip().replace(" ", "_").lower()
    named = [zone for zone in _zones() if zone.lower().rpartition("/")[2] == city]
    return next(iter(named), None) or closest(text, _zones())


@dataclass(frozen=True, slots=True)
class Uuid:
    """A UUID (RFC 9562)."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the value, or None after reporting what is wrong with it."""
        from uuid import UUID

        text = read_scalar(node, reading, "a UUID")
        if text is None:
            return None
        try:
            UUID(text)
        except ValueError:
            message = f"“{text}” is not a UUID"
            remedy = "make one with: python3 -c 'import uuid; print(uuid.uuid4())'"
            reading.fault(text, "value-text", message, remedy)
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "uuid"}

# SPDX-License-Identifier: AGPL-3.0-or-later
"""The places of a service; a confidential one has no record."""

from __future__ import annotations

from collections.abc import Iterator

from ...entries import UNKNOWN, Address, Location, Service
from .records import Record, Records, without_empty

PREMISES = ("step_free", "accessible_toilet", "hearing_loop", "parking", "quiet_room")


def locations_of(service: Service, records: Records) -> Iterator[Record]:
    """Yield the places of a service that everybody may know."""
    for at, location in enumerate(service.locations, 1):
        if not location.is_confidential:
            yield {
                "id": records.id_of("service_at_location", service.id, at),
                "location": _location(service, location, at, records),
            }


def _location(service: Service, location: Location, at: int, records: Records) -> Record:
    key = ("location", service.id, at)
    address = location.address if isinstance(location.address, Address) else Address()
    premises = location.accessibility
    record = {
        "id": records.id_of(*key),
        "location_type": "physical",
        "name": records.text(location.name),
        "transportation": records.text(location.transportation),
        "latitude": float(location.latitude) if location.latitude else None,
        "longitude": float(location.longitude) if location.longitude else None,
        "addresses": [_address(address, key, records)],
        "accessibility": [
            {
                "id": records.id_of(*key, "accessibility"),
                "description": records.text(premises.description),
            }
        ]
        if premises and premises.description
        else [],
        "attributes": [
            records.answer(key, name, getattr(premises, name), "accessibility")
            for name in PREMISES
            if premises and getattr(premises, name) != UNKNOWN
        ],
    }
    return without_empty(record)


def _address(address: Address, key: tuple[object, ...], records: Records) -> Record:
    """Return an address; the schema wants its six fields even where they are empty."""
    record = {
        "id": records.id_of(*key, "address"),
        "address_1": str(address.address_1),
        "city": str(address.city),
        "state_province": str(address.state_province),
        "postal_code": str(address.postal_code),
        "country": str(address.country),
        "address_type": "physical",
    }
    more = {"address_2": str(address.address_2), "region": str(address.region)}
    return record | {name: text for name, text in more.items() if text}

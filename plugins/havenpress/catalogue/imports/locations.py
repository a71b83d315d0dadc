# SPDX-License-Identifier: AGPL-3.0-or-later
"""The places of an HSDS record; one that looks confidential becomes the one word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...source.kinds.countries import known_country
from ..entries import CONFIDENTIAL
from ..kinds.locations import is_withheld
from .values import Record, answers_of, records, text_in, words

Note = Callable[[str, str], None]
ADDRESS = (
    "address_1", "address_2", "city", "region", "state_province", "postal_code", "country",
)  # fmt: skip
PREMISES = ("step_free", "accessible_toilet", "hearing_loop", "parking", "quiet_room")
# Flags of other directories for a place that must not be known.
HIDDEN_FLAGS = ("is_hidden", "hidden", "confidential", "is_confidential", "redacted", "private")


def locations_of(record: Record, language: str, country: str, note: Note) -> Iterator[Record]:
    """Yield the places of a service; ``note`` is told what is not taken, and why.

    ``country`` is that of an address which names none.
    """
    seen = []
    for at in records(record.get("service_at_locations")):
        location = at.get("location") if isinstance(at.get("location"), dict) else {}
        place = _place(location, language, country, note)
        if place and place not in seen:
            seen.append(place)
            yield place


def _place(location: Record, language: str, country: str, note: Note) -> Record | None:
    if _is_withheld(location):
        note("location", "it looks confidential, so nothing of it is taken but that word")
        return {"address": CONFIDENTIAL}
    kind, addresses = words(location.get("location_type")), records(location.get("addresses"))
    if kind in {"virtual", "postal"} or not addresses:
        if location:
            note("location", f"it is {kind or 'without an address'}, and no place to go to")
        return None
    addresses[0] = _with_country(addresses[0], country, note)
    for more in addresses[1:]:
        note("location", f"its second address is not taken ({words(more.get('city'))})")
    taken = {
        "name": text_in(language, location.get("name")),
        "address": {key: text for key in ADDRESS if (text := words(addresses[0].get(key)))},
        "transportation": text_in(language, location.get("transportation")),
        "accessibility": _accessibility(location, language),
        "latitude": words(location.get("latitude")),
        "longitude": words(location.get("longitude")),
    }
    return {key: value for key, value in taken.items() if value}


def _with_country(address: Record, country: str, note: Note) -> Record:
    """Return an address with the code of its country: “USA” is none, and leaves no doubt."""
    named = words(address.get("country"))
    if not named and country:
        note("location", f"its address names no country; “{country}” is taken, so check it")
    known = known_country(named or country)
    return {**address, "country": known} if known else address


def _accessibility(location: Record, language: str) -> Record:
    taken = answers_of(location, "accessibility", PREMISES)
    premises = records(location.get("accessibility"))
    if premises and (described := text_in(language, premises[0].get("description"))):
        taken["description"] = described
    return taken


def _is_withheld(value: Any) -> bool:
    """Return whether a location says in a flag or in words that it must not be known."""
    if isinstance(value, str):
        return is_withheld(value) and len(value) < 200
    if isinstance(value, list):
        return any(_is_withheld(each) for each in value)
    if not isinstance(value, dict):
        return False
    flags = {str(key).lower().lstrip("@"): each for key, each in value.items()}
    if any(
        words(str(flags.get(flag, ""))).lower() in {"true", "yes", "1"} for flag in HIDDEN_FLAGS
    ):
        return True
    looked = (
        "location_type",
        "name",
        "description",
        "addresses",
        "address_1",
        "address_2",
        "attention",
    )
    return any(_is_withheld(value.get(key)) for key in (*looked, "city", "alternate_name"))

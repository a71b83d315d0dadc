# SPDX-License-Identifier: AGPL-3.0-or-later
"""A service in the fields that the Open Referral UK profile keeps of HSDS 3.0, and in no other.

The profile lets other fields pass, so the whole records are valid by it as well; these are for
readers that refuse what they do not know. It has no field for telephone numbers, languages, the
way in and documents: these become sentences of the description.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..presentation import Edition

Record = dict[str, Any]
# By kind of record: the fields that are kept, each with the kind that it nests.
ATTRIBUTE = {"attributes": "attribute"}
KEPT: dict[str, dict[str, str]] = {
    "service": {
        **dict.fromkeys(
            (
                "id", "name", "description", "url", "email", "status", "fees", "accreditations",
                "minimum_age", "maximum_age", "assured_date", "alert",
            ),
            "",
        ),
        "schedules": "schedule", "service_areas": "service_area",
        "service_at_locations": "service_at_location", "organization": "organization",
        "cost_options": "cost_option", **ATTRIBUTE,
    },
    "schedule": dict.fromkeys(("id", "freq", "interval", "byday", "opens_at", "closes_at"), ""),
    "service_area": dict.fromkeys(("id", "name"), ""),
    "service_at_location": {"id": "", "location": "location"},
    "location": {
        **dict.fromkeys(("id", "location_type", "name", "latitude", "longitude"), ""),
        "addresses": "address", "accessibility": "accessibility", **ATTRIBUTE,
    },
    "address": dict.fromkeys(
        (
            "id", "address_1", "city", "region", "state_province", "postal_code", "country",
            "address_type",
        ),
        "",
    ),
    "accessibility": dict.fromkeys(("id", "description"), ""),
    "organization": dict.fromkeys(("id", "name", "description", "email", "website"), ""),
    "cost_option": dict.fromkeys(("id", "option", "amount"), ""),
    "attribute": {
        **dict.fromkeys(("id", "link_id", "taxonomy_term_id", "link_type"), ""),
        "taxonomy_term": "taxonomy_term",
    },
    "taxonomy_term": dict.fromkeys(("id", "name", "description", "taxonomy", "taxonomy_id"), ""),
}  # fmt: skip


def oruk_of(service: Record, edition: Edition) -> Record:
    """Return a record of HSDS 3.1 as the profile has it."""
    told = " ".join([service["description"], *_sentences(service, edition)])
    fees = service.get("fees_description", "")
    whole = {**service, "description": told} | ({"fees": fees} if fees else {})
    return _kept(whole, "service")


def _sentences(service: Record, edition: Edition) -> Iterator[str]:
    """Yield what the profile has no field for."""
    words = edition.words
    for key in ("eligibility_description", "application_process", "interpretation_services"):
        if text := service.get(key):
            yield text
    if documents := [each["document"] for each in service.get("required_documents", ())]:
        yield f"{words('facts.documents')} {words.join(documents)}."
    names = [each["name"] for each in service.get("languages", ()) if "name" in each]
    if names:
        yield f"{words('facts.languages')} {words.join(names)}."
    for phone in service.get("phones", ()):
        action = words(f"contact.actions.{phone['type']}")
        only = [
            f" ({words('contact.only_in', country=words.country_name(each['value']))})"
            for each in phone.get("attributes", ())
            if each["taxonomy_term"]["name"].startswith("country:")
        ]
        yield f"{action}: {phone['number']}{''.join(only)}."


def _kept(record: Record, kind: str) -> Record:
    fields = KEPT[kind]
    return {name: _nested(value, fields[name]) for name, value in record.items() if name in fields}


def _nested(value: Any, kind: str) -> Any:
    if not kind:
        return value
    return [_kept(each, kind) for each in value] if isinstance(value, list) else _kept(value, kind)

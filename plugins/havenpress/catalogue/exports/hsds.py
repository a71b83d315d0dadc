# SPDX-License-Identifier: AGPL-3.0-or-later
"""HSDS 3.1 as static files (Human Services Data Specification, Open Referral).

Schema-valid records, not a conforming API: files cannot answer query parameters. Ids are UUIDs
made from the catalogue's namespace and the slugs, so that a new domain changes none of them. A
confidential place has no location object at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from ..entries import UNKNOWN, Address, Location, Organization, Phone, Service, Term
from ..hours import MINUTES, Hours
from ..presentation import Edition
from ..presentation.facts import ANSWERS, ages_text
from . import public_services
from .oruk import oruk_of

Record = dict[str, Any]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PROFILE = "https://docs.openreferral.org/en/3.1/hsds/overview.html"
# A catalogue that names no namespace gets ids that are stable, but not the world's only ones.
FALLBACK = UUID("00000000-0000-0000-0000-000000000000")


class Exporter:
    """The records of one language of a catalogue."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.namespace = UUID(edition.catalogue.settings.id_namespace or str(FALLBACK))

    def id_of(self, *parts: object) -> str:
        """Return the id of a thing by its kind and slugs."""
        return str(uuid5(self.namespace, "/".join(map(str, parts))))

    def text(self, texts: Any) -> str:
        """Return a text in the language of the export."""
        return " ".join(str(self.edition.phrase(texts) or "").split())

    def services(self) -> list[Record]:
        """Return all services, fully nested."""
        return [self.service(service) for service in public_services(self.edition)]

    def service(self, service: Service) -> Record:
        """Return one service, fully nested."""
        checked = service.verification.last_verified
        record = {
            "id": self.id_of("service", service.id),
            "name": self.text(service.name),
            "alternate_name": self.text(service.alternate_name),
            "description": self.text(service.description),
            "url": str(service.url or ""),
            "email": str(service.email or ""),
            "status": str(service.status),
            "alert": self.text(service.alert),
            "interpretation_services": self.text(service.interpretation_services),
            "application_process": self.text(service.application_process),
            "fees_description": self._fees(service),
            "accreditations": self.text(service.accreditations),
            "eligibility_description": self._eligibility(service),
            "minimum_age": service.minimum_age,
            "maximum_age": service.maximum_age,
            "assured_date": checked.isoformat() if checked else "",
            "phones": [] if service.is_closed else self._phones(service),
            "schedules": list(self._schedules(service)),
            "service_areas": list(self._areas(service)),
            "service_at_locations": list(self._places(service)),
            "languages": list(self._languages(service)),
            "organization": self._organization_of(service),
            "cost_options": self._costs(service),
            "required_documents": list(self._documents(service)),
            "attributes": list(self._attributes(service)),
        }
        return _without_empty(record)

    def _fees(self, service: Service) -> str:
        words = self.edition.words(f"cost.{service.cost.type}")
        return " ".join(filter(None, (words, self.text(service.cost.description))))

    def _eligibility(self, service: Service) -> str:
        parts = (self.text(service.eligibility_description), ages_text(service, self.edition))
        return " ".join(filter(None, parts))

    def _phones(self, service: Service) -> list[Record]:
        return [self._phone(service, phone, at) for at, phone in enumerate(service.phones, 1)]

    def _phone(self, service: Service, phone: Phone, at: int) -> Record:
        key = ("phone", service.id, at)
        record = {
            "id": self.id_of(*key),
            "number": phone.number.e164 or str(phone.number.typed),
            "extension": int(phone.extension) if phone.extension else None,
            "type": str(phone.type),
            "description": self.text(phone.description),
            "languages": [
                {"id": self.id_of(*key, code), "code": str(code)} for code in phone.languages
            ],
            "attributes": [
                self._answer(key, name, getattr(phone, name), "phone")
                for name in PHONE_ANSWERS
                if getattr(phone, name) != UNKNOWN
            ],
        }
        return _without_empty(record)

    def _schedules(self, service: Service) -> Iterator[Record]:
        for at, (days, opens, closes) in enumerate(_weekly(service.hours), 1):
            yield {
                "id": self.id_of("schedule", service.id, at),
                "freq": "WEEKLY",
                "interval": 1,
                "byday": ",".join(days),
                "opens_at": opens,
                "closes_at": closes,
            }

    def _areas(self, service: Service) -> Iterator[Record]:
        known = self.edition.catalogue.settings.areas
        for slug in service.areas:
            yield {
                "id": self.id_of("service_area", service.id, slug),
                "name": self.text(known[slug].name),
            }

    def _languages(self, service: Service) -> Iterator[Record]:
        for language in service.languages:
            yield _without_empty(
                {
                    "id": self.id_of("language", service.id, language.code),
                    "code": str(language.code),
                    "name": self.edition.words.language_name(language.code),
                    "note": self.text(language.note),
                }
            )

    def _places(self, service: Service) -> Iterator[Record]:
        for at, location in enumerate(service.locations, 1):
            if not location.is_confidential:
                yield {
                    "id": self.id_of("service_at_location", service.id, at),
                    "location": self._location(service, location, at),
                }

    def _location(self, service: Service, location: Location, at: int) -> Record:
        key = ("location", service.id, at)
        address = location.address if isinstance(location.address, Address) else Address()
        premises = location.accessibility
        record = {
            "id": self.id_of(*key),
            "location_type": "physical",
            "name": self.text(location.name),
            "transportation": self.text(location.transportation),
            "latitude": float(location.latitude) if location.latitude else None,
            "longitude": float(location.longitude) if location.longitude else None,
            "addresses": [self._address(address, key)],
            "accessibility": [
                {
                    "id": self.id_of(*key, "accessibility"),
                    "description": self.text(premises.description),
                }
            ]
            if premises and premises.description
            else [],
            "attributes": [
                self._answer(key, name, getattr(premises, name), "accessibility")
                for name in PREMISES
                if premises and getattr(premises, name) != UNKNOWN
            ],
        }
        return _without_empty(record)

    def _address(self, address: Address, key: tuple[object, ...]) -> Record:
        """Return an address; the schema wants its six fields even where they are empty."""
        record = {
            "id": self.id_of(*key, "address"),
            "address_1": str(address.address_1),
            "city": str(address.city),
            "state_province": str(address.state_province),
            "postal_code": str(address.postal_code),
            "country": str(address.country),
            "address_type": "physical",
        }
        more = {"address_2": str(address.address_2), "region": str(address.region)}
        return record | {name: text for name, text in more.items() if text}

    def _organization_of(self, service: Service) -> Record | None:
        organization = self.edition.catalogue.organizations.get(service.organization)
        return self.organization(organization) if organization else None

    def organization(self, organization: Organization) -> Record:
        """Return one organisation."""
        return _without_empty(
            {
                "id": self.id_of("organization", organization.id),
                "name": self.text(organization.name),
                "description": self.text(organization.description),
                "website": str(organization.website or ""),
                "email": str(organization.email or ""),
            }
        )

    def _costs(self, service: Service) -> list[Record]:
        if service.cost.type == UNKNOWN:
            return []
        return [
            {"id": self.id_of("cost_option", service.id), "option": str(service.cost.type)}
            | ({"amount": 0} if service.cost.type == "free" else {})
        ]

    def _documents(self, service: Service) -> Iterator[Record]:
        for at, document in enumerate(service.required_documents or (), 1):
            yield {
                "id": self.id_of("required_document", service.id, at),
                "document": self.text(document),
            }

    def _attributes(self, service: Service) -> Iterator[Record]:
        key = ("service", service.id)
        for slug in service.categories:
            yield from self._term(key, "category", slug, self.edition.catalogue.categories[slug])
        for slug in service.needs:
            yield from self._term(key, "need", slug, self.edition.catalogue.needs[slug])
        for name in ANSWERS:
            yield self._answer(key, name, getattr(service.safety, name), "safety")

    def _term(self, key: tuple[object, ...], kind: str, slug: str, term: Term) -> Iterator[Record]:
        for taxonomy, record in self.taxonomy_terms(kind, slug, term):
            yield {
                "id": self.id_of("attribute", *key, kind, slug, *taxonomy),
                "link_id": self.id_of(*key),
                "link_type": kind,
                "link_entity": "service",
                "taxonomy_term": record,
            }

    def taxonomy_terms(
        self, kind: str, slug: str, term: Term
    ) -> Iterator[tuple[tuple[str, ...], Record]]:
        """Yield a category or a need as a term of our own taxonomy, and of others that have it."""
        codes = {(): slug, ("Open Eligibility",): term.openeligibility, ("211 HSIS",): term.hsis}
        name = self.text(term.name)
        for taxonomy, code in codes.items():
            if code:
                own = taxonomy or (f"{kind} of this catalogue",)
                yield (
                    taxonomy,
                    {
                        "id": self.id_of("taxonomy_term", kind, slug, *taxonomy),
                        "code": str(code),
                        "name": name,
                        "description": self.text(term.description) or name,
                        "taxonomy": own[0],
                        "taxonomy_id": self.id_of("taxonomy", *own),
                    },
                )

    def all_terms(self) -> list[Record]:
        """Return every term of the catalogue, and every answer that a service gives."""
        catalogue = self.edition.catalogue
        groups = (("category", catalogue.categories), ("need", catalogue.needs))
        terms = [
            record
            for kind, group in groups
            for slug, term in group.items()
            for _, record in self.taxonomy_terms(kind, slug, term)
        ]
        answers = [each["taxonomy_term"] for each in _attributes_in(self.services())]
        return list({term["id"]: term for term in [*terms, *answers]}.values())

    def taxonomies(self) -> list[Record]:
        """Return the taxonomies of all terms."""
        names = {term["taxonomy_id"]: term["taxonomy"] for term in self.all_terms()}
        return [
            {"id": key, "name": name, "description": TAXONOMIES.get(name, name)}
            for key, name in names.items()
        ]

    def _answer(self, key: tuple[object, ...], name: str, value: str, kind: str) -> Record:
        term = {
            "id": self.id_of("taxonomy_term", kind, name, value),
            "name": f"{name}: {value}",
            "description": name.replace("_", " "),
            "taxonomy": f"{kind} of this catalogue",
            "taxonomy_id": self.id_of("taxonomy", f"{kind} of this catalogue"),
        }
        return {
            "id": self.id_of("attribute", *key, kind, name),
            "link_id": self.id_of(*key),
            "link_type": kind,
            "link_entity": str(key[0]),
            "value": str(value),
            "taxonomy_term": term,
        }


PHONE_ANSWERS = ("free_to_call", "shows_on_bill", "shows_in_call_history", "voicemail", "call_back")
PREMISES = ("step_free", "accessible_toilet", "hearing_loop", "parking", "quiet_room")


TAXONOMIES = {
    "Open Eligibility": "The taxonomy of human services by findhelp",
    "211 HSIS": "The 211 Human Services Indexing System",
}


def _attributes_in(value: Any) -> Iterator[Record]:
    """Yield the attributes anywhere inside a value."""
    if isinstance(value, dict):
        yield from value.get("attributes", ())
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _attributes_in(each)


def _without_empty(record: Record) -> Record:
    """Return a record without what is not known; nulls and empty texts are not valid."""
    return {name: value for name, value in record.items() if value not in (None, "", [])}


def _weekly(hours: Hours | None) -> Iterator[tuple[list[str], str, str]]:
    """Yield the days that share a span of time, with when it opens and closes."""
    if hours is None:
        return
    if hours.always:
        yield list(DAYS), "00:00", "23:59"
        return
    spans: dict[tuple[int, int], list[str]] = {}
    for name, day in zip(DAYS, hours.week, strict=True):
        for span in day.spans if day else ():
            spans.setdefault(span, []).append(name)
    for (start, end), days in sorted(spans.items()):
        yield days, _clock(start), "23:59" if end == MINUTES else _clock(end % MINUTES)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def hsds_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of an export."""
    exporter = Exporter(edition)
    services = exporter.services()
    organizations = {each["organization"]["id"]: each["organization"] for each in services}
    yield "index.json", _json({"version": "3.1", "profile": PROFILE})
    yield "services.json", _json(_page([_flat(service) for service in services]))
    yield "services.ndjson", "".join(_line(service) for service in services)
    for service in services:
        yield f"services/{service['id']}.json", _json(service)
    british = []
    for service in services:
        record = oruk_of(service, edition)
        british.append(_flat(record))
        yield f"oruk/services/{service['id']}.json", _json(record)
    yield "oruk/services.json", _json(_page(british))
    yield "organizations.json", _json(_page(list(organizations.values())))
    for key, organization in organizations.items():
        yield f"organizations/{key}.json", _json(organization)
    yield "taxonomies.json", _json(_page(exporter.taxonomies()))
    yield "taxonomy_terms.json", _json(_page(exporter.all_terms()))


def _flat(service: Record) -> Record:
    nested = (list, dict)
    flat = {name: value for name, value in service.items() if not isinstance(value, nested)}
    return flat | {"organization": service["organization"]}


def _page(contents: list[Record]) -> Record:
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def write_hsds(edition: Edition, folder: Path) -> None:
    """Write an export of one language into a folder."""
    for name, text in hsds_files(edition):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

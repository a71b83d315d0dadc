# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records of services, fully nested."""

from __future__ import annotations

from collections.abc import Iterator

from ...entries import UNKNOWN, Organization, Service
from ...presentation import Edition
from ...presentation.facts import ages_text
from .. import public_services
from .locations import locations_of
from .phones import phones_of
from .records import Record, Records, without_empty
from .schedules import schedules_of
from .terms import attributes_of


class Exporter:
    """The records of one language of a catalogue."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.records = Records(edition)

    def services(self) -> list[Record]:
        """Return all services, fully nested."""
        return [self.service(service) for service in public_services(self.edition)]

    def service(self, service: Service) -> Record:
        """Return one service, fully nested."""
        records, reachable = self.records, service.reachable
        checked = service.verification.last_verified
        record = {
            "id": records.id_of("service", service.id),
            "name": records.text(service.name),
            "alternate_name": records.text(service.alternate_name),
            "description": records.text(service.description),
            "url": str(reachable.url or ""),
            "email": str(reachable.email or ""),
            "phones": phones_of(reachable, records),
            "status": str(service.status),
            "alert": records.text(service.alert),
            "interpretation_services": records.text(service.interpretation_services),
            "application_process": records.text(service.application_process),
            "fees_description": self._fees(service),
            "accreditations": records.text(service.accreditations),
            "eligibility_description": self._eligibility(service),
            "minimum_age": service.minimum_age,
            "maximum_age": service.maximum_age,
            "assured_date": checked.isoformat() if checked else "",
            "schedules": list(schedules_of(service, records)),
            "service_areas": list(self._areas(service)),
            "service_at_locations": list(locations_of(service, records)),
            "languages": list(self._languages(service)),
            "organization": self._organization_of(service),
            "cost_options": self._costs(service),
            "required_documents": list(self._documents(service)),
            "attributes": list(attributes_of(service, records)),
        }
        return without_empty(record)

    def _fees(self, service: Service) -> str:
        words = self.edition.words(f"cost.{service.cost.type}")
        return " ".join(filter(None, (words, self.records.text(service.cost.description))))

    def _eligibility(self, service: Service) -> str:
        parts = (
            self.records.text(service.eligibility_description),
            ages_text(service, self.edition),
        )
        return " ".join(filter(None, parts))

    def _areas(self, service: Service) -> Iterator[Record]:
        known = self.edition.catalogue.settings.areas
        for slug in service.areas:
            yield {
                "id": self.records.id_of("service_area", service.id, slug),
                "name": self.records.text(known[slug].name),
            }

    def _languages(self, service: Service) -> Iterator[Record]:
        for language in service.languages:
            yield without_empty(
                {
                    "id": self.records.id_of("language", service.id, language.code),
                    "code": str(language.code),
                    "name": self.edition.words.language_name(language.code),
                    "note": self.records.text(language.note),
                }
            )

    def _organization_of(self, service: Service) -> Record | None:
        organization = self.edition.catalogue.organizations.get(service.organization)
        return self.organization(organization) if organization else None

    def organization(self, organization: Organization) -> Record:
        """Return one organisation."""
        return without_empty(
            {
                "id": self.records.id_of("organization", organization.id),
                "name": self.records.text(organization.name),
                "description": self.records.text(organization.description),
                "website": str(organization.website or ""),
                "email": str(organization.email or ""),
            }
        )

    def _costs(self, service: Service) -> list[Record]:
        if service.cost.type == UNKNOWN:
            return []
        return [
            {"id": self.records.id_of("cost_option", service.id), "option": str(service.cost.type)}
            | ({"amount": 0} if service.cost.type == "free" else {})
        ]

    def _documents(self, service: Service) -> Iterator[Record]:
        for at, document in enumerate(service.required_documents or (), 1):
            yield {
                "id": self.records.id_of("required_document", service.id, at),
                "document": self.records.text(document),
            }

# SPDX-License-Identifier: AGPL-3.0-or-later
"""A catalogue: its settings, its terms, and its entries by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .entries import Organization, Service, Settings, Term


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the files say; services and organisations by id, in the order of ids."""

    settings: Settings = field(default_factory=Settings)
    categories: Mapping[str, Term] = field(default_factory=dict)
    needs: Mapping[str, Term] = field(default_factory=dict)
    organizations: Mapping[str, Organization] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)

    def lookup(self, service_id: str) -> Service | None:
        """Return the service that has or had an id, or None."""
        found = self.services.get(service_id)
        return found or self.renamed.get(service_id)

    @property
    def renamed(self) -> dict[str, Service]:
        """The services that had another id, by that id."""
        return {str(old): service for service in self.services.values() for old in service.formerly}

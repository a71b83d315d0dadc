# SPDX-License-Identifier: AGPL-3.0-or-later
"""HSDS as tables, one for each kind of record, put together as HSDS nests them.

Tables are files of a folder (``services.csv``, ``phones.json`` …), the resources of a tabular data
package, or the parts of one JSON file. They refer to each other by ids; a row that refers to
nothing that is there belongs to no service.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

Record = dict[str, Any]
Tables = dict[str, list[Record]]
KINDS = (
    "organization", "program", "service", "attribute", "service_at_location", "location", "phone",
    "contact", "address", "schedule", "funding", "service_area", "required_document", "language",
    "accessibility", "taxonomy_term", "taxonomy", "cost_option", "url", "organization_identifier",
    "service_capacity", "unit", "metadata", "meta_table_description",
)  # fmt: skip
# What HSDS nests below a service, under which name; a row may also hang at one of its places.
BELOW_SERVICE = {
    "phone": "phones", "schedule": "schedules", "service_area": "service_areas",
    "language": "languages", "required_document": "required_documents",
    "cost_option": "cost_options", "contact": "contacts", "funding": "funding",
    "url": "additional_urls", "service_capacity": "capacities",
}  # fmt: skip
BELOW_LOCATION = {"address": "addresses", "accessibility": "accessibility"}
# Tables of which a row says nothing about a service by itself.
SILENT = {"taxonomy_term", "taxonomy", "unit", "metadata", "meta_table_description", "program"}


def kind_of(name: str) -> str:
    """Return the kind of record that a table’s name stands for, singular or plural; or nothing."""
    stem = PurePath(name.lower().replace("-", "_")).stem
    forms = ((kind, {kind, f"{kind}s", f"{kind}es", f"{kind[:-1]}ies"}) for kind in KINDS)
    return next((kind for kind, names in forms if stem in names), "")


def tables_in(value: Any) -> Tables | None:
    """Return the tables of a JSON file that holds several; None where it is something else."""
    if not isinstance(value, dict) or "name" in value:
        return None
    found = {
        kind_of(str(name)) or str(name): rows
        for name, rows in value.items()
        if isinstance(rows, list)
    }
    return found if found.keys() & {"service", "organization"} and len(found) > 1 else None


class Package:
    """Tables that refer to each other; remembers which rows have found their place."""

    def __init__(self, tables: Mapping[str, Iterable[Any]]) -> None:
        self.tables = {
            kind: [_without_empty(row) for row in rows if isinstance(row, dict)]
            for kind, rows in tables.items()
        }
        self.used: set[int] = set()
        self._indexes: dict[tuple[str, str], dict[str, list[Record]]] = {}

    def services(self) -> list[Record]:
        """Return each service with everything that belongs to it."""
        return [self._service(row) for row in self.tables.get("service", ())]

    def organizations(self) -> list[Record]:
        """Return the organisations to which no service belongs."""
        rows = self.tables.get("organization", ())
        return [self._use(row) for row in rows if id(row) not in self.used]

    def left_over(self) -> Iterator[str]:
        """Yield what belongs to nothing here, table by table; after the others were asked for."""
        for kind, rows in self.tables.items():
            count = sum(id(row) not in self.used for row in rows)
            if count and kind not in SILENT:
                yield f"the table of {kind} records: {count} of {len(rows)} belong to no service"

    def _use(self, row: Record) -> Record:
        self.used.add(id(row))
        return row

    def _by(self, kind: str, field: str) -> dict[str, list[Record]]:
        """Return the rows of a table by what they hold in a field."""
        if (kind, field) not in self._indexes:
            index = self._indexes[kind, field] = {}
            for row in self.tables.get(kind, ()):
                index.setdefault(str(row.get(field, "")), []).append(row)
        return self._indexes[kind, field]

    def _find(self, kind: str, wanted: Any) -> Record | None:
        found = self._by(kind, "id").get(str(wanted)) if wanted else None
        return self._use(found[0]) if found else None

    def _of(self, kind: str, **owners: list[Any]) -> list[Record]:
        """Return the rows that name one of the owners, given as ids by the field that names them."""
        found = {
            id(row): row
            for field, ids in owners.items()
            for wanted in ids
            for row in (self._by(kind, field).get(str(wanted), ()) if wanted else ())
        }
        return [self._use(row) for row in found.values()]

    def _service(self, row: Record) -> Record:
        self._use(row)
        joins = self._of("service_at_location", service_id=[row.get("id")])
        owners = {
            "service_id": [row.get("id")],
            "service_at_location_id": [join.get("id") for join in joins],
            "location_id": [join.get("location_id") for join in joins],
        }
        below = {name: self._of(kind, **owners) for kind, name in BELOW_SERVICE.items()}
        below["languages"] = [each for each in below["languages"] if _is_of_service(each, owners)]
        below["attributes"] = self._attributes(row)
        below["service_at_locations"] = [self._at_location(join) for join in joins]
        below["organization"] = self._find("organization", row.get("organization_id"))
        self._find("program", row.get("program_id"))
        own = {key: value for key, value in row.items() if not key.endswith("_id")}
        return {**own, **{name: value for name, value in below.items() if value}}

    def _at_location(self, join: Record) -> Record:
        location = self._find("location", join.get("location_id"))
        if location is None:
            return {}
        rows = {
            name: self._of(kind, location_id=[location.get("id")])
            for kind, name in BELOW_LOCATION.items()
        }
        return {"location": {**location, **rows}}

    def _attributes(self, row: Record) -> list[Record]:
        return [
            {**each, "taxonomy_term": self._term(each.get("taxonomy_term_id"))}
            for each in self._of("attribute", link_id=[row.get("id")])
        ]

    def _term(self, wanted: Any) -> Record:
        term = self._find("taxonomy_term", wanted) or {}
        taxonomy = self._find("taxonomy", term.get("taxonomy_id")) or {}
        return {"taxonomy": taxonomy.get("name"), **term}


def _is_of_service(language: Record, owners: Mapping[str, list[Any]]) -> bool:
    """A language of one telephone is not spoken in the whole service."""
    return language.get("service_id") in owners["service_id"] or "phone_id" not in language


def _without_empty(row: Record) -> Record:
    return {str(key): value for key, value in row.items() if value not in (None, "", [])}

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Categories, needs and answers: terms of taxonomies, and the attributes that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...entries import Service, Term
from ...presentation.facts import ANSWERS
from .records import Record, Records

TAXONOMIES = {
    "Open Eligibility": "The taxonomy of human services by findhelp",
    "211 HSIS": "The 211 Human Services Indexing System",
}


def attributes_of(service: Service, records: Records) -> Iterator[Record]:
    """Yield the categories and needs of a service, and its answers about safety."""
    key, catalogue = ("service", service.id), records.edition.catalogue
    for slug in service.categories:
        yield from _term(key, "category", slug, catalogue.categories[slug], records)
    for slug in service.needs:
        yield from _term(key, "need", slug, catalogue.needs[slug], records)
    for name in ANSWERS:
        yield records.answer(key, name, getattr(service.safety, name), "safety")


def _term(
    key: tuple[object, ...], kind: str, slug: str, term: Term, records: Records
) -> Iterator[Record]:
    for taxonomy, record in _taxonomy_terms(kind, slug, term, records):
        yield {
            "id": records.id_of("attribute", *key, kind, slug, *taxonomy),
            "link_id": records.id_of(*key),
            "link_type": kind,
            "link_entity": "service",
            "taxonomy_term": record,
        }


def _taxonomy_terms(
    kind: str, slug: str, term: Term, records: Records
) -> Iterator[tuple[tuple[str, ...], Record]]:
    """Yield a category or a need as a term of our own taxonomy, and of others that have it."""
    codes = {(): slug, ("Open Eligibility",): term.openeligibility, ("211 HSIS",): term.hsis}
    name = records.text(term.name)
    for taxonomy, code in codes.items():
        if code:
            own = taxonomy or (f"{kind} of this catalogue",)
            yield (
                taxonomy,
                {
                    "id": records.id_of("taxonomy_term", kind, slug, *taxonomy),
                    "code": str(code),
                    "name": name,
                    "description": records.text(term.description) or name,
                    "taxonomy": own[0],
                    "taxonomy_id": records.id_of("taxonomy", *own),
                },
            )


def all_terms(services: list[Record], records: Records) -> list[Record]:
    """Return every term of the catalogue, and every answer that the records of services give."""
    catalogue = records.edition.catalogue
    groups = (("category", catalogue.categories), ("need", catalogue.needs))
    terms = [
        record
        for kind, group in groups
        for slug, term in group.items()
        for _, record in _taxonomy_terms(kind, slug, term, records)
    ]
    answers = [each["taxonomy_term"] for each in _attributes_in(services)]
    return list({term["id"]: term for term in [*terms, *answers]}.values())


def taxonomies_of(terms: list[Record]) -> list[Record]:
    """Return the taxonomies of terms."""
    names = {term["taxonomy_id"]: term["taxonomy"] for term in terms}
    return [
        {"id": key, "name": name, "description": TAXONOMIES.get(name, name)}
        for key, name in names.items()
    ]


def _attributes_in(value: Any) -> Iterator[Record]:
    """Yield the attributes anywhere inside a value."""
    if isinstance(value, dict):
        yield from value.get("attributes", ())
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _attributes_in(each)

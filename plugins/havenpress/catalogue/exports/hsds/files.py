# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of an export: pages of records, each record alone, and one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...presentation import Edition
from ..oruk import oruk_of
from .records import Record
from .services import Exporter
from .terms import all_terms, taxonomies_of

PROFILE = "https://docs.openreferral.org/en/3.1/hsds/overview.html"


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
    terms = all_terms(services, exporter.records)
    yield "taxonomies.json", _json(_page(taxonomies_of(terms)))
    yield "taxonomy_terms.json", _json(_page(terms))


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

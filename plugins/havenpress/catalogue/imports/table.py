# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row of a spreadsheet as an HSDS record: our own table, HSDS’s services.csv, or a plain list."""

from __future__ import annotations

import re
from typing import Any

from ..model.service import SERVICE

Record = dict[str, Any]
PLAIN = (
    "id", "name", "alternate_name", "description", "url", "email", "status", "alert",
    "interpretation_services", "application_process", "fees_description", "accreditations",
    "eligibility_description", "minimum_age", "maximum_age", "assured_date",
)  # fmt: skip
ANSWERS = (
    "asks_for_id", "asks_immigration_status", "shares_with_police", "mandatory_reporting",
)  # fmt: skip
OTHERS = {
    "last_verified": "assured_date",
    "verification": "assured_date",
    "cost": "fees_description",
    "fees": "fees_description",
}


def record_of(row: dict[str | None, Any]) -> Record:
    """Return one row as a record; columns that mean nothing here stay, for the report to name."""
    record: Record = {}
    for heading, cell in row.items():
        text = cell.strip().removeprefix("'") if isinstance(cell, str) else ""
        if heading is not None and text:
            _enter(record, _column(heading), text)
    return record


def _column(heading: str) -> str:
    name = re.sub(r"\W+", "_", heading.strip().lower()).strip("_")
    field = SERVICE.meant_by(name) or name
    return OTHERS.get(field, OTHERS.get(name, field))


def _enter(record: Record, column: str, text: str) -> None:
    if column == "id":
        record["slug"] = text
    elif column in PLAIN:
        record[column] = text
    elif column == "organization":
        record["organization"] = {"name": text}
    elif column == "phones":
        record["phones"] = [{"number": part} for part in _parts(text)]
    elif column == "languages":
        record["languages"] = [{"name": part} for part in _parts(text)]
    elif column == "areas":
        record["service_areas"] = [{"name": part} for part in _parts(text)]
    elif column in {"categories", "needs"}:
        kind = {"categories": "category", "needs": "need"}[column]
        record.setdefault("attributes", []).extend(_term(kind, part) for part in _parts(text))
    elif column in ANSWERS:
        record.setdefault("attributes", []).append(_answer(column, text))
    elif column == "locations":
        record["service_at_locations"] = [
            {"location": {"addresses": [_address(part)]}} for part in text.split(";")
        ]
    else:
        record[column] = text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n|]", text) if part.strip()]


def _term(kind: str, name: str) -> Record:
    return {"link_type": kind, "taxonomy_term": {"code": name, "name": name}}


def _answer(name: str, value: str) -> Record:
    return {"link_type": "safety", "value": value, "taxonomy_term": {"name": f"{name}: {value}"}}


def _address(text: str) -> Record:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    names = {
        2: ("address_1", "city"),
        3: ("address_1", "city", "postal_code"),
        4: ("address_1", "address_2", "city", "postal_code"),
    }.get(len(parts), ("address_1",))
    return dict(zip(names, parts, strict=False)) if len(parts) <= 4 else {"address_1": text.strip()}

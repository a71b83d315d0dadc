# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row of a spreadsheet as an HSDS record: our own table, HSDS’s services.csv, or a plain list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..model.service import SERVICE

Record = dict[str, Any]
ANSWERS = (
    "asks_for_id", "asks_immigration_status", "shares_with_police", "mandatory_reporting",
)  # fmt: skip
OTHERS = {
    "last_verified": "assured_date",
    "verification": "assured_date",
    "cost": "fees_description",
    "fees": "fees_description",
    "service_name": "name",
    "name_of_service": "name",
    "website": "url",
    "web_site": "url",
    "e_mail": "email",
    "email_address": "email",
    "opening_times": "hours",
    "languages_spoken": "languages",
    "phone_number": "phones",
    "last_checked": "assured_date",
}


def record_of(row: dict[str, Any]) -> Record:
    """Return one row as a record; columns that mean nothing here stay, for the report to name."""
    record: Record = {}
    for heading, cell in row.items():
        text = cell if isinstance(cell, str) else ", ".join(filter(None, cell or ()))
        if text := text.strip().removeprefix("'"):
            _enter(record, _column(heading), text)
    return record


def _column(heading: str) -> str:
    name = re.sub(r"\W+", "_", heading.strip().lower()).strip("_")
    field = SERVICE.meant_by(name) or name
    return OTHERS.get(field, OTHERS.get(name, field))


def _enter(record: Record, column: str, text: str) -> None:
    if column in NESTED:
        name, nested = NESTED[column]
        record[name] = nested(text)
    elif column in TERMS:
        terms = [_term(TERMS[column], part) for part in _parts(text)]
        record.setdefault("attributes", []).extend(terms)
    elif column in ANSWERS:
        record.setdefault("attributes", []).append(_answer(column, text))
    else:
        record[NAMES.get(column, column)] = text


OF_COUNTRY = re.compile(r"([\d -]+) \(([A-Z]{2})\)")


def _each_as(key: str) -> Callable[[str], list[Record]]:
    """Return what makes records with one field of a cell with several values."""
    return lambda text: [{key: part} for part in _parts(text)]


def _phones(text: str) -> list[Record]:
    """Return numbers; “988 (US)”, as our own table has it, is one of another country."""
    pairs = ((part, OF_COUNTRY.fullmatch(part)) for part in _parts(text))
    return [_of_country(*match.groups()) if match else {"number": part} for part, match in pairs]


def _of_country(number: str, country: str) -> Record:
    attribute = {"link_type": "phone", "taxonomy_term": {"name": "country"}, "value": country}
    return {"number": number, "attributes": [attribute]}


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


def _places(text: str) -> list[Record]:
    return [{"location": {"addresses": [_address(part)]}} for part in text.split(";")]


NAMES = {"id": "slug"}  # columns whose field in a record has another name
TERMS = {"categories": "category", "needs": "need"}
# Columns whose cell holds what is nested in a record: the field, and how the cell becomes it.
NESTED: dict[str, tuple[str, Callable[[str], Any]]] = {
    "organization": ("organization", lambda text: {"name": text}),
    "phones": ("phones", _phones),
    "languages": ("languages", _each_as("name")),
    "areas": ("service_areas", _each_as("name")),
    "locations": ("service_at_locations", _places),
}

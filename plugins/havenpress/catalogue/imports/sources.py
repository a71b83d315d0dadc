# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records of a file: HSDS JSON in its several wrappings, lines of JSON, or tables."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...findings import Finding, SettingsError
from ...source import read_text
from .package import Package, Tables, kind_of, tables_in
from .table import record_of

Record = dict[str, Any]
DEEPEST = 50  # lists and records inside one another
LEAST_LIMIT = 131_072  # characters of a cell that Python’s reader takes by itself


@dataclass(frozen=True, slots=True)
class Source:
    """What a file or folder holds: services as HSDS nests them, and organisations without any.

    ``left_over`` says what belongs to neither.
    """

    services: list[Record]
    organizations: list[Record] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def read_source(path: Path) -> Source:
    """Return what a file, or a folder of tables, holds; raises SettingsError for anything else."""
    if path.is_dir() or path.name == "datapackage.json":
        return _of_package(_tables_of(path), path)
    text, suffix = _read(path), path.suffix.lower()
    if suffix == ".csv":
        return _unless_empty(Source([record_of(row) for row in _rows(text)]), path)
    lines = suffix in {".ndjson", ".jsonl"}
    values = [_parse(line, path, number) for number, line in _texts(text, lines=lines)]
    tables = tables_in(values[0]) if len(values) == 1 else None
    if tables:
        return _of_package(tables, path)
    services = [record for value in values for record in _services_in(value)]
    organizations = [record for value in values for record in _organizations_in(value)]
    return _unless_empty(Source(services, organizations), path)


def _unless_empty(source: Source, path: Path) -> Source:
    if source.services or source.organizations:
        return source
    message = "there is no service and no organization in this file"
    remedy = "give HSDS JSON (a service, an organization or a page of them), or a table as .csv"
    raise _fault(path, message, remedy)


def _of_package(tables: Tables, path: Path) -> Source:
    package = Package(tables)
    services, organizations = package.services(), package.organizations()
    return _unless_empty(Source(services, organizations, list(package.left_over())), path)


def _tables_of(path: Path) -> Tables:
    """Return the tables of a folder, by the names of its files or as its data package names them."""
    folder = path if path.is_dir() else path.parent
    tables: Tables = {}
    for file in sorted(folder.iterdir()):
        kind = kind_of(file.name)
        if kind and file.suffix.lower() in {".csv", ".json"} and file.is_file():
            tables.setdefault(kind, []).extend(_table(file))
    return tables


def _table(file: Path) -> list[Record]:
    text = _read(file)
    if file.suffix.lower() == ".csv":
        return list(_rows(text))
    value = _parse(text, file, 1)
    rows = value.get("contents") if isinstance(value, dict) else value
    if not isinstance(rows, list):
        raise _fault(file, "this is no table", "give a list of records, one for each row")
    return rows


def _read(path: Path) -> str:
    text, faults = read_text(path, path.name)
    misread = [fault for fault in faults if fault.rule == "text-encoding"]
    if text is None or misread:
        raise SettingsError(misread or faults)
    return text


def _rows(text: str) -> Iterator[Record]:
    """Yield the rows of a table; where a comma is for decimals, programs part cells by semicolons."""
    headings = text.partition("\n")[0]
    parted_by = max(",;\t", key=headings.count)
    csv.field_size_limit(max(len(text), LEAST_LIMIT))
    rows = csv.DictReader(io.StringIO(text), restkey="without a heading", delimiter=parted_by)
    return (row for row in rows if any(row.values()))


def _texts(text: str, *, lines: bool) -> Iterator[tuple[int, str]]:
    if not lines:
        yield 1, text
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _parse(text: str, path: Path, line: int) -> Any:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg[:1].lower()}{error.msg[1:]})"
        raise _fault(
            path, message, "export it anew", line + error.lineno - 1, error.colno
        ) from None
    except ValueError:  # Python takes 4,300 digits
        message = "a number in it has thousands of digits"
        raise _fault(path, message, "export it anew", line, 1) from None
    except RecursionError:
        raise _too_deep(path, line) from None
    if _is_deep(value):
        raise _too_deep(path, line)
    return value


def _too_deep(path: Path, line: int) -> SettingsError:
    return _fault(path, "this is nested too deeply", "export it anew", line, 1)


def _is_deep(value: Any) -> bool:
    """Return whether lists and records stand inside one another further than HSDS nests them."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
    return bool(level)


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _services_in(value: Any, organization: Record | None = None) -> Iterator[Record]:
    """Yield services from a page, a list, an organization with its services, or one service."""
    if isinstance(value, list):
        for each in value:
            yield from _services_in(each, organization)
    elif isinstance(value, dict) and isinstance(value.get("contents"), list):
        yield from _services_in(value["contents"])
    elif isinstance(value, dict) and isinstance(value.get("services"), list):
        for each in value["services"]:
            yield from _services_in(each, value)
    elif isinstance(value, dict) and isinstance(value.get("service"), dict):
        yield from _services_in(value["service"])
    elif isinstance(value, dict) and "name" in value and ("status" in value or organization):
        yield value if organization is None else {"organization": organization} | value


# What an organization has and other records with a name have not.
ORGANIZATION = {
    "website", "legal_status", "tax_status", "tax_id", "year_incorporated", "organization_identifiers",
    "parent_organization_id", "services", "locations", "funding", "programs",
}  # fmt: skip


def _organizations_in(value: Any) -> Iterator[Record]:
    """Yield the organizations that bring no service."""
    if isinstance(value, list):
        for each in value:
            yield from _organizations_in(each)
    elif isinstance(value, dict) and isinstance(value.get("contents"), list):
        yield from _organizations_in(value["contents"])
    elif isinstance(value, dict) and _is_organization(value) and not value.get("services"):
        yield value


def _is_organization(value: Record) -> bool:
    return "name" in value and "status" not in value and bool(value.keys() & ORGANIZATION)


def country_of(records: list[Record], path: Path) -> str:
    """Return the country that the addresses name most; raises SettingsError where they name none."""
    found = Counter(country for record in records for country in _countries_in(record))
    if found:
        return found.most_common(1)[0][0]
    message = "no address in it says for which country it is, and phone numbers need that"
    raise _fault(path, message, "say it, as in --country GB")


def _countries_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        country = value.get("country")
        if isinstance(country, str) and re.fullmatch("[A-Z]{2}", country):
            yield country
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _countries_in(each)


def _fault(path: Path, message: str, remedy: str, line: int = 0, column: int = 0) -> SettingsError:
    return SettingsError(
        Finding(
            rule="import-file",
            message=message,
            remedy=remedy,
            file=path.as_posix(),
            line=line,
            column=column,
        )
    )

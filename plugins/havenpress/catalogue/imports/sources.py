# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records of a file: HSDS JSON in its several wrappings, lines of JSON, or a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...findings import Finding, SettingsError
from ...source import read_text
from .table import record_of

Record = dict[str, Any]


def read_records(path: Path) -> list[Record]:
    """Return services as HSDS nests them; raises SettingsError for a file that is something else."""
    text, faults = read_text(path, path.name)
    if text is None:
        raise SettingsError(faults)
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return [record_of(row) for row in csv.DictReader(io.StringIO(text)) if any(row.values())]
    lines = suffix in {".ndjson", ".jsonl"}
    values = [_parse(line, path, number) for number, line in _texts(text, lines=lines)]
    found = [record for value in values for record in _services_in(value)]
    if not found:
        message = "there is no service in this file"
        remedy = "give HSDS JSON (a service, an organization or a page of them), or a table as .csv"
        raise _fault(path, message, remedy)
    return found


def _texts(text: str, *, lines: bool) -> Iterator[tuple[int, str]]:
    if not lines:
        yield 1, text
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _parse(text: str, path: Path, line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg[:1].lower()}{error.msg[1:]})"
        raise _fault(
            path, message, "export it anew", line + error.lineno - 1, error.colno
        ) from None
    except RecursionError:
        raise _fault(path, "this is nested too deeply", "export it anew", line, 1) from None


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

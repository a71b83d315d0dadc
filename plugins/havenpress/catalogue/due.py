# SPDX-License-Identifier: AGPL-3.0-or-later
"""What staff should check next: as text, as an iCalendar file, and in the summary of a CI job."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..findings import Finding, SettingsError
from .freshness import HIDDEN, STALE, Due

SUMMARY = "GITHUB_STEP_SUMMARY"  # the file that GitHub shows on a job's page
SEEN = {STALE: "readers see a label", HIDDEN: "hidden from readers"}


def report(
    dues: Sequence[Due],
    language: str,
    today: datetime.date,
    calendar: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Return the list as text, after writing the calendar and the summary that are asked for.

    Raises SettingsError where a file cannot be written.
    """
    if calendar is not None:
        _write(calendar, calendar_of(dues, language, today), "w")
    if environ.get(SUMMARY):
        _write(Path(environ[SUMMARY]), summary_of(dues, language, today), "a")
    return describe(dues, language)


def _write(path: Path, text: str, mode: str) -> None:
    try:
        with path.open(mode, encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        message = f"the file cannot be written ({(error.strerror or 'unknown reason').lower()})"
        remedy = "name a folder that is there"
        finding = Finding(rule="command", message=message, remedy=remedy, file=path.as_posix())
        raise SettingsError(finding) from None


def summary_of(dues: Sequence[Due], language: str, today: datetime.date) -> str:
    """Return the list as a table in Markdown, what is late first, with how many are late."""
    late = sum(due.days_late > 0 for due in dues)
    head = f"## Services to check, {today}\n\n{late} late, {len(dues) - late} soon\n\n"
    if not dues:
        return f"## Services to check, {today}\n\nNothing is due.\n"
    rows = "".join(_row(due, language) for due in dues)
    return f"{head}| by | service | file | readers |\n| --- | --- | --- | --- |\n{rows}\n"


def _row(due: Due, language: str) -> str:
    name = " ".join(due.service.name.get(language, due.service.id).split())
    cells = (str(due.date), name, due.service.place.file, SEEN.get(due.state, ""))
    return f"| {' | '.join(cell.translate(PLAIN) for cell in cells)} |\n"


# What Markdown and HTML would take for their own.
PLAIN = str.maketrans({sign: f"\\{sign}" for sign in "\\|<>[]`*_"})


def describe(dues: Sequence[Due], language: str) -> str:
    """Return the list as text, one service a line."""
    lines = [_line(due, language) for due in dues]
    return "".join(f"{line}\n" for line in lines) or "Nothing is due.\n"


def _line(due: Due, language: str) -> str:
    name = due.service.name.get(language, due.service.id)
    late = due.days_late
    when = f"{late} days late" if late > 0 else "today" if late == 0 else f"in {-late} days"
    seen = f"; {SEEN[due.state]}" if due.state in SEEN else ""
    return f"{due.date}  {due.service.place.file}: {name} ({when}{seen})"


def calendar_of(dues: Sequence[Due], language: str, today: datetime.date) -> str:
    """Return the list as an iCalendar file with a to-do a service (RFC 5545, section 3.6.2).

    It holds ids, names and dates, no phone numbers or places: calendars are shared.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Havenpress//Services to check//EN"]
    for due in dues:
        name = due.service.name.get(language, due.service.id)
        lines += [
            "BEGIN:VTODO",
            f"UID:{due.service.id}-{due.date}@services-to-check",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DUE;VALUE=DATE:{due.date:%Y%m%d}",
            f"SUMMARY:Check {_escape(name)}",
            f"DESCRIPTION:{_escape(due.service.place.file)}",
            "END:VTODO",
        ]
    return "".join(_fold(line) for line in [*lines, "END:VCALENDAR"])


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(text.split())


def _fold(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, continued by a space."""
    pieces, rest = [], line
    while len(rest.encode()) > 74:
        piece = rest.encode()[:74].decode(errors="ignore")
        pieces.append(piece)
        rest = rest[len(piece) :]
    return "\r\n ".join([*pieces, rest]) + "\r\n"

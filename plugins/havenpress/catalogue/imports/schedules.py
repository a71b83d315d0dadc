# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hours from HSDS schedules, as far as they are weekly and still hold."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from ..hours import ALWAYS, DAYS
from .values import words

Record = dict[str, Any]
Note = Callable[[str, str], None]
CODES = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), DAYS, strict=True))
TIME = re.compile(r"([0-2][0-9]):([0-5][0-9])(?::[0-5][0-9])?(?:Z|[+-]\d\d:?\d\d)?")
OTHER_PARTS = ("byweekno", "bymonthday", "byyearday", "count")


def hours_of(schedules: list[Record], language: str, today: datetime.date, note: Note) -> Any:
    """Return hours as an entry writes them; what cannot be said that way is noted, or left out."""
    week: dict[str, set[str]] = {}
    texts: list[str] = []
    for schedule in schedules:
        text = " ".join(str(schedule.get("description") or "").split())
        texts += [text] if text and text not in texts else []
        why = _why_not(schedule, today)
        if why:
            note("schedules", why)
            continue
        for day in _days(schedule):
            week.setdefault(day, set()).add(_span(schedule))
    if week.keys() == set(DAYS) and all(spans <= ALL_DAY for spans in week.values()):
        return ALWAYS
    hours: dict[str, Any] = {day: ", ".join(sorted(week[day])) for day in DAYS if day in week}
    if texts:
        hours["note"] = {language: " ".join(texts)}
    return hours


ALL_DAY = {"00:00-24:00"}


def _why_not(schedule: Record, today: datetime.date) -> str:
    is_weekly = str(schedule.get("freq") or "WEEKLY") == "WEEKLY"
    if not is_weekly or words(schedule.get("interval")) not in {"", "1"}:
        return "it does not hold every week"
    if any(schedule.get(part) for part in OTHER_PARTS):
        return "it holds in some weeks or days of a month only"
    ended = str(schedule.get("valid_to") or schedule.get("until") or "")[:10]
    if ended and ended < today.isoformat():
        return f"it ended on {ended}"
    begins = str(schedule.get("valid_from") or "")[:10]
    if begins > today.isoformat():
        return f"it begins on {begins}"
    if not _span(schedule):
        return "it has no times"
    return "" if _days(schedule) else "it names no days of the week"


def _days(schedule: Record) -> list[str]:
    codes = re.split(r"[,\s]+", str(schedule.get("byday") or "").upper())
    return [CODES[code] for code in codes if code in CODES]


def _span(schedule: Record) -> str:
    times = [TIME.fullmatch(str(schedule.get(key) or "")) for key in ("opens_at", "closes_at")]
    if None in times:
        return ""
    span = "-".join(f"{match[1]}:{match[2]}" for match in times if match)
    return re.sub("-23:59$", "-24:00", span)  # HSDS has no other end of a day

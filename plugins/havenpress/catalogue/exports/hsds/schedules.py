# SPDX-License-Identifier: AGPL-3.0-or-later
"""The hours of a service as schedules that come back every week."""

from __future__ import annotations

from collections.abc import Iterator

from ...entries import Service
from ...hours import MINUTES, Hours
from .records import Record, Records

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules_of(service: Service, records: Records) -> Iterator[Record]:
    """Yield the hours of a service; a schedule is one span of time on some days."""
    for at, (days, opens, closes) in enumerate(_weekly(service.hours), 1):
        yield {
            "id": records.id_of("schedule", service.id, at),
            "freq": "WEEKLY",
            "interval": 1,
            "byday": ",".join(days),
            "opens_at": opens,
            "closes_at": closes,
        }


def _weekly(hours: Hours | None) -> Iterator[tuple[list[str], str, str]]:
    """Yield the days that share a span of time, with when it opens and closes."""
    if hours is None:
        return
    if hours.always:
        yield list(DAYS), "00:00", "23:59"
        return
    spans: dict[tuple[int, int], list[str]] = {}
    for name, day in zip(DAYS, hours.week, strict=True):
        for span in day.spans if day else ():
            spans.setdefault(span, []).append(name)
    for (start, end), days in sorted(spans.items()):
        yield days, _clock(start), "23:59" if end == MINUTES else _clock(end % MINUTES)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"

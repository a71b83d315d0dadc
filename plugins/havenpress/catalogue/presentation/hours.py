# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours as people say them, and the near days that are different."""

from __future__ import annotations

import datetime
from itertools import groupby

from ..hours import MINUTES, Day, Hours, Span
from ..views import Hours as HoursView
from ..views import HoursRow
from .edition import Edition, capital, small

LOOK_AHEAD = 60  # days within which a change is worth telling
MOST_CHANGES = 8
ALL_DAY: tuple[Span, ...] = ((0, MINUTES),)


def hours_of(hours: Hours | None, edition: Edition) -> HoursView:
    """Return the hours for readers; where nothing is known of them, that is said."""
    words = edition.words
    if hours is None:
        return HoursView(summary=words("hours.unknown"))
    if hours.always:
        return HoursView(summary=words("hours.always"))
    rows = _rows(hours, edition)
    return HoursView(
        summary=_summary(rows, edition),
        rows=rows,
        notes=_notes(hours, edition),
        changes_heading=edition.words("hours.changes"),
        changes=_changes(hours, edition),
    )


def _summary(rows: tuple[HoursRow, ...], edition: Edition) -> str:
    """Return the open days in one line; without any, that it is closed or not known."""
    if not rows:
        return edition.words("hours.unknown")
    texts = [
        edition.words("hours.day", days=row.days, times=small(row.times))
        for row in rows
        if not row.closed
    ]
    return "; ".join(texts) or edition.words("hours.closed")


def _rows(hours: Hours, edition: Edition) -> tuple[HoursRow, ...]:
    rows = []
    for day, group in groupby(range(7), key=lambda number: hours.week[number]):
        if day is not None:
            rows.append(_row(_days(list(group), edition), day, edition))
    if hours.holidays is not None:
        rows.append(_row(edition.words("hours.holidays"), hours.holidays, edition))
    return tuple(rows)


def _row(days: str, day: Day, edition: Edition) -> HoursRow:
    return HoursRow(days=capital(days), times=_times(day, edition), closed=day == Day())


def _days(numbers: list[int], edition: Edition) -> str:
    names = [edition.words.day_names[number] for number in numbers]
    if len(names) > 2:
        return edition.words("days_to", first=names[0], last=names[-1])
    return edition.words.join(names)


def _times(day: Day, edition: Edition) -> str:
    words = edition.words
    if day.by_appointment:
        return words("hours.by_appointment")
    if not day.spans:
        return words("hours.closed")
    if day.spans == ALL_DAY:
        return words("hours.all_day")
    spans = [words("to", start=words.time(a), end=words.time(b)) for a, b in sorted(day.spans)]
    return words.join(spans)


def _notes(hours: Hours, edition: Edition) -> tuple[str, ...]:
    note = edition.phrase(hours.note)
    missing = [number for number in range(7) if hours.week[number] is None]
    notes = [note] if note else []
    if missing:
        names = [edition.words.day_names[number] for number in missing]
        notes.append(edition.words("hours.some_unknown", days=edition.words.join(names)))
    return tuple(notes)


def _changes(hours: Hours, edition: Edition) -> tuple[HoursRow, ...]:
    """Return the near days that are different.

    All of them are named by their dates: the page may be read weeks after it was built, and then
    has to be as true, so it says neither “next” nor “today”.
    """
    last = edition.today + datetime.timedelta(days=LOOK_AHEAD)
    days = {date: Day() for date in hours.closed} | hours.changes
    near = [date for date in sorted(days) if edition.today <= date <= last][:MOST_CHANGES]
    told = [(edition.words.date(date, weekday=True), days[date]) for date in near]
    return tuple(_row(date, day, edition) for date, day in told)


def spans_text(hours: Hours | None) -> str:
    """Return when a service is open, for the filter: ``01234:540-1020 5:600-720``.

    Days are digits, Monday 0; minutes count from midnight, beyond 1,440 into the next day.
    Empty where the hours are not known or partly by appointment: it may be open then. So it may
    on the whole of a day of which nothing is said.
    """
    if hours is None or any(day is not None and day.by_appointment for day in hours.week):
        return ""
    if hours.always:
        return f"0123456:0-{MINUTES}"
    days: dict[tuple[Span, ...], str] = {}
    for number, day in enumerate(hours.week):
        if spans := ALL_DAY if day is None else day.spans:
            days[spans] = days.get(spans, "") + str(number)
    return " ".join(f"{numbers}:{_minutes(spans)}" for spans, numbers in days.items()) or ":0-0"


def _minutes(spans: tuple[Span, ...]) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)


def changes_text(hours: Hours | None, today: datetime.date) -> str:
    """Return the days that are different, for the filter of lists: from yesterday on, whose night may last.

    ``2026-12-25`` is closed, ``2026-12-24=540-720`` has these minutes of that day. A day by
    appointment is ``2026-12-24=0-1440``: it may be open.
    """
    if hours is None:
        return ""
    days = {date: Day() for date in hours.closed} | hours.changes
    last_night = today - datetime.timedelta(days=1)
    texts = [_changed(date, days[date]) for date in sorted(days) if date >= last_night]
    return " ".join(texts)


def _changed(date: datetime.date, day: Day) -> str:
    spans = ALL_DAY if day.by_appointment else day.spans
    return f"{date.isoformat()}={_minutes(spans)}" if spans else date.isoformat()

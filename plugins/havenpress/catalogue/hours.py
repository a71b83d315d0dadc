# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours: what each day of the week has, holidays, and days that are different."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from ..source import Text

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL_DAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
ALWAYS = "24/7"
CLOSED = "closed"
BY_APPOINTMENT = "by appointment"
MINUTES = 24 * 60

Span = tuple[int, int]  # minutes from midnight; the end may lie beyond 1,440


@dataclass(frozen=True, slots=True)
class Day:
    """What one day has: spans of minutes, or none (closed), or only by appointment."""

    spans: tuple[Span, ...] = ()
    by_appointment: bool = False


CLOSED_DAY = Day()


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a service.

    ``week`` has a Day for each of the seven days, Monday first; None where nothing is said of
    a day. ``holidays`` is None where nothing is said of public holidays.
    """

    always: bool = False
    week: tuple[Day | None, ...] = (None,) * 7
    holidays: Day | None = None
    closed: tuple[datetime.date, ...] = ()
    changes: dict[datetime.date, Day] = field(default_factory=dict)
    note: dict[str, Text] = field(default_factory=dict)

    @property
    def is_never_open(self) -> bool:
        """Whether every day of the week is said to be closed, and no date has times."""
        if self.week[0] != CLOSED_DAY:  # as in nearly every entry of a long catalogue
            return False
        return all(day == CLOSED_DAY for day in (*self.week, *self.changes.values()))

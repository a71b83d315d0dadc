# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours in a file: days of the week with 24-hour ranges, and what is wrong with them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...findings import WARNING, closest, did_you_mean
from ...source import Mapping, Node, Sequence, Text
from ...source.kinds import Date, Line, ListOf, Translated
from ...source.kinds.plain_text import ONE_TEXT, is_block_as_text
from ...source.nodes import is_empty, noun
from ...source.reading import Reading
from ..hours import ALWAYS, BY_APPOINTMENT, CLOSED, DAYS, FULL_DAYS, MINUTES, Day, Hours, Span
from .typed_hours import (
    AND,
    HOLIDAYS,
    PUBLIC_HOLIDAYS,
    TWO_RANGES,
    ZONE,
    day_like,
    day_near,
    day_range,
    meant_times,
    meant_week,
    shorten_days,
)

OTHER_KEYS = (PUBLIC_HOLIDAYS, "closed", "changes", "note")
LONGEST_WEEK = 1_000  # characters that are looked at, to say what hours they are
DAY_LINE = re.compile(r".*:.*")
WORDS_BEHIND = re.compile(r"\d\d:\d\d ?- ?\d\d:\d\d[ (]+[^\W\d].*")
RANGE = re.compile(r"([0-9]{2}):([0-9]{2}) ?- ?([0-9]{2}):([0-9]{2})")
ALWAYS_SAID = re.compile(
    r"24\s*h(?:(?:ou)?rs?)?\b.*|24 ?[x/-]? ?7[^;,]*|always.*|all hours|any ?time|round the clock",
    re.IGNORECASE,
)
NOT_KNOWN = {"unknown", "tbc", "tbd", "tba", "varies", "?", "~", "null", "n/a", "none"}


@dataclass(frozen=True, slots=True)
class HoursKind:
    """``24/7``, or a block of days with times."""

    @property
    def names(self) -> set[str]:
        """What stands in such a block, to be known where it stands beside it."""
        return {*DAYS, *FULL_DAYS, "mon-fri", "sat-sun", "public-holidays"}

    def read(self, node: Node, reading: Reading) -> Hours | None:
        """Return the value, or None after reporting what is wrong with it."""
        if isinstance(node, Text):
            return _read_word(node, reading)
        if isinstance(node, Sequence):
            message = f"there is {noun(node)} here, where days with times belong"
            _fault(
                node,
                reading,
                message,
                "write “mon-fri: 09:00-17:00” on a line of its own",
            )
            return None
        return _read_days(node, reading)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        day = {
            "type": "string",
            "examples": ["09:00-17:00", "09:00-12:30, 13:30-17:00", CLOSED],
        }
        dates = {"type": "array", "items": {"type": "string", "format": "date"}}
        named = {
            "public-holidays": day,
            "closed": dates,
            "changes": {"type": "object", "additionalProperties": day},
            "note": {"type": "object", "additionalProperties": {"type": "string"}},
        }
        days = "|".join(DAYS)
        pattern = f"^({days})(-({days}))?(, ?({days})(-({days}))?)*$"
        mapping = {
            "type": "object",
            "properties": named,
            "patternProperties": {pattern: day},
            "additionalProperties": False,
        }
        return {"anyOf": [{"const": ALWAYS}, mapping]}


def _fault(node: Node, reading: Reading, message: str, remedy: str, **more: Any) -> None:
    reading.fault(node, "hours", message, remedy, **more)


def _read_word(text: Text, reading: Reading) -> Hours | None:
    if text == ALWAYS:
        return Hours(always=True)
    message = f"“{text}” is not “24/7” and names no days"
    if is_block_as_text(text, DAY_LINE):
        _fault(text, reading, ONE_TEXT, "take the sign out")
        return None
    if text.lower() in NOT_KNOWN:
        _fault(text, reading, message, "if nobody knows, leave “hours” out: readers are told that")
        return None
    instead = ALWAYS if ALWAYS_SAID.fullmatch(text) else _as_a_block(text)
    remedy = "write “24/7”, or days on lines of their own, as in “mon-fri: 09:00-17:00”"
    _fault(text, reading, message, remedy, instead=instead)
    return None


def _as_a_block(text: str) -> str | None:
    """Return “Mon-Fri 9am-5pm; Sat 10-2” as a block on one line, if every part of it is sure."""
    if len(text) > LONGEST_WEEK:
        return None
    week = meant_week(text)
    known = {CLOSED, BY_APPOINTMENT}
    for days, times in week.items():
        ranges = times.split(", ")
        known_days = (day_range(day.strip()) is not None for day in days.split(","))
        if days != PUBLIC_HOLIDAYS and not all(known_days):
            return None
        if times not in known and not all(RANGE.fullmatch(each) for each in ranges):
            return None
    quoted = (f'"{days}"' if "," in days else days for days in week)
    times = (f'"{each}"' if "," in each else each for each in week.values())
    return "{" + ", ".join(f"{day}: {time}" for day, time in zip(quoted, times, strict=True)) + "}"


def _read_days(node: Mapping, reading: Reading) -> Hours:
    week: list[Day | None] = [None] * 7
    given: dict[int, Text] = {}
    values: dict[str, Any] = {}
    for key, value in node.items():
        if key in OTHER_KEYS:
            if key == PUBLIC_HOLIDAYS or not is_empty(value):
                values[key] = _read_other(key, value, reading)
            continue
        days = _read_keys(key, reading)
        day = _read_day(value, reading) if days or day_like(key) else None
        for number in days:
            if number in given:
                _report_twice(key, number, given[number], reading)
            given.setdefault(number, key)
            week[number] = day if week[number] is None else week[number]
    if reading.findings:  # a night past midnight is among them
        _report_runs_into(week, given, node, reading)
    _report_closed_and_open(values, node, reading)
    return Hours(
        week=tuple(week),
        holidays=values.get("public-holidays"),
        closed=tuple(sorted(values.get("closed") or ())),
        changes=values.get("changes") or {},
        note=values.get("note") or {},
    )


def _report_runs_into(
    week: list[Day | None], given: dict[int, Text], node: Mapping, reading: Reading
) -> None:
    """Report a night whose end lies in the times of the next day."""
    for number, day in enumerate(week):
        late = max([end - MINUTES for _, end in day.spans], default=0) if day else 0
        after = week[(number + 1) % 7] if late > 0 else None
        if after is None or late <= min((start for start, _ in after.spans), default=MINUTES):
            continue
        day_name, next_name = (
            FULL_DAYS[number].capitalize(),
            FULL_DAYS[(number + 1) % 7].capitalize(),
        )
        message = f"the night of {day_name} runs into the times of {next_name}"
        _forget_warnings(node[given[number]], reading)
        _fault(node[given[number]], reading, message, "write each time once")
        return


def _forget_warnings(value: Node, reading: Reading) -> None:
    """Take back that a time goes past midnight, where an error says so and more."""
    place = (WARNING, "hours", value.line, value.column)
    reading.findings[:] = [
        each
        for each in reading.findings
        if (each.level, each.rule, each.line, each.column) != place
    ]


def _report_closed_and_open(values: dict[str, Any], node: Mapping, reading: Reading) -> None:
    """Report a date that is closed in one list and has times in the other."""
    closed = {date.isoformat() for date in values.get("closed") or ()}
    for key in node["changes"] if closed and isinstance(node.get("changes"), Mapping) else ():
        if key in closed:
            message = f"“{key}” also stands under “closed”"
            _fault(key, reading, message, "take it out of one of the two")


def _read_other(key: Text, value: Node, reading: Reading) -> Any:
    if key == "note":
        return Translated(Line()).read(value, reading)
    if key == PUBLIC_HOLIDAYS:
        return _read_day(value, reading)
    if key == "changes":
        return _read_changes(value, reading)
    return _read_dates(value, reading)


def _read_dates(value: Node, reading: Reading) -> list[datetime.date] | None:
    if not isinstance(value, Sequence):
        if (isinstance(value, Text) and shorten_days(value) != value) or value in DAYS:
            message = f"“closed” takes dates, and “{value}” is a day of the week"
            _fault(value, reading, message, f"write “{shorten_days(str(value))}: closed”")
            return None
        is_date = isinstance(value, Text) and value[:1].isdecimal()
        instead = f"[{value}]" if is_date else None
        message = f"there is {noun(value)} here, where a list of dates belongs"
        _fault(
            value,
            reading,
            message,
            "write dates in brackets, [2026-12-25]",
            instead=instead,
        )
        return None
    return ListOf(Date()).read(value, reading)


def _read_changes(value: Node, reading: Reading) -> dict[datetime.date, Day]:
    if not isinstance(value, Mapping):
        message = f"there is {noun(value)} here, where dates with times belong"
        _fault(
            value,
            reading,
            message,
            "write “2026-12-24: 09:00-12:00” on a line of its own",
        )
        return {}
    changes = {}
    for key, times in value.items():
        date, day = Date().read(key, reading), _read_day(times, reading)
        if date is not None and day is not None:
            changes[date] = day
    return changes


def _report_twice(key: Text, number: int, first: Text, reading: Reading) -> None:
    message = f"{FULL_DAYS[number].capitalize()} is already given on line {first.line} (“{first}”)"
    _fault(key, reading, message, "keep one of the two")


def _read_keys(key: Text, reading: Reading) -> list[int]:
    numbers: list[int] = []
    for part in key.split(","):
        found = day_range(part.strip())
        if found is None:
            _report_day(key, part.strip(), reading)
        numbers += found or ()
    return numbers


def _report_day(key: Text, part: str, reading: Reading) -> None:
    short = shorten_days(key)
    if short != key:
        message = f"“{key}” is not how days are written here"
        _fault(key, reading, message, f"write “{short}”", instead=short)
        return
    if key in reading.around:
        remedy = "it is a field of its own; start it further left, in line with the other fields"
        message = f"“{key}” is indented as if it belonged to the hours above"
        reading.fault(key, "yaml-indentation", message, remedy)
        return
    if re.fullmatch(r"\d{4}-\d\d-\d\d", part):
        remedy = f"write it under “changes”, as in “changes: {{{part}: 09:00-12:00}}”"
        _fault(key, reading, f"“{part}” is not a day of the week", remedy)
        return
    close = HOLIDAYS.get(part.lower()) or closest(part, OTHER_KEYS) or day_near(part.lower())
    remedy = did_you_mean(close, f"the days are {', '.join(DAYS)}")
    _fault(key, reading, f"“{part}” is not a day", remedy, instead=close)


def _read_day(value: Node, reading: Reading) -> Day | None:
    if not isinstance(value, Text):
        message = f"there is {noun(value)} here, where times belong"
        _fault(value, reading, message, "write times as in 09:00-12:30, 13:30-17:00")
        return None
    if value == CLOSED:
        return Day()
    if value == BY_APPOINTMENT:
        return Day(by_appointment=True)
    if is_empty(value):
        remedy = "write times as in 09:00-17:00, or “closed”; if nobody knows, leave the day out"
        _fault(value, reading, "there are no times here", remedy)
        return None
    parts = list(map(str.strip, value.split(",")))
    if len(parts) > 1 and (CLOSED in parts or BY_APPOINTMENT in parts):
        word = CLOSED if CLOSED in parts else BY_APPOINTMENT
        message = f"“{word}” and times stand side by side in “{value}”"
        _fault(value, reading, message, "write the times alone, or the one word")
        return None
    spans = [_read_span(part, value, reading) for part in parts]
    known = [span for span in spans if span is not None]
    _report_overlaps(known, value, reading)
    return Day(tuple(known)) if len(known) == len(spans) else None


def _read_span(part: str, value: Text, reading: Reading) -> Span | None:
    match = RANGE.fullmatch(part)
    if match is None:
        _report_range(part, value, reading)
        return None
    hour, minute, last_hour, last_minute = map(int, match.groups())
    start, end = hour * 60 + minute, last_hour * 60 + last_minute
    if start >= MINUTES or end > MINUTES or minute > 59 or last_minute > 59:
        _report_no_time(part, start, end, value, reading)
        return None
    if start == end:
        message = f"“{part}” starts and ends at the same time"
        _fault(value, reading, message, "write 00:00-24:00 for a whole day, or “closed”")
        return None
    if end < start:
        _warn_of_midnight(part, value, reading)
        end += MINUTES
    return start, end


def _report_no_time(part: str, start: int, end: int, value: Text, reading: Reading) -> None:
    message, remedy = f"“{part}” has a time that does not exist", "hours go from 00:00 to 24:00"
    instead = None
    if start == MINUTES:
        message, remedy = f"“{part}” starts at the end of the day", "a day starts at 00:00"
        instead = value.replace("24:", "00:", 1) if end <= MINUTES else None
    elif start < MINUTES < end <= start + MINUTES and part.endswith(f"{end % 60:02}"):
        meant = f"{part[:5]}-{(end - MINUTES) // 60:02}:{end % 60:02}"
        remedy = "an end behind midnight is a time of the next day"
        instead = value.replace(part, meant)
    _fault(value, reading, message, remedy, instead=instead)


def _warn_of_midnight(part: str, value: Text, reading: Reading) -> None:
    message = f"“{part}” goes past midnight into the next day"
    _fault(value, reading, message, "check that this is meant", level=WARNING)


def _report_range(part: str, value: Text, reading: Reading) -> None:
    message = f"“{part}” is not a time range" if part else "a comma has no time beside it"
    remedy = "write 24-hour times as in 09:00-17:00, or “closed”"
    if WORDS_BEHIND.fullmatch(part):
        remedy = "write the times alone; words belong under “note”"
    if part.lower() in NOT_KNOWN:
        remedy = "if nobody knows, leave the day out: readers are told that"
    meant = meant_times(part)
    zone = ZONE.fullmatch(part)
    if zone is not None:
        remedy = "leave the time zone out: it is “timezone” in catalogue.yaml for all hours"
        meant = zone[1] if RANGE.fullmatch(zone[1]) else meant_times(zone[1])
    elif TWO_RANGES.fullmatch(part):
        remedy = "put a comma between two ranges, as in 09:00-12:30, 13:30-17:00"
        meant = re.sub(r"\s+", ", ", part)
    elif AND.search(part):
        remedy = "put a comma between two ranges, as in 09:00-12:30, 13:30-17:00"
        parted = AND.split(part)
        meant = ", ".join(meant_times(each) or each for each in parted)
        meant = meant if all(RANGE.fullmatch(each) for each in meant.split(", ")) else None
    instead = value.replace(part, meant) if meant else None
    _fault(value, reading, message, remedy, instead=instead)


def _report_overlaps(spans: list[Span], value: Text, reading: Reading) -> None:
    ordered = sorted(spans)
    for (_, end), (start, _) in pairwise(ordered):
        if start < end:
            message = f"two of the times in “{value}” overlap"
            _fault(value, reading, message, "write each time once")
            return

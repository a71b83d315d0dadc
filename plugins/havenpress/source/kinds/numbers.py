# SPDX-License-Identifier: AGPL-3.0-or-later
"""Kinds of numbers, dates and yes-or-no."""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from ..nodes import Node, Text
from ..reading import Reading
from .words import read_scalar

WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
MEASURED = re.compile(
    r"0*(\d{1,9})(?:\.0+)?\s*(?:\+|years?(?: old)?|yrs?|days?|and (?:over|up)|or (?:over|older))?",
    re.IGNORECASE,
)
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
NUMERIC_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
BACKWARD_DATE = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
TWO_DATES = re.compile(r"\d{4}-\d\d-\d\d")
EARLIEST, LATEST = 1900, 2100
LONGEST_PART = 4  # digits of a year; a longer number is no part of a date
NO_NUMBER = {"none", "any", "no", "null", "~", "n/a", "unknown", "all", "-", "?", "tbc"}
QUOTES = "“”‘’«»„\"'"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in ordinary digits, within bounds; ``unit`` is what it counts, if not years."""

    least: int = 0
    most: int = 10**9
    unit: str = ""

    def read(self, node: Node, reading: Reading) -> int | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a number")
        if text is None:
            return None
        if WHOLE.fullmatch(text) and self.least <= int(text) <= self.most:
            return int(text)
        counted = f" of {self.unit}" if self.unit else ""
        message = f"“{text}” is not a whole number{counted} from {self.least} to {self.most}"
        instead = self._meant(text)
        remedy = "write it in digits" if instead else _way_out(text)
        reading.fault(text, "value-number", message, remedy, instead=instead)
        return None

    def _meant(self, text: str) -> str | None:
        """Return the number that stands in “13 years”, “13+” or “013”, if it is within bounds."""
        match = MEASURED.fullmatch(text.strip())
        number = match and unicodedata.normalize("NFKC", match[1]).lstrip("0")
        if not number or not number.isdecimal():
            return None
        if self.unit and re.search(r"y(?:ea)?rs?", text, re.IGNORECASE):
            return None
        digits = str(int(number))
        return digits if self.least <= int(digits) <= self.most else None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


def _way_out(text: str) -> str:
    """Return what to write in place of what is no number within bounds."""
    if re.fullmatch(r"[+-]?\d+(?:\.\d+)?", text):
        return "write a number within these"
    if re.match(r"\d+\s*(?:[-–—/,]|to\b|and\b)\s*\d", text):
        return "write one number"
    if not re.search(r"\d", text) and text.lower() in NO_NUMBER:
        return "take the line out where there is none"
    return "write it in digits"


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def read(self, node: Node, reading: Reading) -> bool | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "yes or no")
        if text is None:
            return None
        word = text.lower()
        if word in {"yes", "true"}:
            return True
        if word in {"no", "false"}:
            return False
        reading.fault(text, "value-flag", f"“{text}” is neither yes nor no", "write yes or no")
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"enum": ["yes", "no", True, False]}


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date as ISO 8601 writes it, YYYY-MM-DD, that exists."""

    def read(self, node: Node, reading: Reading) -> datetime.date | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a date")
        if text is None:
            return None
        match = ISO_DATE.fullmatch(text)
        if match is None:
            self._fault(text, reading)
            return None
        year, month, day = map(int, match.groups())
        if not EARLIEST <= year <= LATEST:
            message = f"the year {year} is not likely"
            reading.fault(text, "value-date", message, "write the year that was meant")
            return None
        try:
            return datetime.date(year, month, day)
        except ValueError:
            message, remedy = _impossible(text, year, month)
            reading.fault(text, "value-date", message, remedy)
            return None

    def _fault(self, text: Text, reading: Reading) -> None:
        meant = possible_dates(text)
        if len(meant) == 2:
            first, second = meant
            message = f"“{text}” can be read as {_in_words(first)} or {_in_words(second)}"
            remedy = f"write {first} or {second}"
            reading.fault(text, "value-date", message, remedy)
            return
        if len(TWO_DATES.findall(text)) > 1:
            message, remedy = f"“{text}” holds two dates", "write each day by itself"
            reading.fault(text, "value-date", message, remedy)
            return
        message = f"“{text}” is not a date as year-month-day"
        instead = str(meant[0]) if meant else None
        remedy = f"write {instead}" if instead else "write it as in 2026-03-14"
        reading.fault(text, "value-date", message, remedy, instead=instead)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "string", "format": "date"}


def possible_dates(text: str) -> list[datetime.date]:
    """Return the dates that a person may have meant, the day before the month first."""
    bare = unicodedata.normalize("NFKC", text)
    bare = re.sub("[\u2010-\u2015\u2212]", "-", bare).strip(QUOTES + " ")
    bare = re.sub(r"(?<=\d)[T ]\d{1,2}[:.].*", "", bare).strip()
    if match := COMPACT_DATE.fullmatch(bare) or BACKWARD_DATE.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
        return _existing((year, month, day))
    if match := NUMERIC_DATE.fullmatch(bare):
        one, two, year = (int(part) for part in match.groups())
        return _existing((year, two, one), (year, one, two))
    return _date_in_words(bare)


def _date_in_words(text: str) -> list[datetime.date]:
    words = re.findall(r"[^\W\d_]+|\d+", text.lower())
    months = _months()
    month = next((months[word] for word in words if word in months), None)
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= LONGEST_PART]
    if month is None or len(numbers) != 2:
        return []
    day, year = sorted(numbers)
    if year > 99:
        return _existing((year, month, day))
    return _existing((2000 + numbers[1], month, numbers[0]), (2000 + numbers[0], month, numbers[1]))


@cache
def _months() -> dict[str, int]:
    """The numbers of months by their names in some languages, long and short."""
    from babel import Locale

    found: dict[str, int] = {}
    for language in ("pl", "nl", "it", "pt", "de", "fr", "es", "en"):
        months = Locale(language).months
        for context, width in product(("stand-alone", "format"), ("abbreviated", "wide")):
            named = months[context][width].items()
            found |= {name.lower().strip("."): number for number, name in named}
    return found


def _existing(*candidates: tuple[int, int, int]) -> list[datetime.date]:
    found: dict[datetime.date, None] = {}
    for candidate in candidates:
        try:
            found[datetime.date(*candidate)] = None
        except ValueError:
            continue
    return list(found)


def _impossible(text: str, year: int, month: int) -> tuple[str, str]:
    if not 1 <= month <= 12:
        return f"“{text}” has no month {month}", "write it as year-month-day"
    last = calendar.monthrange(year, month)[1]
    name = f"{calendar.month_name[month]} {year}"
    return f"“{text}” does not exist: {name} has {last} days", "write the day that was meant"


def _in_words(date: datetime.date) -> str:
    return f"{date.day} {calendar.month_name[date.month]} {date.year}"

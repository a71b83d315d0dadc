# SPDX-License-Identifier: AGPL-3.0-or-later
"""Days and times as people type them, in the form that a catalogue has, where that is sure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ...findings import closest
from ..hours import BY_APPOINTMENT, CLOSED, DAYS, FULL_DAYS, MINUTES

LOOSE = re.compile(
    r"(\d{1,2})(?:[:.h]?(\d{2}))?(?::00|h)?\s*([ap]\.?m\.?)?\s*(?:[-–—‒−~‐‑…]{1,2}|to|until|till)\s*"
    r"(\d{1,2})(?:[:.h]?(\d{2}))?(?::00|h)?\s*([ap]\.?m\.?)?(\s*(?:Uhr|hrs))?",
    re.IGNORECASE,
)
DAYS_AND_TIMES = re.compile(r"(\D+?)[\s:,]+(\d.*|closed|off|by app.*|24.*)", re.IGNORECASE)
BETWEEN_DAYS = re.compile(r";|(?<=[\dm]),\s*(?=(?:mo|tu|we|th|fr|sa|su|ph)[a-z]*\b)", re.IGNORECASE)
AND = re.compile(r"(?<=[\dm])\s*(?:;|&|\+|/|\||\band\b)\s*(?=\d\d?[:.apm-])", re.IGNORECASE)
# Closed, as whoever copies from another language leaves it.
LONGEST_DAYS = 200  # characters that are looked at, to say what days they are
CLOSED_ABROAD = set(
    "cerrado fermé geschlossen fechado chiuso zamknięte gesloten închis kapalı مغلق".split()
)
PUBLIC_HOLIDAYS = "public-holidays"
HOLIDAYS = dict.fromkeys(("ph", "holidays", "holiday", "bank holidays"), PUBLIC_HOLIDAYS)
TWO_RANGES = re.compile(r"\d\d:\d\d-\d\d:\d\d(?:\s+\d\d:\d\d-\d\d:\d\d)+")
OFFSET = r"[+±]\s?\d{1,2}(?::?\d\d)?"
ZONE = re.compile(
    r"(\d.*?\d(?:\s?[ap]\.?m\.?)?)\s*(?:\(?(?:GMT|UTC|BST|[CEW]ES?T|E[SD]T|[PMA][SD]T|C[SD]T|MSK|IST|Z"
    rf"|(?:local|UK|US) time|[A-Z][a-z]+/[A-Z][A-Za-z_]+)\)?\s*(?:{OFFSET})?|{OFFSET})"
)
WHOLE_DAY = re.compile(
    r"24\s*h(?:(?:ou)?rs?)?|24\s*[-x/]\s*7(?:/365)?|24\s*h(?:ou)?rs?,? 7 days?|all day|open all day|always( open)?",
    re.IGNORECASE,
)


@cache
def day_range(part: str) -> tuple[int, ...] | None:
    """Return the numbers of days such as “mon-fri”, or None where they are not in our form."""
    first, dash, last = part.partition("-")
    if first not in DAYS or (dash and last not in DAYS):
        return None
    start, end = DAYS.index(first), DAYS.index(last or first)
    return tuple(number % 7 for number in range(start, end + 1 if end >= start else end + 8))


DAY_WORD = re.compile(
    rf"\b(?:{'|'.join(DAYS)})[a-z]*\b\.?|\b(?:{'|'.join(day[:2] for day in DAYS)})s?\b\.?"
)
NEAR_DAY = 0.75  # “thursdya” is nearer to its day than this, “weddings” and “money” are not


def _short_day(match: re.Match[str]) -> str:
    word = match[0].rstrip(".")
    return day_near(word) or match[0]


def day_near(word: str) -> str | None:
    """Return the day that a word is meant as: “tues” and “saterday”, and not “weddings”."""
    for day, full in zip(DAYS, FULL_DAYS, strict=True):
        if len(word) > 1 and full.startswith((word, word.removesuffix("s"))):
            return day
    full = closest(word, FULL_DAYS, NEAR_DAY)
    return full and DAYS[FULL_DAYS.index(full)]


def shorten_days(key: str) -> str:
    """Return the days in our form, as far as they can be told from full names and dashes."""
    if len(key) > LONGEST_DAYS:
        return key
    text = re.sub(
        r"\s*(?:–|—|-|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b)\s*", "-", key.lower()
    )
    text = re.sub(r"\s*(?:&|\band\b|/|;)\s*", ", ", text)
    text = _days_abroad(DAY_WORD.sub(_short_day, text))
    text = {
        "weekdays": "mon-fri",
        "weekday": "mon-fri",
        "weekends": "sat-sun",
        "weekend": "sat-sun",
        "daily": "mon-sun",
        "everyday": "mon-sun",
        "every day": "mon-sun",
        "all week": "mon-sun",
    }.get(text, text)
    if "," not in text and all(word in DAYS for word in text.split()):  # “mon wed”
        text = ", ".join(text.split())
    parts = [part.strip() for part in text.split(",")]
    return text if all(day_range(part) is not None for part in parts) else key


CLOCK_WORD = re.compile(r"\b(?:midnight|noon|midday)\b", re.IGNORECASE)


def _clock_word(match: re.Match[str]) -> str:
    if match[0].lower() != "midnight":
        return "12:00"
    return "24:00" if match.start() else "00:00"


def day_like(key: str) -> bool:
    """Return whether a name of a field is meant as days, whatever is wrong with it."""
    return shorten_days(key) != key or re.match("|".join(DAYS), key, re.IGNORECASE) is not None


@cache
def _names_abroad() -> dict[str, str]:
    """The days by their names in other languages: “samstag” and “sábado” are “sat”."""
    from babel import Locale

    found: dict[str, str] = {}
    for language in ("ar", "uk", "ru", "tr", "ro", "pl", "nl", "it", "pt", "de", "fr", "es"):
        for width in ("abbreviated", "wide"):
            names = Locale(language).days["format"][width]
            found |= {names[number].lower().strip("."): day for number, day in enumerate(DAYS)}
    return {name: day for name, day in found.items() if len(name) > 2}


def _days_abroad(text: str) -> str:
    words = re.split(r"([-,])", text)
    return "".join(_names_abroad().get(word.strip(" ."), word) for word in words)


def meant_times(part: str) -> str | None:
    """Return a range in our form, where the words leave no doubt which times they are."""
    if WHOLE_DAY.fullmatch(part):
        return "00:00-24:00"
    part = CLOCK_WORD.sub(_clock_word, unicodedata.normalize("NFKC", part))
    word = part.lower().replace("-", " ")
    if word in CLOSED_ABROAD:
        return CLOSED
    if word in {
        CLOSED,
        "off",  # in the notation of OpenStreetMap
        "appt",
        "appointments",
        BY_APPOINTMENT,
        "appointment only",
        "by appointment only",
        "by appt",
    }:
        return CLOSED if word in {CLOSED, "off"} else BY_APPOINTMENT
    match = LOOSE.fullmatch(part.strip())
    if match is None:
        return None
    one, two = (
        _clock(match[1], match[2], match[3]),
        _clock(match[4], match[5], match[6]),
    )
    if one is None or two is None or (match[6] and not match[3]) or two <= one:
        return None
    named = match[3] or match[7] or "h" in part.lower()  # “9-17 Uhr” and “9h-17h” are sure
    bare = match[2] is None and not named and two <= MINUTES // 2  # “9-5”, and not “9-17”
    return None if bare else f"{one // 60:02}:{one % 60:02}-{two // 60:02}:{two % 60:02}"


def meant_week(text: str) -> dict[str, str]:
    """Return “Mon-Fri 9am-5pm; PH off” as days in our form, as far as it can be told."""
    days = {}
    for part in map(str.strip, BETWEEN_DAYS.split(text)):
        match = DAYS_AND_TIMES.fullmatch(part)
        day, times = match.groups() if match else (part, "")
        if WHOLE_DAY.fullmatch(part):
            day, times = "mon-sun", part
        day = day.strip(" :,")
        ranges = [each.strip() for each in times.split(",")]
        days[HOLIDAYS.get(day.lower()) or shorten_days(day)] = ", ".join(
            meant_times(each) or each for each in ranges
        )
    return days


def _clock(hour: str, minute: str | None, half: str | None) -> int | None:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    minutes = number * 60 + int(minute or 0)
    return minutes if minutes <= MINUTES and int(minute or 0) < 60 else None

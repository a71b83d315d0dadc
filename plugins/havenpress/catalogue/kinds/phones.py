# SPDX-License-Identifier: AGPL-3.0-or-later
"""Phone numbers as people type them, checked against the numbering plans of all countries.

``phonenumbers`` (Google's libphonenumber) knows the plans, but quietly reads letters as digits
and mends what it can; so what is typed is looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

from ...findings import ERROR, WARNING
from ...phones.dialling import code_behind, cost_of_kind, is_of_another_country
from ...phones.numbering import kind_of, parse_at_home
from ...phones.short_codes import LONGEST, cost_of_short, is_short_code
from ...source import Mapping, Node, Text
from ...source.kinds.countries import countries, known_country
from ...source.kinds.words import read_scalar
from ...source.model import Model
from ...source.nodes import is_empty
from ...source.reading import Reading
from .typed_phones import fault, misses_the_shape

# Ofcom, “Telephone numbers for use in TV and radio drama programmes”: the ranges of it that
# libphonenumber does not take for valid.
DRAMA = re.compile(r"\+44(?:7700900|1632960)\d{3}")
# What textphones in Great Britain dial in front of a number (Relay UK).
RELAY = re.compile(r"1800[12][ -]?(?=0)")
LANDLINES = (PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
ITALY = 39  # where the 0 belongs to the number
FEWEST_DIGITS = 7  # of a number with the code of its area


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be dialled; ``e164`` is empty for a short code such as 116 123.

    ``costly`` is the kind of a number that costs the caller extra, or empty. ``only_in`` is the
    country of a short code that reaches nobody from the catalogue's own.
    """

    typed: Text
    e164: str
    free: bool = False
    fixed_line: bool = False
    costly: str = ""
    only_in: str = ""

    @property
    def href(self) -> str:
        """The number for ``tel:`` and ``sms:`` links."""
        return self.e164 or re.sub(r"\D", "", self.typed)

    def shown(self, country: str) -> str:
        """Return the number as people of the country write it."""
        return _format(self.e164, country) if self.e164 else str(self.typed)


@lru_cache(maxsize=4096)
def _format(e164: str, country: str) -> str:
    number = phonenumbers.parse(e164)
    home = phonenumbers.country_code_for_region(country) == number.country_code
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, form.NATIONAL if home else form.INTERNATIONAL)


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """One number; one without + is read as the catalogue's country writes it."""

    def read(self, node: Node, reading: Reading) -> Number | None:
        """Return the value, or None after reporting what is wrong with it."""
        text = read_scalar(node, reading, "a phone number")
        if text is None or misses_the_shape(text, reading):
            return None
        country = reading.known.get("country") or None
        if country is None and not text.startswith("+"):
            return Number(text, "", free=True)  # the missing country is a finding in catalogue.yaml
        dialled = RELAY.sub("", text) if country == "GB" else text
        try:
            number = parse_at_home(dialled, country) or phonenumbers.parse(dialled, country)
        except NumberParseException as error:
            _report_unreadable(text, reading, error)
            return None
        found = _checked(text, number, reading, country)
        return found if found is None or dialled == text else replace(found, e164="")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": ["string", "integer"]}


def _misfit(text: Text, reading: Reading, message: str, remedy: str, **more: Any) -> None:
    """Report a number that the plan of its country does not have.

    One that is read as a number of the catalogue’s country is kept as well: where no number is
    one of it, the country is wrong.
    """
    country = reading.known.get("country")
    if text.startswith("+") or not country:
        pass
    elif "home" in reading.known:
        remedy += f"; its “country” makes it a number of {countries()[country]}"
    else:
        reading.known.get("misfits", []).append(text)
    fault(text, reading, message, remedy, **more)


def _report_unreadable(text: Text, reading: Reading, error: NumberParseException) -> None:
    if error.error_type == NumberParseException.INVALID_COUNTRY_CODE:
        message = "starts with a country code that does not exist"
        fault(text, reading, message, "check the digits")
        return
    if error.error_type == NumberParseException.TOO_LONG:
        _misfit(text, reading, "is too long", "count the digits; give one number in an entry")
        return
    _report_too_short(text, reading)


def _checked(
    text: Text, number: phonenumbers.PhoneNumber, reading: Reading, country: str | None
) -> Number | None:
    kind = kind_of(number, country)
    if kind == PhoneNumberType.UNKNOWN:
        return _checked_unassigned(text, number, reading, country)
    e164 = f"+{number.country_code}{phonenumbers.national_significant_number(number)}"
    free = kind == PhoneNumberType.TOLL_FREE
    return Number(text, e164, free, kind in LANDLINES, cost_of_kind(kind))


def _checked_unassigned(
    text: Text, number: phonenumbers.PhoneNumber, reading: Reading, country: str | None
) -> Number | None:
    short = None if text.startswith("+") else _short_code(text, number, reading, country)
    if short is not None:
        return short
    if is_of_another_country(text):
        message = "is a number of another country without its +"
        fault(text, reading, message, "write + in front of it", instead=f"+{text}")
        return None
    possible = phonenumbers.is_possible_number_with_reason(number)
    if _has_lost_its_end(number):
        possible = ValidationResult.TOO_SHORT
    if possible != ValidationResult.IS_POSSIBLE:
        _report_impossible(text, reading, possible)
        return None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if DRAMA.fullmatch(e164):
        _warn_of_drama(text, reading)
    else:
        remedy = "check the digits; ring it if you can"
        _misfit(text, reading, "is not a number in use", remedy, level=WARNING)
    return Number(text, e164)


def _warn_of_drama(text: Text, reading: Reading) -> None:
    if reading.known.get("example"):
        return
    remedy = "write the real number"
    fault(
        text,
        reading,
        "is kept for films and examples; nobody answers",
        remedy,
        level=WARNING,
    )


def _short_code(
    text: Text, number: phonenumbers.PhoneNumber, reading: Reading, country: str | None
) -> Number | None:
    """Return a short code; whoever names its country may know one that no plan has."""
    if country is None:
        return None
    digits = re.sub(r"\D", "", text)
    if not is_short_code(number, digits, country):
        if not reading.known.get("home") or len(digits) > LONGEST:
            return None
        message = f"is not a short number that is known in {countries()[country]}"
        fault(text, reading, message, "ring it to make sure", level=WARNING)
    home = reading.known.get("home") or country
    costly = cost_of_short(number, digits, country)
    return Number(text, "", free=True, costly=costly, only_in="" if home == country else country)


def _has_lost_its_end(number: phonenumbers.PhoneNumber) -> bool:
    """Return whether the 0 of an area code was taken for a digit of a shorter number."""
    if not number.italian_leading_zero or number.country_code == ITALY:
        return False
    region = phonenumbers.region_code_for_country_code(number.country_code)
    return phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) == "0"


def _report_impossible(text: Text, reading: Reading, reason: int) -> None:
    if reason == ValidationResult.TOO_LONG:
        _misfit(text, reading, "is too long", "count the digits")
    elif reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        _misfit(text, reading, "has no area code", _or_its_country("write the whole number", text))
    else:
        _report_too_short(text, reading)


def _report_too_short(text: Text, reading: Reading) -> None:
    country = reading.known.get("country")
    if country and (code := code_behind(text, country)):
        message = f"cannot be dialled: “{code}” is a number with nothing in front of it"
        fault(text, reading, message, f"write it as “{code}”", instead=code)
        return
    remedy = _or_its_country("count the digits", text)
    _misfit(text, reading, "is too short to be a phone number", remedy)


def _or_its_country(remedy: str, text: Text) -> str:
    if text.startswith("+") or sum(char.isdigit() for char in text) > LONGEST:
        return remedy
    return f"{remedy}; if it is a short number, name its country below it, as in “country: US”"


def town_of(number: Number) -> str:
    """Return the town that a fixed line gives away, in English; empty where none is known."""
    if not number.fixed_line:
        return ""
    return _town(phonenumbers.parse(number.e164 or RELAY.sub("", number.typed), "GB"))


def towns_in(text: str, country: str | None) -> Iterator[str]:
    """Yield the towns that the fixed lines in a text give away."""
    if sum(char.isdigit() for char in text) < FEWEST_DIGITS:
        return
    for match in phonenumbers.PhoneNumberMatcher(text, country):
        kind = kind_of(match.number, country)
        town = _town(match.number) if kind in LANDLINES else ""
        if town:
            yield town


def _town(number: phonenumbers.PhoneNumber) -> str:
    from phonenumbers import geocoder

    town = geocoder.description_for_valid_number(number, "en")
    return "" if town == geocoder.country_name_for_number(number, "en") else town


@dataclass(frozen=True, slots=True)
class PhoneKind:
    """A phone; its number is read as the ``country`` beside it writes numbers, if there is one."""

    model: Model
    make: Callable[..., Any]

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value, or None after reporting what is wrong with it."""
        known = reading.known
        if isinstance(node, Mapping) and not is_empty(typed := node.get("country")):
            country = known_country(typed) if isinstance(typed, Text) else None
            reading.known = {**known, "country": country, "home": known.get("country")}
        values = self.model.read_node(node, reading)
        reading.known = known
        check_promises(values, reading)
        values.pop("country", None)
        return self.make(**values) if "number" in values else None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return self.model.schema()


def check_promises(values: dict[str, Any], reading: Reading) -> None:
    """Report a phone that costs more than it says, or is called free and is not."""
    number: Number | None = values.get("number")
    if number is None:
        return
    if number.costly and "cost_warning" not in values:
        level = ERROR if number.costly == "premium-rate" else WARNING
        message = f"is a {number.costly} number, which costs the caller extra"
        remedy = "use another number, or say what it costs in “cost_warning”"
        fault(number.typed, reading, message, remedy, level=level, rule="phone-cost")
    if values.get("free_to_call") == "no" and number.free and number.e164:
        message = "is a number that is free to call, and “free_to_call” says no"
        remedy = "write “free_to_call: yes”, or check the number"
        fault(number.typed, reading, message, remedy, level=WARNING, rule="phone-cost")
    if values.get("free_to_call") == "yes" and not number.free:
        message = "is not a free-call number"
        remedy = "check before you say that it is free to call"
        fault(number.typed, reading, message, remedy, level=WARNING, rule="phone-cost")

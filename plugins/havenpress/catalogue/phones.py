# SPDX-License-Identifier: AGPL-3.0-or-later
"""Phone numbers as people type them, checked against the numbering plans of all countries.

``phonenumbers`` (Google's libphonenumber) knows the plans, but quietly reads letters as digits
and mends what it can; so what is typed is looked at first.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

from ..findings import ERROR, WARNING
from ..source import Node, Text
from ..source.kinds.words import read_scalar
from ..source.model import Reading
from .numbering import kind_of, parse_at_home

TYPED = re.compile(r"(?:\+?[0-9]|\([0-9])[0-9 ().\-]*[0-9]")
EXTENSION = re.compile(r"[\s,;(]*(?:extension|extn|ext|x|int)\.?:?\s*(\d+)\)?\s*$", re.IGNORECASE)
TWO_NUMBERS = re.compile(r"\d\s*(?:/|\bor\b|\band\b|\by\b|\bo\b|,|;|&)\s*[+(]?\d", re.IGNORECASE)
DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
# Countries that drop the 0 of a number behind their code; Italy, for one, keeps it.
TRUNK_ZERO = re.compile(
    r"^(\+\d{1,3})\s*\(0\)\s*|^(\+(?:27|31|32|33|41|43|44|46|49|61|64|353))\s*0(?=[\d\s])"
)
# Ofcom, “Telephone numbers for use in TV and radio drama programmes”: the ranges of it that
# libphonenumber does not take for valid.
DRAMA = re.compile(r"\+44(?:7700900|1632960)\d{3}")
COSTLY = {
    PhoneNumberType.PREMIUM_RATE: "premium-rate",
    PhoneNumberType.SHARED_COST: "shared-cost",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be dialled; ``e164`` is empty for a short code such as 116 123.

    ``costly`` is the kind of a number that costs the caller extra, or empty.
    """

    typed: Text
    e164: str
    free: bool = False
    fixed_line: bool = False
    costly: str = ""

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
        if text is None or _misses_the_shape(text, reading):
            return None
        country = reading.known.get("country") or None
        if country is None and not text.startswith("+"):
            return Number(text, "", free=True)  # the missing country is a finding in catalogue.yaml
        try:
            number = parse_at_home(text, country) or phonenumbers.parse(text, country)
        except NumberParseException as error:
            _report_unreadable(text, reading, error)
            return None
        return _checked(text, number, reading, country)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": ["string", "integer"]}


def _fault(text: Text, reading: Reading, message: str, remedy: str, **more: Any) -> None:
    rule = more.pop("rule", "phone-number")
    reading.fault(text, rule, f"“{text}” {message}", remedy, **more)


def _misses_the_shape(text: Text, reading: Reading) -> bool:
    if TYPED.fullmatch(text) and not TRUNK_ZERO.match(text):
        return False
    for find in (_email, _scheme, _two_numbers, _extension, _odd_signs, _trunk_zero, _letters):
        if find(text, reading):
            return True
    _fault(
        text,
        reading,
        "is not a phone number",
        "write digits and spaces, as in 020 7946 0018",
    )
    return True


def _email(text: Text, reading: Reading) -> bool:
    if "@" not in text:
        return False
    _fault(text, reading, "is an e-mail address", "give it as “email: …”, outside “phones”")
    return True


def _scheme(text: Text, reading: Reading) -> bool:
    if not text.lower().startswith("tel:"):
        return False
    instead = text[4:].strip()
    _fault(text, reading, "starts with “tel:”", "write the number alone", instead=instead)
    return True


def _two_numbers(text: Text, reading: Reading) -> bool:
    if not TWO_NUMBERS.search(text) or sum(char.isdigit() for char in text) < 12:
        return False
    remedy = "give each its own entry, “- number: …”"
    _fault(text, reading, "holds two numbers", remedy)
    return True


def _extension(text: Text, reading: Reading) -> bool:
    match = EXTENSION.search(text)
    if match is None or not match.start():
        return False
    remedy = f"take it out, and write “extension: {match[1]}” on a line of its own"
    instead = text[: match.start()].rstrip(" ,;(")
    _fault(text, reading, "has an extension in it", remedy, instead=instead)
    return True


def _odd_signs(text: Text, reading: Reading) -> bool:
    plain = SPACES.sub(" ", DASHES.sub("-", text))
    plain = "".join(_plain_digit(char) for char in plain if unicodedata.category(char)[0] != "C")
    if plain == text or not TYPED.fullmatch(plain):
        return False
    what = "is not typed in the ordinary signs 0 to 9"
    if DASHES.search(text):
        what = "has a long dash in it"
    elif any(unicodedata.category(char)[0] == "C" for char in text):
        what = "has a character in it that nobody can see"
    _fault(text, reading, what, "use digits, spaces and short hyphens", instead=plain)
    return True


def _plain_digit(char: str) -> str:
    if char.isascii():
        return char
    digit = unicodedata.digit(char, None)
    return str(digit) if digit is not None else unicodedata.normalize("NFKC", char)


def _trunk_zero(text: Text, reading: Reading) -> bool:
    match = TRUNK_ZERO.match(text)
    if match is None:
        return False
    code = match[1] or match[2]
    instead = f"{code} {text[match.end() :].lstrip()}"
    _fault(text, reading, f"has a 0 behind {code}", "leave the 0 out", instead=instead)
    return True


def _letters(text: Text, reading: Reading) -> bool:
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return False
    digits = sum(char.isdigit() for char in text)
    if len(letters) <= 2 and digits >= 6 and set(letters) <= set("oOlI"):
        instead = re.sub("[oO]", "0", re.sub("[lI]", "1", text))
        message = f"has the letter {letters[0]} where a digit belongs"
        _fault(text, reading, message, "write the digit", instead=instead)
        return True
    if not digits:
        remedy = "write the number, or leave the entry out"
        _fault(text, reading, "has no digits", remedy)
        return True
    remedy = "write digits only; not every phone shows letters on its keys"
    _fault(text, reading, "has letters in it", remedy, instead=_vanity(text, reading))
    return True


def _vanity(text: str, reading: Reading) -> str | None:
    """Return the digits of a number such as 1-800-HELP-NOW, if they are one that can be dialled."""
    if not re.fullmatch(r"[0-9+][0-9 +.\-]*[A-Z][A-Z .\-]*", text):
        return None
    digits = phonenumbers.convert_alpha_characters_in_number(text)
    try:
        number = phonenumbers.parse(digits, reading.known.get("country") or None)
    except NumberParseException:
        return None
    return digits if phonenumbers.is_possible_number(number) else None


def _report_unreadable(text: Text, reading: Reading, error: NumberParseException) -> None:
    if error.error_type == NumberParseException.INVALID_COUNTRY_CODE:
        message = "starts with a country code that does not exist"
        _fault(text, reading, message, "check the digits")
        return
    if error.error_type == NumberParseException.TOO_LONG:
        _fault(
            text,
            reading,
            "is too long",
            "count the digits; give one number in an entry",
        )
        return
    _fault(text, reading, "is too short to be a phone number", "count the digits")


def _checked(
    text: Text, number: phonenumbers.PhoneNumber, reading: Reading, country: str | None
) -> Number | None:
    kind = kind_of(number, country)
    if kind == PhoneNumberType.UNKNOWN:
        return _checked_unassigned(text, number, reading, country)
    e164 = f"+{number.country_code}{phonenumbers.national_significant_number(number)}"
    free = kind == PhoneNumberType.TOLL_FREE
    fixed = kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return Number(text, e164, free, fixed, COSTLY.get(kind, ""))


def _checked_unassigned(
    text: Text, number: phonenumbers.PhoneNumber, reading: Reading, country: str | None
) -> Number | None:
    if country and not text.startswith("+") and _is_short_code(number, country):
        return Number(text, "", free=True)
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible != ValidationResult.IS_POSSIBLE:
        _report_impossible(text, reading, possible)
        return None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if DRAMA.fullmatch(e164):
        _warn_of_drama(text, reading)
    else:
        remedy = "check the digits; ring it if you can"
        _fault(text, reading, "is not a number in use", remedy, level=WARNING)
    return Number(text, e164)


def _warn_of_drama(text: Text, reading: Reading) -> None:
    if reading.known.get("example"):
        return
    remedy = "write the real number"
    _fault(
        text,
        reading,
        "is kept for films and examples; nobody answers",
        remedy,
        level=WARNING,
    )


def _is_short_code(number: phonenumbers.PhoneNumber, country: str) -> bool:
    return phonenumbers.is_valid_short_number_for_region(number, country)


def _report_impossible(text: Text, reading: Reading, reason: int) -> None:
    if reason == ValidationResult.TOO_LONG:
        _fault(text, reading, "is too long", "count the digits")
    elif reason == ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        _fault(text, reading, "has no area code", "write the whole number")
    else:
        _fault(text, reading, "is too short to be a phone number", "count the digits")


def town_of(number: Number) -> str:
    """Return the town that a fixed line gives away, in English; empty where none is known."""
    from phonenumbers import geocoder

    if not number.fixed_line:
        return ""
    parsed = phonenumbers.parse(number.e164)
    town = geocoder.description_for_valid_number(parsed, "en")
    country = geocoder.country_name_for_number(parsed, "en")
    return "" if town == country else town


def check_promises(values: dict[str, Any], reading: Reading) -> None:
    """Report a phone that costs more than it says, or is called free and is not."""
    number: Number | None = values.get("number")
    if number is None:
        return
    if number.costly and "cost_warning" not in values:
        level = ERROR if number.costly == "premium-rate" else WARNING
        message = f"is a {number.costly} number, which costs the caller extra"
        remedy = "use another number, or say what it costs in “cost_warning”"
        _fault(number.typed, reading, message, remedy, level=level, rule="phone-cost")
    if values.get("free_to_call") == "no" and number.free and number.e164:
        message = "is a number that is free to call, and “free_to_call” says no"
        remedy = "write “free_to_call: yes”, or check the number"
        _fault(number.typed, reading, message, remedy, level=WARNING, rule="phone-cost")
    if values.get("free_to_call") == "yes" and not number.free:
        message = "is not a free-call number"
        remedy = "check before you say that it is free to call"
        _fault(number.typed, reading, message, remedy, level=WARNING, rule="phone-cost")

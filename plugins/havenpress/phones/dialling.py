# SPDX-License-Identifier: AGPL-3.0-or-later
"""What comes of dialling a number in a country: whether it can ring, and what it costs."""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

from .numbering import kind_of, plan_of
from .short_codes import cost_of_short, is_short_code

COSTLY = {
    PhoneNumberType.PREMIUM_RATE: "premium-rate",
    PhoneNumberType.SHARED_COST: "shared-cost",
    PhoneNumberType.PERSONAL_NUMBER: "personal",
}
LONGEST = 15  # digits; ITU-T E.164, section 6.1


@dataclass(frozen=True, slots=True)
class Silence:
    """Why nobody answers a number; ``instead`` is the right number, where that is certain."""

    message: str
    remedy: str
    instead: str = ""
    is_certain: bool = True


def why_silent(typed: str, country: str) -> Silence | None:
    """Return why nobody answers a number that is dialled in a country; None where somebody may."""
    if code := code_behind(typed, country):
        message = f"nobody can dial “{typed}”: “{code}” is a number with nothing in front of it"
        return Silence(message, f"write it as “{code}”", code)
    if zero := _misplaced_zero(typed, country):
        return zero
    if may_ring(typed, country):
        return None
    abroad = "from another country it needs + and the code of its country"
    if is_of_another_country(typed):
        message = f"“{typed}” is a number of another country without its +"
        return Silence(message, f"write it as “+{typed}”", f"+{typed}")
    if is_too_long(typed, country):
        message = f"“{typed}” has too many digits for a number in {country}"
        return Silence(message, f"count them; {abroad}")
    if has_unknown_code(typed):
        message = f"“{typed}” begins with the code of no country"
        return Silence(
            message, f"check the digits after the +, or write it as it is dialled in {country}"
        )
    message = f"“{typed}” is no number in use in {country}, and may lack a digit"
    return Silence(message, f"call it; {abroad}", is_certain=False)


def code_behind(typed: str, country: str) -> str:
    """Return the short number that is typed with a 0 or its country's code in front of it.

    Some short numbers answer behind the code of their country, such as +49 116 116; those for
    danger do nowhere, by what libphonenumber knows (``is_emergency_number``).
    """
    number, digits = _read(typed, country), re.sub(r"\D", "", typed)
    if number is not None and phonenumbers.is_valid_number(number):
        return ""
    if typed.startswith("+"):
        codes = digits, digits.removeprefix(str(phonenumbers.country_code_for_region(country)))
        return next((code for code in codes if phonenumbers.is_emergency_number(code, country)), "")
    if _is_code(digits, country):
        return ""
    prefixes = "0", phonenumbers.ndd_prefix_for_region(country, strip_non_digits=True) or "0"
    codes = [digits.removeprefix(prefix) for prefix in prefixes if digits.startswith(prefix)]
    return next((code for code in codes if _is_code(code, country)), "")


def _is_code(digits: str, country: str) -> bool:
    number = _read(digits, country)
    return number is not None and is_short_code(number, digits, country)


def _misplaced_zero(typed: str, country: str) -> Silence | None:
    """Return what is wrong with the 0 that stands before a number at home, and nowhere else."""
    number = _read(typed, country)
    if number is None or not phonenumbers.is_valid_number(number):
        return None
    digits, whole = re.sub(r"\D", "", typed), phonenumbers.national_significant_number(number)
    if typed.startswith("+") and digits == f"{number.country_code}0{whole}":
        right = f"+{number.country_code}{whole}"
        message = f"“{typed}” has a 0 behind the code of its country, which nobody can dial"
        return Silence(message, f"write it as “{right}”", right)
    plan = plan_of(country)
    if plan is None or not plan.is_plain or number.country_code != plan.code or digits != whole:
        return None
    if phonenumbers.is_possible_short_number_for_region(number, country):
        return None
    return Silence(f"“{typed}” lacks the 0 in front", f"write it as “0{typed}”", f"0{typed}")


def cost_of(typed: str, country: str | None) -> str:
    """Return the kind of a number that costs the caller extra; empty where it costs nothing extra."""
    number = _read(typed, country)
    if number is None:
        return ""
    kind = kind_of(number, country)
    if kind != PhoneNumberType.UNKNOWN or not country:
        return cost_of_kind(kind)
    digits = phonenumbers.national_significant_number(number)
    return cost_of_short(number, digits, country) if is_short_code(number, digits, country) else ""


def cost_of_kind(kind: int) -> str:
    """Return what a PhoneNumberType costs the caller extra, as ``cost_of`` does."""
    return COSTLY.get(kind, "")


def may_ring(typed: str, country: str) -> bool:
    """Return whether somebody may answer a number that is dialled in a country."""
    number = _read(typed, country)
    return number is not None and not code_behind(typed, country) and _may_ring(number, country)


def answers_in_danger(typed: str, country: str) -> bool:
    """Return whether a number may ring in a country, or is one for danger in any other."""
    return may_ring(typed, country) or any(
        phonenumbers.is_emergency_number(typed, region) for region in phonenumbers.SUPPORTED_REGIONS
    )


def is_too_long(typed: str, country: str) -> bool:
    """Return whether a number has more digits than any of its country."""
    number = _read(typed, country)
    if number is None:
        return sum(map(str.isdigit, typed)) > LONGEST
    return phonenumbers.is_possible_number_with_reason(number) == ValidationResult.TOO_LONG


def has_unknown_code(typed: str) -> bool:
    """Return whether a number with a + begins with the code of no country."""
    return typed.startswith("+") and _read(typed, None) is None


def is_of_another_country(typed: str) -> bool:
    """Return whether a number that is none at home is one with a + in front of it."""
    if typed.startswith(("+", "0", "(")):
        return False
    number = _read(f"+{typed}", None)
    return number is not None and phonenumbers.is_valid_number(number)


def _read(typed: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, country)
    except NumberParseException:
        return None


def _may_ring(number: phonenumbers.PhoneNumber, country: str) -> bool:
    return phonenumbers.is_valid_number(number) or phonenumbers.is_possible_short_number_for_region(
        number, country
    )

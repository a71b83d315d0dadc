# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a number is for, by the numbering plan of the country that it is dialled in.

``phonenumbers.number_type`` tries every country that shares the code, twice; with the plan of
one country at hand the same answer takes a tenth of the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberType

# In the order in which libphonenumber asks (number_type_helper).
ORDER = (
    ("premium_rate", PhoneNumberType.PREMIUM_RATE),
    ("toll_free", PhoneNumberType.TOLL_FREE),
    ("shared_cost", PhoneNumberType.SHARED_COST),
    ("voip", PhoneNumberType.VOIP),
    ("personal_number", PhoneNumberType.PERSONAL_NUMBER),
    ("pager", PhoneNumberType.PAGER),
    ("uan", PhoneNumberType.UAN),
    ("voicemail", PhoneNumberType.VOICEMAIL),
    ("fixed_line", PhoneNumberType.FIXED_LINE),
    ("mobile", PhoneNumberType.MOBILE),
)


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers of one kind: their lengths (any, if empty), and a pattern for the whole number."""

    kind: int
    lengths: frozenset[int]
    pattern: re.Pattern[str]

    def holds(self, digits: str) -> bool:
        """Return whether a national number is of this kind."""
        if self.lengths and len(digits) not in self.lengths:
            return False
        return self.pattern.fullmatch(digits) is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbering plan of one country."""

    code: int
    whole: Range
    ranges: tuple[Range, ...]
    mobile: Range | None
    is_plain: bool  # 0 stands in front of a number at home, 00 in front of a country's code


@cache
def plan_of(country: str) -> Plan | None:
    """Return the plan of a country that is the first of its code; None for any other."""
    code = phonenumbers.country_code_for_region(country)
    if phonenumbers.region_code_for_country_code(code) != country:
        return None
    metadata = PhoneMetadata.metadata_for_region(country, None)
    if metadata is None:
        return None
    whole = _range(metadata.general_desc, PhoneNumberType.UNKNOWN)
    ranges = [_range(getattr(metadata, name), kind) for name, kind in ORDER]
    known = tuple(each for each in ranges if each is not None)
    mobile = next((each for each in known if each.kind == PhoneNumberType.MOBILE), None)
    is_plain = metadata.national_prefix == "0" and metadata.international_prefix == "00"
    return Plan(code, whole, known, mobile, is_plain) if whole else None


def _range(described: object, kind: int) -> Range | None:
    pattern = getattr(described, "national_number_pattern", None)
    if not pattern:
        return None
    return Range(kind, frozenset(described.possible_length), re.compile(pattern))


SIGNS = str.maketrans("", "", " ().-")


def parse_at_home(typed: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    """Return a number that is typed as people at home type it; None where that is not certain.

    It is what ``phonenumbers.parse`` returns, in a tenth of its time.
    """
    plan = plan_of(country) if country and typed.startswith("0") else None
    if plan is None or not plan.is_plain:
        return None
    national = typed.translate(SIGNS)[1:]
    if national.startswith("0") or not plan.whole.holds(national):
        return None
    return phonenumbers.PhoneNumber(country_code=plan.code, national_number=int(national))


def kind_of(number: phonenumbers.PhoneNumber, country: str | None) -> int:
    """Return the PhoneNumberType of a number; UNKNOWN where it is not valid."""
    plan = plan_of(country) if country else None
    if plan is None or number.country_code != plan.code:
        return phonenumbers.number_type(number)
    digits = phonenumbers.national_significant_number(number)
    found = _kind_within(digits, plan)
    # A number of a neighbour with the same code, as Jersey has, or none at all.
    return phonenumbers.number_type(number) if found == PhoneNumberType.UNKNOWN else found


def _kind_within(digits: str, plan: Plan) -> int:
    if not plan.whole.holds(digits):
        return PhoneNumberType.UNKNOWN
    kind = next((each.kind for each in plan.ranges if each.holds(digits)), PhoneNumberType.UNKNOWN)
    if kind == PhoneNumberType.FIXED_LINE and plan.mobile and plan.mobile.holds(digits):
        return PhoneNumberType.FIXED_LINE_OR_MOBILE
    return kind

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Short codes such as 116 123, 988 and 3919, which reach somebody in one country only.

``phonenumbers`` has the short codes of most plans, not of all, and takes some that are free for
costly; so what it does not know is added here with its source.
"""

from __future__ import annotations

import re

import phonenumbers

# Codes of one meaning in many countries (Commission Decision 2007/116/EC; 116 016, for victims of
# violence against women, by the amendment of 2022). Not every plan lists them yet.
HARMONISED = re.compile(r"116(?:000|006|016|111|117|123)")
EUROPE = set(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split()
)
ELSEWHERE = {("GB", "116006")}  # Ofcom, National Telephone Numbering Plan
# Violences Femmes Info costs nothing, though its range does (arretonslesviolences.gouv.fr).
FREE = {("FR", "3919")}
# Directories: 118 and two or three digits, in the countries of Europe that follow CEPT.
DIRECTORY = re.compile(r"118\d{2,3}")
LONGEST = 6  # digits of a code that only the writer knows


def is_short_code(number: phonenumbers.PhoneNumber, digits: str, country: str) -> bool:
    """Return whether some digits are a short code of a country."""
    if phonenumbers.is_valid_short_number_for_region(number, country):
        return True
    in_europe = country in EUROPE and HARMONISED.fullmatch(digits) is not None
    return in_europe or (country, digits) in ELSEWHERE


def cost_of_short(number: phonenumbers.PhoneNumber, digits: str, country: str) -> str:
    """Return the kind of a short code that costs the caller extra, or nothing."""
    if (country, digits) in FREE:
        return ""
    cost = phonenumbers.expected_cost_for_region(number, country)
    if cost == phonenumbers.ShortNumberCost.PREMIUM_RATE or DIRECTORY.fullmatch(digits):
        return "premium-rate"
    return ""

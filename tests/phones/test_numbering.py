# SPDX-License-Identifier: AGPL-3.0-or-later
"""The short way to what a number is for gives the same answer as libphonenumber."""

from __future__ import annotations

import random

import phonenumbers
import pytest
from havenpress.phones.numbering import kind_of, parse_at_home
from hypothesis import given, reject, settings
from hypothesis import strategies as st

COUNTRIES = ["GB", "US", "ES", "IT", "DE", "MX", "JE"]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(COUNTRIES), st.from_regex(r"[0-9]{5,13}", fullmatch=True))
def test_any_digits_are_of_the_same_kind(country: str, digits: str) -> None:
    try:
        number = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        reject()
    assert kind_of(number, country) == phonenumbers.number_type(number)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", sorted(phonenumbers.PhoneNumberType.values()))
def test_an_example_of_every_kind(country: str, kind: int) -> None:
    number = phonenumbers.example_number_for_type(country, kind)
    if number is not None:
        assert kind_of(number, country) == phonenumbers.number_type(number)
        assert kind_of(number, "FR") == phonenumbers.number_type(number)


@pytest.mark.parametrize("country", ["GB", "IE", "ES", "DE", "FR", "NL", "IT", "US", "AU", "SE"])
def test_a_number_at_home_is_what_the_library_reads(country: str) -> None:
    chance = random.Random(country)
    read = 0
    for _ in range(3000):
        digits = "".join(chance.choices("0123456789", k=chance.randint(5, 11)))
        typed = f"0{digits[:3]} {digits[3:]}"
        number = parse_at_home(typed, country)
        if number is not None:
            read += 1
            assert number == phonenumbers.parse(typed, country)
    assert read > 100 or country in {"ES", "IT", "US", "AU"}

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What comes of dialling a number: the answers that the site, the catalogue and texts share."""

from __future__ import annotations

import pytest
from havenpress.phones.dialling import (
    answers_in_danger,
    cost_of,
    has_unknown_code,
    is_of_another_country,
    is_too_long,
    may_ring,
    why_silent,
)


@pytest.mark.parametrize(
    ("typed", "country", "cost"),
    [
        ("0909 879 0000", "GB", "premium-rate"),
        ("118 500", "GB", "premium-rate"),
        ("+44 909 879 0000", None, "premium-rate"),
        ("0180 12345", "DE", "shared-cost"),
        ("070 1234 5678", "GB", "personal"),
        ("0808 157 0142", "GB", ""),
        ("116 123", "GB", ""),
        ("1", "GB", ""),
    ],
)
def test_what_a_call_costs_extra(typed: str, country: str | None, cost: str) -> None:
    assert cost_of(typed, country) == cost


@pytest.mark.parametrize("typed", ["0808 157 0142", "116 123", "999", "+353 1 679 9100"])
def test_a_number_that_may_ring(typed: str) -> None:
    assert may_ring(typed, "GB")
    assert not is_too_long(typed, "GB")


@pytest.mark.parametrize("typed", ["0808 157 014", "020 7946 0018 55", "+999 12345678"])
def test_a_number_that_rings_nowhere(typed: str) -> None:
    assert not may_ring(typed, "GB")


def test_a_number_with_digits_to_spare_is_told_from_one_that_lacks_some() -> None:
    assert is_too_long("0808 157 0142 99", "GB")
    assert not is_too_long("0808 157", "GB")


@pytest.mark.parametrize(
    ("typed", "country", "right"),
    [
        ("0999", "GB", "999"),
        ("+44 999", "GB", "999"),
        ("+112", "GB", "112"),
        ("0116 006", "GB", "116006"),
        ("1-988", "US", "988"),
        ("03919", "FR", "3919"),
        ("0101", "GB", "101"),
        ("0111", "GB", "111"),
    ],
)
def test_a_short_number_has_nothing_in_front(typed: str, country: str, right: str) -> None:
    silence = why_silent(typed, country)
    assert silence is not None
    assert (silence.instead, silence.is_certain) == (right, True)
    assert not answers_in_danger(typed, country)
    assert why_silent(right, country) is None


@pytest.mark.parametrize(
    ("typed", "country"),
    [("016", "ES"), ("061", "ES"), ("000", "AU"), ("+49 116 116", "DE"), ("0191 498 0142", "GB")],
)
def test_a_zero_or_a_code_that_belongs_there_is_left_alone(typed: str, country: str) -> None:
    assert why_silent(typed, country) is None


def test_a_number_for_danger_may_be_another_countrys() -> None:
    assert answers_in_danger("999", "GB")
    assert answers_in_danger("911", "GB")
    assert not answers_in_danger("99", "GB")
    assert not answers_in_danger("1", "GB")


def test_a_number_of_another_country_lacks_its_sign() -> None:
    assert is_of_another_country("353 1 679 9100")
    assert not is_of_another_country("+353 1 679 9100")
    assert not is_of_another_country("0808 157 0142")


def test_a_number_with_the_code_of_no_country() -> None:
    assert has_unknown_code("+999 808 157 0142")
    assert not has_unknown_code("+44 808 157 0142")
    assert not has_unknown_code("999")

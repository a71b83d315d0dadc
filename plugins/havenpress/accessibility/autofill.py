# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of an autocomplete attribute.

Source: HTML standard, section 4.10.18.7.1 (autofill detail tokens).
"""

from __future__ import annotations

from .tokens import tokens

CONTACT = frozenset(
    [
        "tel",
        "tel-country-code",
        "tel-national",
        "tel-area-code",
        "tel-local",
        "tel-local-prefix",
        "tel-local-suffix",
        "tel-extension",
        "email",
        "impp",
    ]
)
FIELDS = CONTACT | frozenset(
    [
        "name",
        "honorific-prefix",
        "given-name",
        "additional-name",
        "family-name",
        "honorific-suffix",
        "nickname",
        "username",
        "new-password",
        "current-password",
        "one-time-code",
        "organization-title",
        "organization",
        "street-address",
        "address-line1",
        "address-line2",
        "address-line3",
        "address-level4",
        "address-level3",
        "address-level2",
        "address-level1",
        "country",
        "country-name",
        "postal-code",
        "cc-name",
        "cc-given-name",
        "cc-additional-name",
        "cc-family-name",
        "cc-number",
        "cc-exp",
        "cc-exp-month",
        "cc-exp-year",
        "cc-csc",
        "cc-type",
        "transaction-currency",
        "transaction-amount",
        "language",
        "bday",
        "bday-day",
        "bday-month",
        "bday-year",
        "sex",
        "url",
        "photo",
    ]
)
PLACES = frozenset({"shipping", "billing"})
KINDS = frozenset({"home", "work", "mobile", "fax", "pager"})


def is_valid_autocomplete(value: str) -> bool:
    """Tell whether the words stand in the order that the standard gives."""
    words = tokens(value.lower())
    if words and words[0].startswith("section-"):
        words = words[1:]
    if words and words[0] in PLACES:
        words = words[1:]
    if len(words) > 1 and words[0] in KINDS:
        words = words[1:]
        if words[0] not in CONTACT:
            return False
    if len(words) > 1 and words[-1] == "webauthn":
        words = words[:-1]
    return len(words) == 1 and words[0] in FIELDS

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the ways to reach the organisation, and the numbers for danger, reach somebody."""

from __future__ import annotations

from typing import Any

from ..findings import ERROR, WARNING, Finding
from ..phones.dialling import (
    answers_in_danger,
    cost_of,
    has_unknown_code,
    is_of_another_country,
    is_too_long,
    may_ring,
)
from ..source import Text
from ..source.model import finding_at

# What a channel of each type cannot do without.
NEEDED = {
    "phone": "number",
    "text": "number",
    "whatsapp": "number",
    "chat": "url",
    "email": "email",
}


def check_channels(values: dict[str, Any]) -> list[Finding]:
    """Return what is missing from a channel, and what is wrong with its number."""
    country = str(values.get("country", ""))
    findings = []
    for channel in values.get("contact", ()):
        needed = NEEDED.get(channel.get("type", ""))
        if needed and needed not in channel:
            message = f"this channel has no “{needed}”"
            remedy = f"write the {needed} that belongs to “type: {channel['type']}”"
            findings.append(finding_at(channel["type"], "field-required", message, remedy))
        findings += _check_number(channel, country)
    return findings


def _check_number(channel: dict[str, Any], country: str) -> list[Finding]:
    """Return what is wrong with a number that can ring nowhere, or that costs the caller extra."""
    number = channel.get("number")
    if number is None or not country or channel.get("type") == "text":
        return []
    if cost := cost_of(number, country):
        return _check_price(channel, number, cost)
    if may_ring(number, country):
        return []
    level = ERROR
    if is_of_another_country(number):
        message = f"“{number}” is a number of another country without its +"
        remedy = f"write it as “+{number}”"
    elif is_too_long(number, country):
        message = f"“{number}” has too many digits for a number in {country}"
        remedy = "count them; from another country it needs + and the code of its country"
    elif has_unknown_code(number):
        message = f"“{number}” begins with the code of no country"
        remedy = f"check the digits after the +, or write it as it is dialled in {country}"
    else:
        message = f"“{number}” is no number in use in {country}, and may lack a digit"
        remedy = "call it; from another country it needs + and the code of its country"
        level = WARNING
    return [finding_at(number, "phone-number", message, remedy, level=level)]


def _check_price(channel: dict[str, Any], number: Text, cost: str) -> list[Finding]:
    """Return a finding for a number that costs extra where no note names a price."""
    notes = (channel.get("note") or {}).values()
    if notes and all(any(char.isdigit() for char in note) for note in notes):
        return []
    level = ERROR if cost == "premium-rate" else WARNING
    message = f"“{number}” is a {cost} number, which costs the caller extra"
    remedy = "use another number, or write the price under “note”"
    return [finding_at(number, "phone-cost", message, remedy, level=level)]


def check_emergency(values: dict[str, Any]) -> list[Finding]:
    """Return a warning for each number for danger that nobody answers, here or elsewhere."""
    country = str(values.get("country", ""))
    findings = []
    for number in (each.get("number") for each in values.get("emergency", ())):
        if number is None or not country or answers_in_danger(number, country):
            continue
        message = f"“{number}” is no number for danger that is known in any country"
        remedy = "check the digits"
        findings.append(finding_at(number, "phone-number", message, remedy, level=WARNING))
    return findings

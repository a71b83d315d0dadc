# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the ways to reach the organisation, and the numbers for danger, reach somebody."""

from __future__ import annotations

from typing import Any

from ..findings import ERROR, WARNING, Finding
from ..phones.dialling import answers_in_danger, cost_of, why_silent
from ..source import Text
from ..source.reading import finding_at

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
    silence = why_silent(number, country)
    if silence is None:
        return []
    level = ERROR if silence.is_certain else WARNING
    return [finding_at(number, "phone-number", silence.message, silence.remedy, level=level)]


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

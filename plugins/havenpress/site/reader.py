# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading ``content/site.yaml``: every fault of it is a mistake in the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import phonenumbers

from ..catalogue.phones import cost_of, is_of_another_country
from ..findings import ERROR, WARNING, Finding, SettingsError
from ..quick_exit.checks import check_words
from ..quick_exit.destination import check_destination
from ..quick_exit.settings import settings_of
from ..source import Mapping, Node, Text, read_text, read_yaml
from ..source.model import closest, finding_at
from .model import SITE
from .site import Site

SITE_FILE = "site.yaml"
# What a channel of each type cannot do without.
NEEDED = {
    "phone": "number",
    "text": "number",
    "whatsapp": "number",
    "chat": "url",
    "email": "email",
}


def read_site(content: Path, file: str) -> tuple[Site, list[Finding]]:
    """Return the settings of a content folder and what is only a warning in them.

    ``file`` names the settings file as the writer knows it. Raises SettingsError with every
    fault at once.
    """
    text, findings = read_text(content / SITE_FILE, file)
    if text is None:
        raise SettingsError(
            [_missing(file, content)] if not (content / SITE_FILE).exists() else findings
        )
    node, faults = read_yaml(text, file)
    findings += faults
    known = {"languages": _languages(node)}
    values, faults = SITE.read(node, file, text=text, known=known)
    findings += faults
    findings += _cross_check(values, file)
    if any(finding.level == ERROR for finding in findings):
        raise SettingsError(findings)
    site = Site.from_values(values)
    words = check_words(settings_of(site), site.languages)
    if words:
        line = values["quick_exit"]["destination"].line
        raise SettingsError([*findings, *(each.at(file, line) for each in words)])
    return site, findings


def _missing(file: str, content: Path) -> Finding:
    remedy = "every content folder needs one; docs/site-yaml.md shows what to write in it"
    if not content.is_dir():
        message, remedy = (
            "there is no such folder",
            "name the folder of your content: --content DIR",
        )
        return Finding(rule="site-settings", message=message, remedy=remedy, file=content.name)
    if (content / "site.yml").is_file():
        remedy = f"rename “site.yml” to “{SITE_FILE}”"
    return Finding(
        rule="site-settings",
        message="there is no such file",
        remedy=remedy,
        file=file,
    )


def _languages(node: Node | None) -> list[str]:
    languages = node.get("languages") if isinstance(node, Mapping) else None
    return [str(item) for item in languages] if isinstance(languages, list) else ["en"]


def _cross_check(values: dict[str, Any], file: str) -> list[Finding]:
    return [
        *_check_time_zone(values),
        *_check_channels(values),
        *_check_emergency(values),
        *_check_url(values),
        *_check_leaving(values, file),
    ]


def _check_time_zone(values: dict[str, Any]) -> list[Finding]:
    zone = values.get("timezone")
    if zone is None or zone in available_timezones():
        return []
    close = closest(zone, available_timezones())
    remedy = f"did you mean “{close}”?" if close else "write one as in “Europe/London”"
    return [finding_at(zone, "value-choice", f"there is no time zone “{zone}”", remedy)]


def _check_channels(values: dict[str, Any]) -> list[Finding]:
    findings = []
    for channel in values.get("contact", ()):
        needed = NEEDED.get(channel.get("type", ""))
        if needed and needed not in channel:
            message = f"this channel has no “{needed}”"
            remedy = f"write the {needed} that belongs to “type: {channel['type']}”"
            findings.append(finding_at(channel["type"], "field-required", message, remedy))
        findings += _check_number(channel, str(values.get("country", "")))
    return findings


def _check_number(channel: dict[str, Any], country: str) -> list[Finding]:
    """Return what is wrong with a number that can ring nowhere, or that costs the caller extra."""
    number = channel.get("number")
    if number is None or not country or channel.get("type") == "text":
        return []
    if cost := cost_of(number, country):
        return _check_price(channel, number, cost)
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed is not None and _may_ring(parsed, country):
        return []
    if is_of_another_country(number):
        message = f"“{number}” is a number of another country without its +"
        remedy = f"write it as “+{number}”"
        return [finding_at(number, "phone-number", message, remedy)]
    if parsed is None or _is_too_long(parsed):
        message = f"“{number}” has too many digits for a number in {country}"
        remedy = "count them; from another country it needs + and the code of its country"
        return [finding_at(number, "phone-number", message, remedy)]
    message = f"“{number}” is no number in use in {country}, and may lack a digit"
    remedy = "call it; from another country it needs + and the code of its country"
    return [finding_at(number, "phone-number", message, remedy, level=WARNING)]


def _check_price(channel: dict[str, Any], number: Text, cost: str) -> list[Finding]:
    """Return a finding for a number that costs extra where no note names a price."""
    notes = (channel.get("note") or {}).values()
    if notes and all(any(char.isdigit() for char in note) for note in notes):
        return []
    level = ERROR if cost == "premium-rate" else WARNING
    message = f"“{number}” is a {cost} number, which costs the caller extra"
    remedy = "use another number, or write the price under “note”"
    return [finding_at(number, "phone-cost", message, remedy, level=level)]


def _is_too_long(number: phonenumbers.PhoneNumber) -> bool:
    reason = phonenumbers.is_possible_number_with_reason(number)
    return reason == phonenumbers.ValidationResult.TOO_LONG


def _check_emergency(values: dict[str, Any]) -> list[Finding]:
    """Return a warning for each number for danger that nobody answers, here or elsewhere."""
    country = str(values.get("country", ""))
    findings = []
    for number in (each.get("number") for each in values.get("emergency", ())):
        if number is None or not country or _answers_in_danger(number, country):
            continue
        message = f"“{number}” is no number for danger that is known in any country"
        remedy = "check the digits"
        findings.append(finding_at(number, "phone-number", message, remedy, level=WARNING))
    return findings


def _answers_in_danger(number: str, country: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return False
    return _may_ring(parsed, country) or any(
        phonenumbers.is_emergency_number(number, region)
        for region in phonenumbers.SUPPORTED_REGIONS
    )


def _may_ring(number: phonenumbers.PhoneNumber, country: str) -> bool:
    return phonenumbers.is_valid_number(number) or phonenumbers.is_possible_short_number_for_region(
        number, country
    )


def _check_url(values: dict[str, Any]) -> list[Finding]:
    url = values.get("url")
    if url is None or not any(sign in url for sign in "?#"):
        return []
    message = "the address of the site has a “?” or “#” in it"
    return [finding_at(url, "value-url", message, "write only the host and the folder")]


def _check_leaving(values: dict[str, Any], file: str) -> list[Finding]:
    """Return what is wrong with where the exit goes, at its line."""
    destination = values.get("quick_exit", {}).get("destination")
    if destination is None:
        return []
    findings = check_destination(destination, values.get("url") or "")
    return [each.at(file, destination.line, destination.column) for each in findings]

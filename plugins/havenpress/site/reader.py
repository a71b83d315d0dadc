# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading ``content/site.yaml``: every fault of it is a mistake in the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from ..findings import ERROR, Finding, SettingsError, closest, did_you_mean
from ..quick_exit.checks import check_words
from ..quick_exit.destination import check_destination
from ..quick_exit.settings import settings_of
from ..source import Mapping, Node, read_text, read_yaml
from ..source.kinds.languages import language_code
from ..source.reading import finding_at
from .contact import check_channels, check_emergency
from .model import SITE
from .site import Site

SITE_FILE = "site.yaml"


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
    if not isinstance(languages, list):
        return ["en"]
    return [language_code(str(item)) or str(item) for item in languages]


def _cross_check(values: dict[str, Any], file: str) -> list[Finding]:
    return [
        *_check_time_zone(values),
        *check_channels(values),
        *check_emergency(values),
        *_check_url(values),
        *_check_leaving(values, file),
    ]


def _check_time_zone(values: dict[str, Any]) -> list[Finding]:
    zone = values.get("timezone")
    if zone is None or zone in available_timezones():
        return []
    close = closest(zone, available_timezones())
    remedy = did_you_mean(close, "write one as in “Europe/London”")
    return [finding_at(zone, "value-choice", f"there is no time zone “{zone}”", remedy)]


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
